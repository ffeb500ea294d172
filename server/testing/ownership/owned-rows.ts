import { mkdir, writeFile } from 'node:fs/promises';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { archiveFile, archiveFolder } from '../../privacy/archive-files';
import { hashToken } from '../../users/sessions';

/** Raw ids of one row of each node type, all of one person. */
export type OwnedIds = Record<string, string>;

interface Owner {
  ownerId: string;
  connectionId: string;
}

const hourMs = 3_600_000;
const period = { from: '2026-01-01T00:00:00Z', until: '2026-11-01T00:00:00Z', timeZone: 'UTC' };
const evidence = {
  subject: 'every-day:0-24',
  metric: 'estimate',
  effect: 0.5,
  low: 0.2,
  high: 0.8,
  intervalLevel: 0.9,
  n: 40,
  arms: [],
  supportingVideoIds: [],
  contradictingVideoIds: [],
  period,
  methodVersion: 'choice-effects/1',
  statement: '',
  document: '{ viewer { user { id } } }',
  variables: {},
};
const content = { type: 'TIMING', weekday: null, hourFrom: 0, hourUntil: 24, timeZone: 'UTC' };

/**
 * One row of everything that a person with a connected account can own, in a state in which its owner could use every mutation on it:
 * a recommendation with a prediction that waits for its video, an experiment under way with a toss, and a video published since.
 */
export async function giveOwnedRows(db: Database, { ownerId, connectionId }: Owner, clock: Clock): Promise<OwnedIds> {
  const { prisma } = db;
  const now = clock.now();
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const connection = await prisma.tikTokConnection.update({ where: { id: connectionId }, data: { lastSyncedAt: now } });
  const video = await prisma.video.create({
    data: {
      connectionId,
      tiktokVideoId: `7${ownerId}`,
      description: 'Une vidéo #matin',
      durationSeconds: 20,
      coverUrl: connection.avatarUrl,
      viewCount: 1_000,
      publishedAt: ago(1),
      availability: 'AVAILABLE',
      firstSeenAt: ago(1),
      lastObservedAt: now,
      nextReadingAt: now,
      snapshots: { create: { observedAt: now, viewCount: 1_000 } },
    },
  });
  const syncRun = await prisma.syncRun.create({
    data: { connectionId, trigger: 'REQUESTED', status: 'SUCCEEDED', phase: 'FINISHING', createdAt: ago(3), finishedAt: ago(2) },
  });
  const generationRun = await prisma.generationRun.create({
    data: { connectionId, status: 'SUCCEEDED', types: [], totalSteps: 1, missing: [], createdAt: ago(3), finishedAt: ago(3) },
  });
  const recommendation = await prisma.recommendation.create({
    data: {
      connectionId,
      generationRunId: generationRun.id,
      type: 'TIMING',
      title: 'Publiez le matin',
      description: '',
      content,
      confidence: 0.9,
      source: 'STATISTICS',
      evidence,
      locale: 'FR',
      createdAt: ago(3),
    },
  });
  const prediction = await prisma.prediction.create({
    data: {
      connectionId,
      recommendationId: recommendation.id,
      type: 'TIMING',
      effect: 0.5,
      effectLow: 0.2,
      effectHigh: 0.8,
      intervalLevel: 0.9,
      n: 40,
      level: 7,
      scatter: 1,
      levelVideos: 30,
      methodVersion: 'prediction/1',
      registeredAt: ago(2),
      expiresAt: new Date(now.getTime() + 1_000 * hourMs),
    },
  });
  const experiment = await prisma.experiment.create({
    data: {
      connectionId,
      kind: 'HOURS',
      labelA: '18 h',
      labelB: '21 h',
      videosPerArm: 6,
      horizonHours: 48,
      alpha: 0.05,
      levelVideoCount: 30,
      scatter: 1,
      isScatterOwn: true,
      detectableDifference: 1,
      seed: 1,
      methodVersion: 'permutation/1',
      status: 'RUNNING',
      startedAt: ago(3),
    },
  });
  const assignment = await prisma.experimentAssignment.create({
    data: { experimentId: experiment.id, position: 1, side: 'A', blockIndex: 0, blockSize: 2, tossedAt: ago(2) },
  });
  const link = `token-${ownerId}`;
  const dataExport = await giveArchives(db, ownerId, link);
  const consent = await prisma.consent.findFirstOrThrow({ where: { userId: ownerId } });
  const session = await prisma.session.create({
    data: {
      userId: ownerId,
      tokenHash: `of ${ownerId}`,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(Date.now() + hourMs),
    },
  });
  return {
    User: ownerId,
    Session: session.id,
    Consent: consent.id,
    TikTokConnection: connectionId,
    Video: video.id,
    SyncRun: syncRun.id,
    GenerationRun: generationRun.id,
    Recommendation: recommendation.id,
    Prediction: prediction.id,
    Experiment: experiment.id,
    ExperimentAssignment: assignment.id,
    DataExport: dataExport.id,
    DownloadLink: link,
  };
}

/** Two archives that can be downloaded: one to make a link to, one that a link opens. */
async function giveArchives(db: Database, userId: string, token: string) {
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 24 * hourMs);
  const ready = {
    userId,
    status: 'SUCCEEDED',
    sizeBytes: 3,
    checksum: 'abc',
    createdAt,
    finishedAt: createdAt,
    expiresAt,
  } as const;
  const dataExport = await db.prisma.dataExport.create({ data: ready });
  const linkedExport = await db.prisma.dataExport.create({ data: { ...ready, tokenHash: hashToken(token) } });
  await mkdir(archiveFolder(db), { recursive: true });
  await writeFile(archiveFile(db, linkedExport.id), 'zip');
  return dataExport;
}

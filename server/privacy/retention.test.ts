import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../db/database';
import { openTestDatabase } from '../testing/database';
import { applyRetention } from './apply-retention';
import { daysBefore, retention } from './retention';

const now = new Date('2026-11-22T12:00:00Z');
const clock = { now: () => now, refresh: async () => undefined };
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
  await db.prisma.user.create({
    data: { id: 'ana', displayName: 'Ana', locale: 'FR', timeZone: 'Europe/Paris', createdAt: now },
  });
  await db.prisma.tikTokConnection.create({
    data: {
      id: 'account',
      ownerId: 'ana',
      tiktokUserId: 'open-id',
      displayName: 'Ana',
      scopes: '',
      status: 'ACTIVE',
      isActive: true,
      connectedAt: now,
    },
  });
});
afterAll(() => db.close());

const older = (days: number) => daysBefore(now, days + 1);
const ids = (table: string) => db.sqlite.prepare<[], string>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();

it('deletes what has been kept for its time, and nothing that is younger, newest or still needed', async () => {
  const { finishedRunDays, failedJobDays, receiptDays } = retention;
  const run = (id: string, finishedAt: Date | null) => ({
    id,
    connectionId: 'account',
    status: finishedAt ? ('SUCCEEDED' as const) : ('RUNNING' as const),
    createdAt: finishedAt ?? older(finishedRunDays),
    finishedAt,
  });
  const sync = { trigger: 'SCHEDULED' as const, phase: 'FINISHING' as const };
  for (const [id, finishedAt] of [
    ['old', older(finishedRunDays)],
    ['under way', null],
    ['young', daysBefore(now, finishedRunDays - 1)],
  ] as const)
    await db.prisma.syncRun.create({ data: { ...run(id, finishedAt), ...sync } });
  const generation = { types: [], totalSteps: 1, missing: [] };
  for (const [id, days] of [
    ['old', finishedRunDays + 2],
    ['old with advice', finishedRunDays + 3],
    ['newest', finishedRunDays + 1],
  ] as const)
    await db.prisma.generationRun.create({ data: { ...run(id, daysBefore(now, days)), ...generation } });
  await db.prisma.recommendation.create({
    data: {
      id: 'advice',
      connectionId: 'account',
      generationRunId: 'old with advice',
      type: 'TIMING',
      title: '',
      description: '',
      content: {},
      confidence: 0.5,
      source: 'STATISTICS',
      evidence: {},
      locale: 'FR',
      createdAt: older(finishedRunDays),
    },
  });
  const job = (id: string, failedAt: Date | null) => ({
    id,
    key: id,
    kind: 'sync',
    payload: {},
    runAt: now,
    createdAt: now,
    failedAt,
  });
  for (const [id, failedAt] of [
    ['old', older(failedJobDays)],
    ['waiting', null],
    ['young', daysBefore(now, failedJobDays - 1)],
  ] as const)
    await db.prisma.job.create({ data: job(id, failedAt) });
  const receipt = { reason: 'REQUESTED' as const, connectionIds: [], counts: {}, requestedAt: older(receiptDays) };
  for (const [id, phase, finishedAt] of [
    ['old', 'DONE', older(receiptDays)],
    ['under way', 'DELETING', null],
    ['young', 'DONE', daysBefore(now, receiptDays - 1)],
  ] as const)
    await db.prisma.erasure.create({ data: { ...receipt, id, phase, finishedAt } });

  await applyRetention({ db, clock, systemNow: () => now });
  expect({ syncs: ids('SyncRun'), generations: ids('GenerationRun'), jobs: ids('Job'), receipts: ids('Erasure') }).toEqual({
    syncs: ['under way', 'young'],
    generations: ['newest', 'old with advice'],
    jobs: ['waiting', 'young'],
    receipts: ['under way', 'young'],
  });
  expect(ids('Recommendation')).toEqual(['advice']);
});

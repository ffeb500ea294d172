import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import type { Assignment, Exclusion } from './experiment';
import { furthestAfter, furthestBefore, type AgedReading } from './horizon-reading';
import type { Toss } from './toss';

type DateColumn = 'tossedAt' | 'videoPublishedAt' | 'linkedAt' | 'measuredAt';
type Row = Omit<Assignment, DateColumn | 'isLinkedByCreator' | 'isFollowed'> & {
  tossedAt: number;
  videoPublishedAt: number | null;
  linkedAt: number | null;
  measuredAt: number | null;
  isLinkedByCreator: number;
  isFollowed: number | null;
};

const hourMs = 3_600_000;
const columns = 'a.*, v.publishedAt AS videoPublishedAt FROM ExperimentAssignment a LEFT JOIN Video v ON v.id = a.videoId';

/** The tosses of each experiment in order. One statement; an experiment has 200 at most. */
export function listAssignments({ sqlite }: Database, experimentIds: readonly string[]): Assignment[][] {
  const rows = prepared<Row>(
    sqlite,
    `SELECT ${columns} WHERE a.experimentId IN (SELECT value FROM json_each(?)) ORDER BY a.experimentId, a.position`,
  )
    .all(JSON.stringify(experimentIds))
    .map(toAssignment);
  return experimentIds.map((id) => rows.filter(({ experimentId }) => experimentId === id));
}

/** The videos that do not count, of each experiment, in the order of the tosses. One statement. */
export function listExclusions({ sqlite }: Database, experimentIds: readonly string[]): Exclusion[][] {
  const rows = prepared<Omit<Exclusion, 'excludedAt'> & { excludedAt: number }>(
    sqlite,
    'SELECT * FROM ExperimentExclusion WHERE experimentId IN (SELECT value FROM json_each(?)) ORDER BY experimentId, position, excludedAt',
  )
    .all(JSON.stringify(experimentIds))
    .map((row) => ({ ...row, excludedAt: new Date(row.excludedAt) }));
  return experimentIds.map((id) => rows.filter(({ experimentId }) => experimentId === id));
}

export function findOwnAssignment({ sqlite }: Database, id: string, ownerId: string): Assignment | null {
  const row = prepared<Row>(
    sqlite,
    `SELECT ${columns} JOIN Experiment e ON e.id = a.experimentId JOIN TikTokConnection c ON c.id = e.connectionId
     WHERE a.id = @id AND c.ownerId = @ownerId`,
  ).get({ id, ownerId });
  return row ? toAssignment(row) : null;
}

export function insertAssignment(
  { sqlite }: Database,
  { experimentId, position, now, ...toss }: Toss & { experimentId: string; position: number; now: Date },
): void {
  prepared(
    sqlite,
    `INSERT INTO ExperimentAssignment (id, experimentId, position, side, blockIndex, blockSize, tossedAt)
     VALUES (@id, @experimentId, @position, @side, @blockIndex, @blockSize, @now)`,
  ).run({ ...toss, id: uuidv7(), experimentId, position, now: now.getTime() });
}

/** The first video published after the toss that neither counts already nor was excluded; null as long as there is none. */
export function findNextVideoId({ sqlite }: Database, assignmentId: string): string | null {
  const row = prepared<{ id: string }>(
    sqlite,
    `SELECT v.id FROM ExperimentAssignment a JOIN Experiment e ON e.id = a.experimentId
       JOIN Video v ON v.connectionId = e.connectionId AND v.publishedAt > a.tossedAt
     WHERE a.id = ? AND v.id NOT IN (SELECT videoId FROM ExperimentExclusion WHERE experimentId = e.id)
       AND NOT EXISTS (SELECT 1 FROM ExperimentAssignment WHERE videoId = v.id)
     ORDER BY v.publishedAt, v.id LIMIT 1`,
  ).get(assignmentId);
  return row?.id ?? null;
}

/** What linking by hand has to check of a video; null when it is not one of the experiment's account. */
export function findCandidate(
  { sqlite }: Database,
  { experimentId, videoId }: { experimentId: string; videoId: string },
): { publishedAt: Date; isTaken: boolean; isExcluded: boolean } | null {
  const row = prepared<{ publishedAt: number; isTaken: number; isExcluded: number }>(
    sqlite,
    `SELECT v.publishedAt, EXISTS (SELECT 1 FROM ExperimentAssignment WHERE videoId = v.id) AS isTaken,
       EXISTS (SELECT 1 FROM ExperimentExclusion WHERE videoId = v.id) AS isExcluded
     FROM Experiment e JOIN Video v ON v.connectionId = e.connectionId WHERE e.id = @experimentId AND v.id = @videoId`,
  ).get({ experimentId, videoId });
  return row ? { publishedAt: new Date(row.publishedAt), isTaken: row.isTaken === 1, isExcluded: row.isExcluded === 1 } : null;
}

/**
 * For each toss the videos that linking by hand would take: published after it and after `youngerThan`, neither counted nor excluded
 * anywhere, in order of publication. One statement.
 */
export function listCandidateIds({ sqlite }: Database, assignmentIds: readonly string[], youngerThan: Date): string[][] {
  const rows = prepared<{ assignmentId: string; videoId: string }>(
    sqlite,
    `SELECT a.id AS assignmentId, v.id AS videoId FROM ExperimentAssignment a JOIN Experiment e ON e.id = a.experimentId
       JOIN Video v ON v.connectionId = e.connectionId AND v.publishedAt > a.tossedAt AND v.publishedAt >= @youngerThan
     WHERE a.id IN (SELECT value FROM json_each(@ids)) AND NOT EXISTS (SELECT 1 FROM ExperimentAssignment WHERE videoId = v.id)
       AND NOT EXISTS (SELECT 1 FROM ExperimentExclusion WHERE videoId = v.id)
     ORDER BY v.publishedAt, v.id`,
  ).all({ ids: JSON.stringify(assignmentIds), youngerThan: youngerThan.getTime() });
  return assignmentIds.map((id) => rows.filter(({ assignmentId }) => assignmentId === id).map(({ videoId }) => videoId));
}

export function linkVideo(
  { sqlite }: Database,
  { assignmentId, videoId, isByCreator, now }: { assignmentId: string; videoId: string; isByCreator: boolean; now: Date },
): void {
  prepared(
    sqlite,
    'UPDATE ExperimentAssignment SET videoId = @videoId, linkedAt = @now, isLinkedByCreator = @isByCreator WHERE id = @assignmentId',
  ).run({ assignmentId, videoId, isByCreator: Number(isByCreator), now: now.getTime() });
}

/** Takes the video from its toss, which waits for the next one, and keeps why. */
export function excludeVideo(
  { sqlite }: Database,
  { assignment, reason, now }: { assignment: Assignment; reason: string; now: Date },
): void {
  const { id: assignmentId, experimentId, position, videoId } = assignment;
  prepared(
    sqlite,
    `INSERT INTO ExperimentExclusion (id, experimentId, position, videoId, reason, excludedAt)
     VALUES (@id, @experimentId, @position, @videoId, @reason, @now)`,
  ).run({ id: uuidv7(), experimentId, position, videoId, reason, now: now.getTime() });
  prepared(
    sqlite,
    'UPDATE ExperimentAssignment SET videoId = NULL, linkedAt = NULL, isLinkedByCreator = 0, isFollowed = NULL WHERE id = ?',
  ).run(assignmentId);
}

export function markFollowed({ sqlite }: Database, assignmentId: string, isFollowed: boolean): void {
  prepared(sqlite, 'UPDATE ExperimentAssignment SET isFollowed = @isFollowed WHERE id = @assignmentId').run({
    assignmentId,
    isFollowed: Number(isFollowed),
  });
}

/** The readings near the horizon of each video that waits for its measurement, by assignment. One statement. */
export function listHorizonReadings(
  { sqlite }: Database,
  experimentId: string,
  horizonHours: number,
): Map<string, AgedReading[]> {
  const rows = prepared<{ id: string; age: number; views: number }>(
    sqlite,
    `SELECT a.id, s.observedAt - v.publishedAt AS age, s.viewCount AS views
     FROM ExperimentAssignment a JOIN Video v ON v.id = a.videoId JOIN VideoSnapshot s ON s.videoId = v.id
       AND s.observedAt BETWEEN v.publishedAt + @from AND v.publishedAt + @until
     WHERE a.experimentId = @experimentId AND a.measuredAt IS NULL AND s.viewCount IS NOT NULL`,
  ).all({
    experimentId,
    from: furthestBefore * horizonHours * hourMs,
    until: furthestAfter * horizonHours * hourMs,
  });
  const readings = new Map<string, AgedReading[]>();
  for (const { id, age, views } of rows) {
    if (!readings.has(id)) readings.set(id, []);
    readings.get(id)!.push({ ageHours: age / hourMs, views });
  }
  return readings;
}

/** Keeps what was measured, once and for all; null is missing. One statement. */
export function saveMeasurements(
  { sqlite }: Database,
  measurements: readonly { id: string; logViews: number | null }[],
  now: Date,
): void {
  if (measurements.length === 0) return;
  prepared(
    sqlite,
    `UPDATE ExperimentAssignment SET measuredAt = @now, logViews = m.value ->> 'logViews'
     FROM json_each(@measurements) m WHERE ExperimentAssignment.id = m.value ->> 'id' AND measuredAt IS NULL`,
  ).run({ measurements: JSON.stringify(measurements), now: now.getTime() });
}

function toAssignment(row: Row): Assignment {
  const time = (value: number | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    tossedAt: new Date(row.tossedAt),
    videoPublishedAt: time(row.videoPublishedAt),
    linkedAt: time(row.linkedAt),
    measuredAt: time(row.measuredAt),
    isLinkedByCreator: row.isLinkedByCreator === 1,
    isFollowed: row.isFollowed === null ? null : row.isFollowed === 1,
  };
}

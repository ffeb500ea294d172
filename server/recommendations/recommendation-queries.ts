import type Sqlite from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import { contentSchema } from './content';
import { evidenceSchema } from './evidence';
import type { GenerationOutcome } from './generation-run';
import { hasChangedMaterially, type MissingRecommendation, type RecommendationType } from './recommendation';
import type { NewRecommendation, RecommendationFilter, SavedRecommendation } from './saved-recommendation';

type Row = Omit<SavedRecommendation, 'content' | 'evidence' | 'readAt' | 'appliedAt' | 'dismissedAt' | 'createdAt'> &
  Record<'content' | 'evidence', string> &
  Record<'readAt' | 'appliedAt' | 'dismissedAt', number | null> & { createdAt: number };

const ofOwner = 'connectionId IN (SELECT id FROM TikTokConnection WHERE ownerId = @ownerId)';
const isOpen = 'isApplied = 0 AND isDismissed = 0';

export function findOwnRecommendation({ sqlite }: Database, id: string, ownerId: string): SavedRecommendation | null {
  const row = prepared<Row>(sqlite, `SELECT * FROM Recommendation WHERE id = @id AND ${ofOwner}`).get({ id, ownerId });
  return row ? toRecommendation(row) : null;
}

/** The person's recommendations with these ids, in order; null for each that is not there or somebody else's. */
export function listOwnRecommendations(
  { sqlite }: Database,
  ids: readonly string[],
  ownerId: string,
): (SavedRecommendation | null)[] {
  const rows = prepared<Row>(
    sqlite,
    `SELECT r.* FROM json_each(@ids) wanted CROSS JOIN Recommendation r ON r.id = wanted.value WHERE ${ofOwner}`,
  ).all({ ids: JSON.stringify(ids), ownerId });
  const found = new Map(rows.map((row) => [row.id, toRecommendation(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The recommendations of each run, in order, those of one run newest first. One statement. */
export function listRunRecommendations({ sqlite }: Database, generationRunIds: readonly string[]): SavedRecommendation[][] {
  const rows = prepared<Row>(
    sqlite,
    'SELECT * FROM Recommendation WHERE generationRunId IN (SELECT value FROM json_each(?)) ORDER BY createdAt DESC, id DESC',
  )
    .all(JSON.stringify(generationRunIds))
    .map(toRecommendation);
  return generationRunIds.map((id) => rows.filter(({ generationRunId }) => generationRunId === id));
}

/** Where a recommendation stands in the list: time in milliseconds, then id. */
export interface RecommendationPlace {
  createdAt: number;
  id: string;
}

export interface RecommendationPageInput {
  ownerId: string;
  /** Null: all of the person's connections. */
  connectionId: string | null;
  filter: RecommendationFilter;
  after: RecommendationPlace | null;
  before: RecommendationPlace | null;
  limit: number;
  /** From the end of the list backwards: the rows come last one first. */
  isInverted: boolean;
}

/** A page of a person's recommendations, newest first. */
export function listRecommendations(
  { sqlite }: Database,
  { after, before, limit, isInverted, ...input }: RecommendationPageInput,
): SavedRecommendation[] {
  const walk = isInverted ? 'ASC' : 'DESC';
  return prepared<Row>(
    sqlite,
    `SELECT * FROM Recommendation WHERE ${matches}
       AND (@afterId IS NULL OR (createdAt, id) < (@afterAt, @afterId)) AND (@beforeId IS NULL OR (createdAt, id) > (@beforeAt, @beforeId))
     ORDER BY createdAt ${walk}, id ${walk} LIMIT @limit`,
  )
    .all({
      ...filterParameters(input),
      afterAt: after?.createdAt ?? null,
      afterId: after?.id ?? null,
      beforeAt: before?.createdAt ?? null,
      beforeId: before?.id ?? null,
      limit,
    })
    .map(toRecommendation);
}

export function countRecommendations(
  { sqlite }: Database,
  input: Pick<RecommendationPageInput, 'ownerId' | 'connectionId' | 'filter'>,
): number {
  const row = prepared<{ total: number }>(sqlite, `SELECT count(*) AS total FROM Recommendation WHERE ${matches}`).get(
    filterParameters(input),
  );
  return row?.total ?? 0;
}

const matches = `${ofOwner}
  AND (@connectionId IS NULL OR connectionId = @connectionId)
  AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))
  AND (@state IS NULL OR @state = CASE WHEN isDismissed THEN 'DISMISSED' WHEN isApplied THEN 'APPLIED' ELSE 'OPEN' END)
  AND (@isRead IS NULL OR isRead = @isRead)`;

function filterParameters({
  ownerId,
  connectionId,
  filter,
}: Pick<RecommendationPageInput, 'ownerId' | 'connectionId' | 'filter'>) {
  const { types, state, isRead } = filter;
  return {
    ownerId,
    connectionId,
    types: types?.length ? JSON.stringify(types) : null,
    state: state ?? null,
    isRead: isRead === null || isRead === undefined ? null : Number(isRead),
  };
}

type Mark = 'READ' | 'APPLIED' | 'DISMISSED';

// The first time stays. Applying takes a dismissal back and the other way round; both count as read.
const marks: Record<Mark, string> = {
  READ: 'isRead = 1, readAt = coalesce(readAt, @now)',
  APPLIED:
    'isRead = 1, readAt = coalesce(readAt, @now), isApplied = 1, appliedAt = coalesce(appliedAt, @now), isDismissed = 0, dismissedAt = NULL',
  DISMISSED:
    'isRead = 1, readAt = coalesce(readAt, @now), isDismissed = 1, dismissedAt = coalesce(dismissedAt, @now), isApplied = 0, appliedAt = NULL',
};

/** The recommendation as marked; null when it is not there or not the person's. */
export function markRecommendation(
  db: Database,
  { id, ownerId, mark, now }: { id: string; ownerId: string; mark: Mark; now: Date },
): SavedRecommendation | null {
  prepared(db.sqlite, `UPDATE Recommendation SET ${marks[mark]} WHERE id = @id AND ${ofOwner}`).run({
    id,
    ownerId,
    now: now.getTime(),
  });
  return findOwnRecommendation(db, id, ownerId);
}

/** What the person applied or dismissed, with the evidence it stood on. */
export function listSettledRecommendations({ sqlite }: Database, connectionId: string): SavedRecommendation[] {
  return prepared<Row>(sqlite, `SELECT * FROM Recommendation WHERE connectionId = ? AND NOT (${isOpen})`)
    .all(connectionId)
    .map(toRecommendation);
}

/** What is on offer: neither applied nor dismissed. */
export function listOpenRecommendations({ sqlite }: Database, connectionId: string): SavedRecommendation[] {
  return prepared<Row>(sqlite, `SELECT * FROM Recommendation WHERE connectionId = ? AND ${isOpen}`)
    .all(connectionId)
    .map(toRecommendation);
}

export interface GenerationResult {
  runId: string;
  connectionId: string;
  recommendations: readonly NewRecommendation[];
  /** Types that this run looked at. */
  types: readonly RecommendationType[];
  missing: readonly MissingRecommendation[];
  outcome: GenerationOutcome;
  fallbackReason: string | null;
  /** The tokens are counted request by request; see settleTokens. */
  model: string | null;
  latencyMs: number | null;
  now: Date;
}

/**
 * Ends the run well and writes its recommendations, together or not at all; a run that has ended already stays as it is. Open advice
 * on the same subject is refreshed rather than doubled, and belongs to this run from now on; measured differences that no longer
 * stand are withdrawn.
 */
export function finishGenerationRun(
  db: Database,
  { recommendations, types, connectionId, missing, now, ...run }: GenerationResult,
): void {
  const { sqlite } = db;
  sqlite
    .transaction(() => {
      const { changes } = prepared(
        sqlite,
        `UPDATE GenerationRun SET status = 'SUCCEEDED', doneSteps = totalSteps, outcome = @outcome, fallbackReason = @fallbackReason, missing = @missing,
           model = coalesce(@model, model), latencyMs = @latencyMs, errorMessage = NULL, finishedAt = @now
         WHERE id = @runId AND status = 'RUNNING'`,
      ).run({ ...run, missing: JSON.stringify(missing), now: now.getTime() });
      if (changes === 0) return;
      const open = listOpenRecommendations(db, connectionId);
      const withdraw = prepared(sqlite, 'DELETE FROM Recommendation WHERE id = ?');
      for (const old of open) {
        const isMeant = types.includes(old.type);
        if (isMeant && !recommendations.some((fresh) => isSame(old, fresh))) withdraw.run(old.id);
      }
      for (const fresh of recommendations) {
        const old = open.find((candidate) => isSame(candidate, fresh));
        if (old) refresh(sqlite, old, fresh, run.runId);
        else insert(sqlite, fresh, { runId: run.runId, connectionId, now });
      }
    })
    .immediate();
}

function isSame(one: NewRecommendation, other: NewRecommendation): boolean {
  return one.type === other.type && one.evidence.subject === other.evidence.subject;
}

function columnsOf({ content, evidence, ...fresh }: NewRecommendation) {
  const { type, title, description, confidence, statedConfidence, source, locale } = fresh;
  return {
    type,
    title,
    description,
    confidence,
    statedConfidence,
    source,
    locale,
    content: JSON.stringify(content),
    evidence: JSON.stringify(evidence),
  };
}

function insert(
  sqlite: Sqlite.Database,
  fresh: NewRecommendation,
  { runId, connectionId, now }: { runId: string; connectionId: string; now: Date },
): void {
  prepared(
    sqlite,
    `INSERT INTO Recommendation (id, connectionId, generationRunId, type, title, description, content, confidence, statedConfidence, source, evidence, locale, createdAt)
     VALUES (@id, @connectionId, @runId, @type, @title, @description, @content, @confidence, @statedConfidence, @source, @evidence, @locale, @now)`,
  ).run({ ...columnsOf(fresh), id: uuidv7(), runId, connectionId, now: now.getTime() });
}

/** Keeps the id and the day it was first made; what was read is unread again once its evidence has changed materially. */
function refresh(sqlite: Sqlite.Database, old: SavedRecommendation, fresh: NewRecommendation, runId: string): void {
  const isNews = hasChangedMaterially(old.evidence, fresh.evidence);
  prepared(
    sqlite,
    `UPDATE Recommendation SET generationRunId = @runId, title = @title, description = @description, content = @content, confidence = @confidence,
       statedConfidence = @statedConfidence, source = @source, evidence = @evidence, locale = @locale, isRead = isRead AND NOT @isNews, readAt = CASE WHEN @isNews THEN NULL ELSE readAt END
     WHERE id = @id AND type = @type`,
  ).run({ ...columnsOf(fresh), id: old.id, runId, isNews: Number(isNews) });
}

function toRecommendation({ content, evidence, readAt, appliedAt, dismissedAt, createdAt, ...row }: Row): SavedRecommendation {
  const time = (value: number | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    content: contentSchema.parse(JSON.parse(content)),
    evidence: evidenceSchema.parse(JSON.parse(evidence)),
    readAt: time(readAt),
    appliedAt: time(appliedAt),
    dismissedAt: time(dismissedAt),
    createdAt: new Date(createdAt),
  };
}

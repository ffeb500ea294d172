import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import type { TokenUsage } from '../language-model/language-model';
import { prepared } from '../videos/prepared-statement';
import type { MonthlyUsage } from './model-usage';

export interface NewReservation {
  ownerId: string;
  generationRunId: string;
  model: string;
  month: string;
  tokens: number;
  ceiling: number;
  now: Date;
}

/**
 * Sets tokens aside in the person's month, before they are asked for; null where the ceiling leaves no room for them. The sum and
 * the reservation are one transaction, so that generations side by side cannot pass the ceiling together. What is never settled,
 * because the process died, keeps counting: it may have been charged.
 */
export function reserveTokens({ sqlite }: Database, { ceiling, now, ...request }: NewReservation): string | null {
  return sqlite
    .transaction(() => {
      const { used } = prepared<{ used: number }>(
        sqlite,
        'SELECT coalesce(sum(tokens), 0) AS used FROM LanguageModelRequest WHERE ownerId = @ownerId AND month = @month',
      ).get({ ownerId: request.ownerId, month: request.month }) ?? { used: 0 };
      if (used + request.tokens > ceiling) return null;
      const id = uuidv7();
      prepared(
        sqlite,
        `INSERT INTO LanguageModelRequest (id, ownerId, generationRunId, model, month, tokens, createdAt)
         VALUES (@id, @ownerId, @generationRunId, @model, @month, @tokens, @now)`,
      ).run({ ...request, id, now: now.getTime() });
      return id;
    })
    .immediate();
}

/**
 * Puts what the server counted in the place of what was set aside, and adds the request up for its run. What the server did not
 * count stays as set aside.
 */
export function settleTokens(
  { sqlite }: Database,
  { id, inputTokens, outputTokens, costMicroUsd, now }: TokenUsage & { id: string; costMicroUsd: number | null; now: Date },
): void {
  sqlite
    .transaction(() => {
      prepared(
        sqlite,
        `UPDATE LanguageModelRequest SET tokens = coalesce(@inputTokens + @outputTokens, tokens), inputTokens = @inputTokens,
           outputTokens = @outputTokens, costMicroUsd = @costMicroUsd, settledAt = @now WHERE id = @id AND settledAt IS NULL`,
      ).run({ id, inputTokens, outputTokens, costMicroUsd, now: now.getTime() });
      prepared(
        sqlite,
        `UPDATE GenerationRun SET (model, inputTokens, outputTokens, costMicroUsd) =
           (SELECT max(model), sum(inputTokens), sum(outputTokens), CASE WHEN count(*) = count(costMicroUsd) THEN sum(costMicroUsd) END
            FROM LanguageModelRequest q WHERE q.generationRunId = GenerationRun.id)
         WHERE id = (SELECT generationRunId FROM LanguageModelRequest WHERE id = ?)`,
      ).run(id);
    })
    .immediate();
}

/** Gives back what was set aside for a request that was not charged. */
export function releaseTokens({ sqlite }: Database, id: string): void {
  prepared(sqlite, 'DELETE FROM LanguageModelRequest WHERE id = ? AND settledAt IS NULL').run(id);
}

export function getMonthlyUsage({ sqlite }: Database, ownerId: string, month: string): MonthlyUsage {
  const row = prepared<Omit<MonthlyUsage, 'month'>>(
    sqlite,
    `SELECT coalesce(sum(tokens), 0) AS tokensUsed, count(settledAt) - count(inputTokens + outputTokens) AS uncountedRequests,
       CASE WHEN count(settledAt) = count(costMicroUsd) THEN coalesce(sum(costMicroUsd), 0) END AS costMicroUsd
     FROM LanguageModelRequest WHERE ownerId = ? AND month = ?`,
  ).get(ownerId, month);
  if (!row) throw new Error('A sum without a row.');
  return { month, ...row };
}

import type { Database } from '../db/database';
import type { LanguageModel, TokenUsage } from '../language-model/language-model';
import { costInMicroUsd, monthEnd, monthOf } from './model-usage';
import { releaseTokens, reserveTokens, settleTokens } from './model-usage-queries';

/** What may still be asked of a language model. */
export interface TokenAllowance {
  /** When the ceiling counts from nought again. */
  resetsAt: Date;
  /** Sets tokens aside before they are asked for; null where the ceiling leaves no room. */
  reserve(tokens: number): TokenReservation | null;
}

export interface TokenReservation {
  /** Records what the server counted; what it did not count stays as set aside. */
  settle(usage: TokenUsage): void;
  /** Gives back what was not charged. */
  release(): void;
}

interface AllowanceInput {
  ownerId: string;
  generationRunId: string;
  model: Pick<LanguageModel, 'name' | 'terms'>;
  systemNow: () => Date;
}

/** The person's own month. It is the month of the system's time, whatever time the data live in: money is spent in real months. */
export function personAllowance(
  db: Database,
  { ownerId, generationRunId, model: { name, terms }, systemNow }: AllowanceInput,
): TokenAllowance {
  return {
    resetsAt: monthEnd(systemNow()),
    reserve(tokens) {
      const now = systemNow();
      const { monthlyTokens: ceiling } = terms;
      const id = reserveTokens(db, { ownerId, generationRunId, model: name, month: monthOf(now), tokens, ceiling, now });
      if (id === null) return null;
      return {
        settle: (usage) =>
          settleTokens(db, { id, ...usage, costMicroUsd: costInMicroUsd(usage, terms.prices), now: systemNow() }),
        release: () => releaseTokens(db, id),
      };
    },
  };
}

import type { TokenPrices, TokenUsage } from '../language-model/language-model';

/** What one person has used of the language model in a calendar month (UTC). */
export interface MonthlyUsage {
  /** Such as 2026-11. */
  month: string;
  /** Tokens, sent and received, that count against the ceiling; a request that is under way counts with the most it can take. */
  tokensUsed: number;
  /** Of the answers so far, in millionths of a US dollar; null once one has no known cost. */
  costMicroUsd: number | null;
  /** Answers whose tokens the server did not count. */
  uncountedRequests: number;
}

/** Calendar month in UTC, such as "2026-11". */
export function monthOf(time: Date): string {
  return time.toISOString().slice(0, 7);
}

/** When the next month begins, in UTC: the ceiling counts from nought again. */
export function monthEnd(time: Date): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 1));
}

/** In millionths of a US dollar, rounded to the nearest; null without prices or without both counts. */
export function costInMicroUsd({ inputTokens, outputTokens }: TokenUsage, prices: TokenPrices | null): number | null {
  if (!prices || inputTokens === null || outputTokens === null) return null;
  return Math.round(inputTokens * prices.input + outputTokens * prices.output);
}

/**
 * The most tokens a request can take: its answer at full length, and one token for each byte sent, since a tokenizer over bytes
 * makes no more of them. The frame of the messages and the schema that goes along are within the allowance on top.
 */
export function mostTokens({ sent, maxOutputTokens }: { sent: string; maxOutputTokens: number }): number {
  return Buffer.byteLength(sent, 'utf8') + frameTokens + maxOutputTokens;
}

const frameTokens = 2_000;

/** Why a cost is unknown. */
export type CostGap = 'NOT_ASKED' | 'NO_PRICES' | 'NOT_COUNTED';

interface CostedRun {
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costMicroUsd: number | null;
}

/** Null where the cost is known. */
export function costGapOf({ model, inputTokens, outputTokens, costMicroUsd }: CostedRun): CostGap | null {
  if (costMicroUsd !== null) return null;
  if (model === null) return 'NOT_ASKED';
  return inputTokens === null || outputTokens === null ? 'NOT_COUNTED' : 'NO_PRICES';
}

/** Null stays null. */
export function usdOf(microUsd: number | null): number | null {
  return microUsd === null ? null : microUsd / 1_000_000;
}

/** The same question for a month, in which nothing asked costs nothing. */
export function monthlyCostGapOf({ costMicroUsd, uncountedRequests }: MonthlyUsage): CostGap | null {
  if (costMicroUsd !== null) return null;
  return uncountedRequests > 0 ? 'NOT_COUNTED' : 'NO_PRICES';
}

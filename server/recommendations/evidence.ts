import { z } from 'zod';
import { criterionSchema } from '../analytics/criterion';

/**
 * What a recommendation stands on, as it is stored. Numbers come from statistics alone. Times are ISO 8601; effect, low and high
 * are in ln(views) at equal age: a choice against the creator's other videos, a series or outlier against the creator's level.
 */
export const evidenceSchema = z.object({
  /** What the advice is about within its type; with the type it identifies advice that says the same. */
  subject: z.string(),
  /** What a video that follows the advice is like; null: it cannot be recognised (also in evidence kept before it was stored). */
  criterion: criterionSchema.nullable().default(null),
  metric: z.string(),
  effect: z.number(),
  low: z.number(),
  high: z.number(),
  intervalLevel: z.number(),
  n: z.number().int(),
  /** The videos with the choice, then the others: how many, and the residuals that are drawn of them (see `spreadByRank`). */
  arms: z.array(
    z.object({
      label: z.string(),
      n: z.number().int(),
      residuals: z.array(z.number()).default([]),
      /** Of all n; null in evidence kept before it was stored, and where there is none. */
      meanResidual: z.number().nullable().default(null),
    }),
  ),
  supportingVideoIds: z.array(z.string()),
  contradictingVideoIds: z.array(z.string()),
  period: z.object({ from: z.string(), until: z.string(), timeZone: z.string() }),
  /** Version of the readings that the numbers come from; null in evidence kept before it was stored. */
  dataVersion: z.number().int().nullable().default(null),
  methodVersion: z.string(),
  statement: z.string(),
  document: z.string(),
  variables: z.record(z.string(), z.unknown()),
});

export type Evidence = z.infer<typeof evidenceSchema>;

/** Most videos that are named on each side, the most telling first. */
const longestList = 20;

/**
 * The videos of a choice that stood above the creator's own level and those that did not, the farthest first, at most 20 of each.
 */
export function splitByResidual(videos: readonly { id: string; residual: number }[]): {
  supportingVideoIds: string[];
  contradictingVideoIds: string[];
} {
  const compared = [...videos].sort((a, b) => b.residual - a.residual || a.id.localeCompare(b.id));
  const above = compared.filter(({ residual }) => residual > 0);
  const below = compared.filter(({ residual }) => residual <= 0).reverse();
  return {
    supportingVideoIds: above.slice(0, longestList).map(({ id }) => id),
    contradictingVideoIds: below.slice(0, longestList).map(({ id }) => id),
  };
}

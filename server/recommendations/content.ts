import { z } from 'zod';

/** What to do, by type: the structured part of a recommendation, as it is stored. */
const contentIdea = z.object({
  type: z.literal('CONTENT_IDEA'),
  angle: z.string(),
  hook: z.string(),
  steps: z.array(z.string()),
});
const script = z.object({
  type: z.literal('SCRIPT'),
  hook: z.string(),
  beats: z.array(z.string()),
  callToAction: z.string(),
  /** Median of the cited videos; null where no duration is known. */
  durationSeconds: z.number().int().nullable(),
});
const hashtagSet = z.object({ type: z.literal('HASHTAGS'), hashtags: z.array(z.string()) });
/**
 * Local hours of `timeZone`, `hourUntil` exclusive; weekday 1 is Monday, null every day. Hours since the video before; both null:
 * any, as in content kept before they were stored.
 */
const postingTime = z.object({
  type: z.literal('TIMING'),
  weekday: z.number().int().min(1).max(7).nullable(),
  hourFrom: z.number().int().min(0).max(23),
  hourUntil: z.number().int().min(1).max(24),
  minimumGapHours: z.number().nullable().default(null),
  maximumGapHours: z.number().nullable().default(null),
  timeZone: z.string(),
});
const videoFormat = z.object({
  type: z.literal('FORMAT'),
  minimumSeconds: z.number().int().nullable(),
  maximumSeconds: z.number().int().nullable(),
  label: z.string(),
});

export const contentSchema = z.discriminatedUnion('type', [contentIdea, script, hashtagSet, postingTime, videoFormat]);
export type RecommendationContent = z.infer<typeof contentSchema>;
export type ContentOf<Type extends RecommendationContent['type']> = Extract<RecommendationContent, { type: Type }>;

import { z } from 'zod';
import type { AnalyzedVideo } from './creator-data';
import { FORMATS, formatsOf } from './formats';
import { localTimeIn } from './local-time';

const hour = z.number().int().min(0).max(24);
const weekday = z.number().int().min(1).max(7);

/**
 * What a video must be like to have followed a choice. The same words are used when an effect is estimated, when later videos
 * are held against the advice, and when the next video is recognised. Bounds: from included, until and maximum excluded; null: open.
 */
export const criterionSchema = z.discriminatedUnion('kind', [
  /** Local hour of posting; weekday 1 is Monday, null means every day. */
  z.object({ kind: z.literal('HOURS'), weekday: weekday.nullable(), hourFrom: hour, hourUntil: hour, timeZone: z.string() }),
  z.object({ kind: z.literal('WEEKDAY'), weekday, timeZone: z.string() }),
  z.object({ kind: z.literal('HASHTAG'), hashtag: z.string() }),
  /** A recurring series: the caption begins with these words, as `openingKeys` writes them. */
  z.object({ kind: z.literal('OPENING'), opening: z.string() }),
  z.object({ kind: z.literal('DURATION'), minimumSeconds: z.number(), maximumSeconds: z.number().nullable() }),
  /** In characters as a reader counts them (code points). */
  z.object({ kind: z.literal('CAPTION_LENGTH'), minimumCharacters: z.number(), maximumCharacters: z.number().nullable() }),
  z.object({ kind: z.literal('SOUND'), sound: z.enum(['OWN', 'BORROWED']) }),
  /** Time since the creator's video before. */
  z.object({ kind: z.literal('GAP'), minimumHours: z.number(), maximumHours: z.number().nullable() }),
  z.object({ kind: z.literal('FORMAT'), format: z.enum(FORMATS) }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

/** What a criterion looks at. */
export interface ChosenVideo extends Pick<
  AnalyzedVideo,
  'publishedAt' | 'durationSeconds' | 'isAiGenerated' | 'width' | 'height' | 'hashtags' | 'openings' | 'captionLength' | 'sound'
> {
  /** Time of the creator's video before; null for the first. */
  previousPublishedAt: number | null;
}

const HOUR_MS = 3_600_000;

/** Whether a video follows the choice; null where that cannot be known (no length, no sound name, no video before). */
export function isMet(criterion: Criterion, video: ChosenVideo): boolean | null {
  switch (criterion.kind) {
    case 'HOURS': {
      const local = localTimeIn(criterion.timeZone).weekdayAndHour(video.publishedAt);
      const isDay = criterion.weekday === null || criterion.weekday === local.weekday;
      return isDay && local.hour >= criterion.hourFrom && local.hour < criterion.hourUntil;
    }
    case 'WEEKDAY':
      return localTimeIn(criterion.timeZone).weekdayAndHour(video.publishedAt).weekday === criterion.weekday;
    case 'HASHTAG':
      return video.hashtags.includes(criterion.hashtag);
    case 'OPENING':
      return video.openings.includes(criterion.opening);
    case 'DURATION':
      // A length of 0 is what TikTok says of photo posts and is no length.
      return video.durationSeconds ? isWithin(video.durationSeconds, criterion.minimumSeconds, criterion.maximumSeconds) : null;
    case 'CAPTION_LENGTH':
      return video.captionLength === null
        ? null
        : isWithin(video.captionLength, criterion.minimumCharacters, criterion.maximumCharacters);
    case 'SOUND':
      return video.sound === null ? null : video.sound === criterion.sound;
    case 'GAP':
      return video.previousPublishedAt === null
        ? null
        : isWithin((video.publishedAt - video.previousPublishedAt) / HOUR_MS, criterion.minimumHours, criterion.maximumHours);
    case 'FORMAT':
      return formatsOf(video).includes(criterion.format);
  }
}

function isWithin(value: number, minimum: number, maximum: number | null): boolean {
  return value >= minimum && value < (maximum ?? Infinity);
}

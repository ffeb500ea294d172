import type { ReportedChoice } from './choice-report';
import type { AnalyzedVideo } from './creator-data';

type Shape = Pick<AnalyzedVideo, 'durationSeconds' | 'isAiGenerated' | 'width' | 'height'>;

/** What TikTok tells of a post's form; a post can have several of them. */
export const FORMATS = ['PHOTO', 'VERTICAL', 'HORIZONTAL', 'SQUARE', 'AI_GENERATED'] as const;
export type Format = (typeof FORMATS)[number];

/** PHOTO is a guess from a length of 0 seconds, the only sign of a photo post there is. Orientation needs width and height. */
export function formatsOf({ durationSeconds, isAiGenerated, width, height }: Shape): Format[] {
  const formats: Format[] = [];
  if (durationSeconds === 0) formats.push('PHOTO');
  if (width && height) formats.push(height > width ? 'VERTICAL' : height < width ? 'HORIZONTAL' : 'SQUARE');
  if (isAiGenerated) formats.push('AI_GENERATED');
  return formats;
}

/** One choice per format that the creator has used at least once. */
export function formatChoices(universe: readonly number[], shapeOf: (position: number) => Shape): ReportedChoice[] {
  const members = new Map<Format, number[]>(FORMATS.map((format) => [format, []]));
  for (const i of universe) for (const format of formatsOf(shapeOf(i))) members.get(format)!.push(i);
  return [...members].filter(([, list]) => list.length > 0).map(([key, list]) => ({ key, members: list }));
}

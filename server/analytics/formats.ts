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

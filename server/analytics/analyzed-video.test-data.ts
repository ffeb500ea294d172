import type { AnalyzedVideo } from './creator-data';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Noon of a Sunday in Paris. */
export const NOW = Date.UTC(2026, 10, 22, 11);

let next = 0;

/** A vertical video of 20 s, published ten days before it was read. */
export function analyzedVideo(values: Partial<AnalyzedVideo> = {}): AnalyzedVideo {
  next += 1;
  return {
    id: `video-${String(next).padStart(5, '0')}`,
    publishedAt: NOW - 10 * DAY,
    observedAt: NOW,
    durationSeconds: 20,
    isAiGenerated: false,
    width: 576,
    height: 1024,
    hashtags: [],
    openings: [],
    captionLength: 80,
    sound: null,
    views: 1_000,
    likes: 30,
    comments: 2,
    shares: 3,
    followersAtPublication: 500,
    ...values,
  };
}

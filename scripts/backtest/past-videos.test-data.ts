import type { AnalyzedVideo } from '../../server/analytics/creator-data';
import { DAY_MS, historyOf, type History } from './history';

export const firstDay = Date.UTC(2026, 0, 5);

/** A video a day, at noon, read a year later; ln(views) is about 7 unless given. */
export function dailyVideo(day: number, values: Partial<AnalyzedVideo> = {}): AnalyzedVideo {
  return {
    id: `day-${String(day).padStart(5, '0')}`,
    publishedAt: firstDay + day * DAY_MS + DAY_MS / 2,
    observedAt: firstDay + (day + 365) * DAY_MS,
    durationSeconds: 20,
    isAiGenerated: null,
    width: null,
    height: null,
    hashtags: [],
    openings: [],
    captionLength: null,
    sound: null,
    views: 1_000,
    likes: null,
    comments: null,
    shares: null,
    followersAtPublication: null,
    ...values,
  };
}

export function dailyHistory(days: number, valuesOf: (day: number) => Partial<AnalyzedVideo> = () => ({})): History {
  return historyOf(
    'someone',
    'UTC',
    Array.from({ length: days }, (_unused, day) => dailyVideo(day, valuesOf(day))),
  );
}

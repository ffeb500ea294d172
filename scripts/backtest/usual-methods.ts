import type { Criterion } from '../../server/analytics/criterion';
import { localTimeIn } from '../../server/analytics/local-time';
import type { RecommendationType } from '../../server/recommendations/recommendation';
import { meanOf, type PastVideo } from './history';

export const usualMethods = ['raw-heat-map', 'most-frequent-slot', 'best-raw-hashtag'] as const;
export type UsualMethod = (typeof usualMethods)[number];

/** Fewer videos in a slot or with a hashtag are not looked at; without any limit the best is nearly always a single video. */
const MINIMUM_VIDEOS = 3;

export const typeOfUsualMethod: Record<UsualMethod, RecommendationType> = {
  'raw-heat-map': 'TIMING',
  'most-frequent-slot': 'TIMING',
  'best-raw-hashtag': 'HASHTAGS',
};

/**
 * What is sold elsewhere, at its best: on ln(views) at equal age, not on lifetime totals. The slot of weekday and hour with the highest
 * plain mean; the slot most often used; the hashtag with the highest plain mean. Ties go to the earlier slot or name.
 * Null where nothing was used three times.
 */
export function usualAdvice(method: UsualMethod, videos: readonly PastVideo[], timeZone: string): Criterion | null {
  if (method === 'best-raw-hashtag') {
    const hashtag = best(
      groups(videos, ({ hashtags }) => [...new Set(hashtags)]),
      videos.length,
      meanLogViews,
    );
    return hashtag === null ? null : { kind: 'HASHTAG', hashtag };
  }
  const time = localTimeIn(timeZone);
  const slots = groups(videos, ({ publishedAt }) => {
    const { weekday, hour } = time.weekdayAndHour(publishedAt);
    return [`${weekday} ${String(hour).padStart(2, '0')}`];
  });
  const slot = best(slots, videos.length, method === 'raw-heat-map' ? meanLogViews : ({ length }) => length);
  if (slot === null) return null;
  const [weekday, hour] = slot.split(' ').map(Number);
  return { kind: 'HOURS', weekday: weekday!, hourFrom: hour!, hourUntil: hour! + 1, timeZone };
}

function groups(videos: readonly PastVideo[], keysOf: (video: PastVideo) => string[]): Map<string, PastVideo[]> {
  const made = new Map<string, PastVideo[]>();
  for (const video of videos) for (const key of keysOf(video)) made.set(key, [...(made.get(key) ?? []), video]);
  return made;
}

/** The key with the highest score among those with enough videos in it and outside it. */
function best(
  candidates: ReadonlyMap<string, PastVideo[]>,
  count: number,
  score: (videos: readonly PastVideo[]) => number,
): string | null {
  const scored = [...candidates]
    .filter(([, members]) => members.length >= MINIMUM_VIDEOS && count - members.length >= MINIMUM_VIDEOS)
    .map(([key, members]) => ({ key, score: score(members) }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return scored[0]?.key ?? null;
}

function meanLogViews(videos: readonly PastVideo[]): number {
  return meanOf(videos.map(({ logViews }) => logViews));
}

import { GAP_MS, type History, type PastVideo } from './history';

/** With fewer videos nobody can be told anything: no method compares choices below this. */
export const FIRST_ORIGIN = 20;
const SHORTEST_STEP = 10;
const STEP_SHARE = 0.25;

export interface Origin {
  /** Videos known when the advice is given. */
  known: readonly PastVideo[];
  /** What is posted while this advice is the newest, and everything that follows it: both from seven days after the last known video. */
  window: readonly PastVideo[];
  later: readonly PastVideo[];
}

/**
 * Advice is given after 20 videos and again whenever the history has grown by a quarter (by ten videos at least), as it is
 * refreshed in use. Advice given on the first p videos counts from seven days after the last of them, when all of them are seven days old,
 * until the next advice counts; so windows do not overlap, and no video is counted for two origins. Posts of the gap between
 * are neither known nor later.
 */
export function rollingOrigins({ videos }: Pick<History, 'videos'>): Origin[] {
  const sizes = originSizes(videos.length);
  const starts = sizes.map((size) => firstAfter(videos, videos[size - 1]!.publishedAt + GAP_MS));
  return sizes
    .map((size, k) => ({
      known: videos.slice(0, size),
      window: videos.slice(starts[k]!, starts[k + 1] ?? videos.length),
      later: videos.slice(starts[k]!),
    }))
    .filter(({ window }) => window.length > 0);
}

function originSizes(count: number): number[] {
  const sizes: number[] = [];
  for (let size = FIRST_ORIGIN; size < count; size += Math.max(SHORTEST_STEP, Math.round(size * STEP_SHARE))) sizes.push(size);
  return sizes;
}

function firstAfter(videos: readonly PastVideo[], time: number): number {
  const index = videos.findIndex(({ publishedAt }) => publishedAt >= time);
  return index === -1 ? videos.length : index;
}

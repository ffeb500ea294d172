import type { History, PastVideo } from './history';

/** Far enough that no level of then is left, and no whole number of weeks or months in any history. */
export const PLACEBO_SHIFT = 0.37;

/**
 * The same history, in which the counts have nothing to do with what was chosen: those of each video are the ones of the video 37 % of
 * the history later, round at the end. How counts follow each other, and how choices do, stays as it is; whatever gain is measured
 * here is none.
 */
export function placeboOf({ videos, ...rest }: History): History {
  const shift = Math.max(1, Math.round(PLACEBO_SHIFT * videos.length));
  return {
    ...rest,
    videos: videos.map((video, i): PastVideo => {
      const source = videos[(i + shift) % videos.length]!;
      const { views, likes, comments, shares, logViews } = source;
      // The same age at the reading, so that its views at seven days stay what they were.
      const observedAt = source.observedAt === null ? null : video.publishedAt + source.observedAt - source.publishedAt;
      return { ...video, views, likes, comments, shares, logViews, observedAt };
    }),
  };
}

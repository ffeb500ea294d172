import type { Choices } from '../analytics/choices';
import type { Comparisons } from '../analytics/comparisons';
import { ageHoursOf } from '../analytics/creator-data';
import { YOUNGEST_LEVEL_HOURS } from '../analytics/growth-path';
import type { CreatorHistory } from './creator-history';

interface AnalyzedCreator {
  connectionId: string;
  comparisons: Comparisons;
  choices: Choices;
  /** By video id; a video without caption may be absent. */
  captions: ReadonlyMap<string, string>;
  /** The newest reading. */
  asOf: Date;
}

/** Joins what analytics computed with the captions. */
export function historyFromAnalysis({ connectionId, comparisons, choices, captions, asOf }: AnalyzedCreator): CreatorHistory {
  const { videos, comparable, baseline } = comparisons;
  const compared = new Set(comparable);
  const first = videos[comparable[0] ?? videos.length]?.publishedAt ?? asOf.getTime();
  return {
    connectionId,
    period: { from: new Date(first), until: asOf, timeZone: choices.timeZone },
    choices,
    videos: videos
      .map((video, position) => ({
        id: video.id,
        caption: captions.get(video.id) ?? '',
        hashtags: video.hashtags,
        durationSeconds: video.durationSeconds || null,
        publishedAt: new Date(video.publishedAt),
        isComparable: video.views !== null && (ageHoursOf(video) ?? 0) >= YOUNGEST_LEVEL_HOURS,
        chosen: { ...video, previousPublishedAt: videos[position - 1]?.publishedAt ?? null },
        residual: baseline && compared.has(position) ? baseline.residual[position]! : null,
      }))
      .reverse(),
  };
}

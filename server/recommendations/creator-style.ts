import { plainCaption } from '../videos/quotable-caption';
import { comparedVideos, type CreatorHistory, type HistoryVideo } from './creator-history';

/** How a creator writes: what a language model may imitate. Everything in it was written by the creator, or pasted. */
export interface CreatorStyle {
  /** Captions of the videos that stood highest over the creator's own level, the highest first; plain and cut. */
  topCaptions: string[];
  /** Most used first, lower case, without #. */
  hashtags: string[];
  /** How series of captions begin, the most frequent first. */
  series: string[];
}

const mostCaptions = 5;
const mostHashtags = 10;
const mostSeries = 5;
const fewestOfSeries = 3;

export function creatorStyle({ videos }: Pick<CreatorHistory, 'videos'>): CreatorStyle {
  return {
    topCaptions: highest(videos)
      .map(({ caption }) => plainCaption(caption))
      .filter(Boolean)
      .slice(0, mostCaptions),
    hashtags: mostFrequent(videos.flatMap(({ hashtags }) => [...new Set(hashtags)])).slice(0, mostHashtags),
    series: withoutBeginnings(
      mostFrequent(
        videos.flatMap(({ chosen }) => [...chosen.openings]),
        fewestOfSeries,
      ),
    ).slice(0, mostSeries),
  };
}

function highest(videos: readonly HistoryVideo[]): HistoryVideo[] {
  return comparedVideos({ videos }).sort((a, b) => b.residual - a.residual || a.id.localeCompare(b.id));
}

function mostFrequent(values: readonly string[], fewest = 1): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || a[0].localeCompare(b[0]))
    .map(([value]) => value);
}

/** Captions that begin with three words alike begin with two alike as well; the longer beginning says more. */
function withoutBeginnings(openings: readonly string[]): string[] {
  return openings.filter((opening) => !openings.some((other) => other !== opening && other.startsWith(`${opening} `)));
}

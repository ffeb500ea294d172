import { captionOpening } from '../videos/quotable-caption';
import { isReachHashtag } from '../videos/reach-hashtags';
import { type AdviceOf, type CitedVideo, type CommonGround, type Finding, nothing } from './advice';
import { type ComparedVideo, type CreatorHistory, videosWith } from './creator-history';
import { basisOf, noneStanding, standing, type StandingEffect } from './find-choices';

const mostIdeas = 2;
const mostCommonHashtags = 3;
const families = ['HASHTAG', 'OPENING'] as const;

/** Series to go on with: what recurs in the creator's captions, or a hashtag of content, and stands above the creator's habit. */
export function findContentIdeas(history: CreatorHistory): Finding<'CONTENT_IDEA'> {
  const found = standingSeries(history);
  if (found.length === 0) return noneStanding('CONTENT_IDEA', history, families);
  return { advice: found.slice(0, mostIdeas).map((series) => build('CONTENT_IDEA', series, highest(series.videos), history)) };
}

/** The outline of one more video of the surest series, from the one that stood highest among those whose caption has words. */
export function findScript(history: CreatorHistory): Finding<'SCRIPT'> {
  const found = standingSeries(history);
  if (found.length === 0) return noneStanding('SCRIPT', history, families);
  for (const series of found) {
    const worded = series.videos.filter(({ caption }) => captionOpening(caption) !== null);
    if (worded.length > 0) return { advice: [build('SCRIPT', series, highest(worded), history)] };
  }
  return nothing('SCRIPT', 'NO_CAPTIONS');
}

interface Series {
  commonGround: CommonGround;
  effect: StandingEffect;
  videos: ComparedVideo[];
}

function standingSeries(history: CreatorHistory): Series[] {
  return standing(history, families).flatMap((effect) => {
    const { criterion } = effect;
    const isSeries = criterion.kind === 'OPENING' || (criterion.kind === 'HASHTAG' && !isReachHashtag(criterion.hashtag));
    return isSeries ? [{ commonGround: criterion, effect, videos: videosWith(history, criterion) }] : [];
  });
}

function build<Type extends 'CONTENT_IDEA' | 'SCRIPT'>(
  type: Type,
  { commonGround, effect, videos }: Series,
  example: ComparedVideo,
  history: CreatorHistory,
): Pick<AdviceOf<'CONTENT_IDEA'>, 'basis' | 'commonGround' | 'example' | 'hashtags' | 'durationSeconds'> & { type: Type } {
  return {
    type,
    basis: basisOf(effect, history),
    commonGround,
    example: cite(example),
    hashtags: commonHashtags(videos),
    durationSeconds: medianDuration(videos),
  };
}

function highest(videos: readonly ComparedVideo[]): ComparedVideo {
  return videos.reduce((best, video) => (video.residual > best.residual ? video : best));
}

function cite({ id, caption, publishedAt, hashtags }: ComparedVideo): CitedVideo {
  return { id, opening: captionOpening(caption), publishedAt, hashtags };
}

/** On more than half of the videos, the most frequent first. */
function commonHashtags(videos: readonly ComparedVideo[]): string[] {
  const counts = new Map<string, number>();
  for (const { hashtags } of videos) for (const hashtag of new Set(hashtags)) counts.set(hashtag, (counts.get(hashtag) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > videos.length / 2)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, mostCommonHashtags)
    .map(([hashtag]) => hashtag);
}

function medianDuration(videos: readonly ComparedVideo[]): number | null {
  const known = videos
    .flatMap(({ durationSeconds }) => (durationSeconds === null ? [] : [durationSeconds]))
    .sort((a, b) => a - b);
  return known[Math.floor((known.length - 1) / 2)] ?? null;
}

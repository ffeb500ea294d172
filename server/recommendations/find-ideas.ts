import { type AdviceBasis, type AdviceOf, type CitedVideo, type Finding, nothing, tooFew } from './advice';
import { carryOver, isBeyondChance } from './carry-over';
import type { CreatorHistory } from './creator-history';
import { splitByResidual } from './evidence';
import { basisOf, cautious, isMeasured } from './find-choices';
import { comparableVideos, fewestVideosForOutliers, upwardOutliers, type ComparedVideo } from './outlier';
import { captionOpening } from '../videos/quotable-caption';
import { reproduceHashtags, reproduceResiduals } from './reproduction';
import { findSeries, type Series } from './series';

/** Key of the metric that is carried over. */
const residualMetric = 'residual';
const methodVersion = 'carry-over/1';

/** A series is worth going on with from this probability that it is beyond the minimum gain. */
const leastSeriesConfidence = 0.8;
const mostIdeas = 2;
const mostCommonHashtags = 3;

type BuiltAdvice = AdviceOf<'CONTENT_IDEA'> | AdviceOf<'SCRIPT'>;

/** Ideas to take up again: the surest series, then the highest outlier outside it. */
export function findContentIdeas(history: CreatorHistory): Finding<'CONTENT_IDEA'> {
  const material = findMaterial(history);
  if ('missing' in material) return material.missing('CONTENT_IDEA');
  const { outliers, series } = material;
  const inSeries = new Set(series[0]?.videos.map(({ id }) => id));
  const alone = outliers
    .filter(({ id }) => !inSeries.has(id))
    .slice(0, mostIdeas)
    .flatMap((video) => measure(single(video), material) ?? []);
  return {
    advice: [...series.slice(0, 1), ...alone]
      .slice(0, mostIdeas)
      .flatMap((group) => highest(group.videos).map((example) => build('CONTENT_IDEA', group, group.subject, example))),
  };
}

/** A script that takes up the highest outlier whose caption has words; its series speaks for it where it belongs to one. */
export function findScript(history: CreatorHistory): Finding<'SCRIPT'> {
  const material = findMaterial(history);
  if ('missing' in material) return material.missing('SCRIPT');
  const video = material.outliers.find(({ caption }) => captionOpening(caption) !== null);
  if (!video) return nothing('SCRIPT', 'NO_OUTLIER');
  const home = material.series.find(({ videos }) => videos.some(({ id }) => id === video.id)) ?? measure(single(video), material);
  return home ? { advice: [build('SCRIPT', home, `video:${video.id}`, video)] } : nothing('SCRIPT', 'NO_OUTLIER');
}

interface Material {
  history: CreatorHistory;
  scatter: number;
  videos: ComparedVideo[];
  outliers: ComparedVideo[];
  /** Those that stand above the level, the surest first. */
  series: MeasuredSeries[];
}

/** A series with what is known of its effect. */
type MeasuredSeries = Series & { seen: number; basis: Omit<AdviceBasis, 'subject'> };

type Shortage = { missing: <Type extends 'CONTENT_IDEA' | 'SCRIPT'>(type: Type) => Finding<Type> };

const materials = new WeakMap<CreatorHistory, Material | Shortage>();

/** Ideas and scripts are made of the same material, which is gathered once for each history. */
function findMaterial(history: CreatorHistory): Material | Shortage {
  const known = materials.get(history) ?? gatherMaterial(history);
  materials.set(history, known);
  return known;
}

function gatherMaterial(history: CreatorHistory): Material | Shortage {
  const videos = comparableVideos(history.videos);
  if (!history.level || videos.length < fewestVideosForOutliers) {
    const have = history.videos.filter(({ isComparable }) => isComparable).length;
    return { missing: (type) => tooFew(type, Math.min(have, fewestVideosForOutliers - 1), fewestVideosForOutliers) };
  }
  const { scatter } = history.level;
  const outliers = upwardOutliers(videos, scatter);
  const groups = findSeries(videos);
  const openings = groups.filter(({ commonGround }) => commonGround.kind === 'OPENING').length;
  const effects = new Map(history.hashtags.effects.map((effect) => [effect.key, effect]));
  const isPromising = ({ commonGround, videos: members }: Series): boolean =>
    commonGround.kind === 'HASHTAG'
      ? (effects.get(commonGround.hashtag)?.probability ?? 0) >= leastSeriesConfidence
      : isBeyondChance(residualsOf(members), scatter, openings);
  const series = groups
    .filter(isPromising)
    .flatMap((group) => measure(group, { history, scatter, videos }) ?? [])
    .filter(({ basis }) => basis.confidence >= leastSeriesConfidence)
    .sort((a, b) => b.basis.confidence - a.basis.confidence || b.basis.n - a.basis.n || a.subject.localeCompare(b.subject));
  if (outliers.length === 0 && series.length === 0) return { missing: (type) => nothing(type, 'NO_OUTLIER') };
  return { history, scatter, videos, outliers, series };
}

/**
 * A hashtag's effect comes from analytics, which knows how much hashtags differ at all for this creator; null where it has no
 * estimate. What has no analytics of its own (captions that begin alike, a single video) is read as what carries over.
 */
function measure(
  group: Series,
  { history, scatter, videos }: Pick<Material, 'history' | 'scatter' | 'videos'>,
): MeasuredSeries | null {
  const { seen, effect, low, high, probability } = carryOver(residualsOf(group.videos), scatter, history.intervalLevel);
  if (group.commonGround.kind === 'HASHTAG') {
    const { hashtag } = group.commonGround;
    const known = history.hashtags.effects.find(({ key }) => key === hashtag);
    if (!known || !isMeasured(known) || known.estimate <= 0) return null;
    return {
      ...group,
      seen,
      basis: basisOf(
        known,
        hashtag,
        { kind: 'HASHTAG', hashtag },
        history.hashtags,
        history.videos,
        reproduceHashtags(history.connectionId),
      ),
    };
  }
  const videoIds = group.videos.map(({ id }) => id);
  return {
    ...group,
    seen,
    basis: {
      criterion: group.commonGround.kind === 'OPENING' ? { kind: 'OPENING', opening: group.commonGround.opening } : null,
      metric: residualMetric,
      effect,
      low,
      high,
      intervalLevel: history.intervalLevel,
      n: group.videos.length,
      otherCount: videos.length - group.videos.length,
      confidence: cautious(probability),
      ...splitByResidual(group.videos),
      methodVersion,
      reproduction: reproduceResiduals(history.connectionId, videoIds),
    },
  };
}

function build<Type extends BuiltAdvice['type']>(type: Type, group: MeasuredSeries, subject: string, example: ComparedVideo) {
  return {
    type,
    basis: { ...group.basis, subject },
    commonGround: group.commonGround,
    example: cite(example),
    seen: group.seen,
    hashtags: commonHashtags(group.videos),
    durationSeconds: medianDuration(group.videos),
  };
}

function single(video: ComparedVideo): Series {
  return { subject: `video:${video.id}`, commonGround: { kind: 'SINGLE' }, videos: [video] };
}

function highest(videos: readonly ComparedVideo[]): ComparedVideo[] {
  return [...videos].sort((a, b) => b.comparison.residual - a.comparison.residual).slice(0, 1);
}

function cite({ id, caption, publishedAt, hashtags, durationSeconds, comparison }: ComparedVideo): CitedVideo {
  const { ratio, percentile } = comparison;
  return { id, opening: captionOpening(caption), publishedAt, hashtags, durationSeconds, ratio, percentile };
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

function residualsOf(videos: readonly ComparedVideo[]): number[] {
  return videos.map(({ comparison }) => comparison.residual);
}

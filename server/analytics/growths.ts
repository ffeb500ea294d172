import type { Comparisons } from './comparisons';
import { isExpectedMore, type GrowthHistory } from './growth-history';
import type { GrowthInterval } from './growth-interval';
import { MOMENTUM_AGE_HOURS, type CreatorLevel, type Momentum } from './momentum';
import { videoGrowth, type VideoGrowth } from './video-growth';

const HOUR_MS = 3_600_000;
/** Where nothing is expected any more the intervals are forgotten, but for those that newer videos are told from. */
const KEPT_ANYWAY = 13;
/** The level's weights fall by 0.95 per post on one side: as good as 39 videos at most. */
const MOST_LEVEL_VIDEOS = 39;
/** Forecasts between two pauses: a few milliseconds. */
const FORECASTS_A_STEP = 20;

/** The growth of all videos of a creator: what was read is kept small, what is expected is computed when it is asked for. */
export class Growths {
  private readonly moving: Record<Momentum, { position: number; probability: number }[]> = {
    BREAKING_OUT: [],
    STALLING: [],
    AS_EXPECTED: [],
    UNKNOWN: [],
  };

  /** @param histories one for each video of the comparisons, in their order */
  constructor(
    private readonly histories: readonly GrowthHistory[],
    private readonly comparisons: Comparisons,
  ) {}

  /** The growth of the video at this position of the comparisons. */
  at(position: number): VideoGrowth {
    return videoGrowth(this.histories[position]!, this.others(position), this.levelAt(position));
  }

  /** Ids of the videos published in the last 7 days of which this is said, most probable first. */
  idsOf(momentum: Momentum): string[] {
    return this.moving[momentum].map(({ position }) => this.comparisons.videos[position]!.id);
  }

  /** How many videos of the last 7 days can be told at all. */
  get toldCount(): number {
    return Object.values(this.moving).reduce((sum, list) => sum + list.length, 0);
  }

  /** Looks at the videos published less than 7 days before `asOf` (ms), in steps. */
  *lookAtYoung(asOf: number): Generator<void, void> {
    const { videos } = this.comparisons;
    let done = 0;
    for (let i = videos.length - 1; i >= 0 && videos[i]!.publishedAt > asOf - MOMENTUM_AGE_HOURS * HOUR_MS; i--) {
      const { momentum, probability } = this.at(i).momentum;
      if (probability !== null) this.moving[momentum].push({ position: i, probability });
      if (++done % FORECASTS_A_STEP === 0) yield;
    }
    for (const list of Object.values(this.moving)) list.sort((a, b) => b.probability - a.probability);
  }

  private *others(self: number): Generator<readonly GrowthInterval[]> {
    for (let i = this.histories.length - 1; i >= 0; i--) {
      const { intervals } = this.histories[i]!;
      if (i !== self && intervals.length > 0) yield intervals;
    }
  }

  private levelAt(position: number): CreatorLevel | null {
    const { baseline } = this.comparisons;
    const level = baseline?.level[position] ?? NaN;
    if (!baseline || Number.isNaN(level)) return null;
    return { level, standardError: baseline.scatter / Math.sqrt(Math.min(baseline.n, MOST_LEVEL_VIDEOS)) };
  }
}

/** @param known history of each video by its id  @param asOf time of the newest reading of anything, ms; null before any */
export function* growthSteps(
  known: ReadonlyMap<string, GrowthHistory>,
  comparisons: Comparisons,
  asOf: number | null,
): Generator<void, Growths> {
  const histories = withoutOldIntervals(comparisons.videos.map(({ id }) => known.get(id)!));
  yield;
  const growths = new Growths(histories, comparisons);
  if (asOf !== null) yield* growths.lookAtYoung(asOf);
  return growths;
}

/** Expects the histories in order of publication. */
function withoutOldIntervals(histories: readonly GrowthHistory[]): GrowthHistory[] {
  let kept = 0;
  return histories
    .toReversed()
    .map((history) => {
      if (history.intervals.length === 0 || ++kept <= KEPT_ANYWAY || isExpectedMore(history)) return history;
      return { ...history, intervals: [] };
    })
    .reverse();
}

import { GaussianPrediction } from './gaussian-prediction';
import type { GrowthInterval } from './growth-interval';
import { ageAtLogGrowthShare, logGrowthShare } from './growth-path';
import { normalQuantile } from './normal-distribution';

export const GROWTH_METHOD_VERSION = 'growth-1';

/** Root under which the pace of growth is nearly normal (between the logarithm and the cube root fits the readings best). */
const ROOT = 4;
/** Spread of the fourth root of the pace between videos up to four days of age. */
const SPREAD = 0.17;
/** From there it grows with this power of the age, up to the widest: small accounts, viral feeds and trending lists part. */
const SPREAD_FROM_HOURS = 96;
const SPREAD_POWER = 0.75;
const WIDEST_SPREAD = 0.4;
/** Share of the variance that the videos of a creator have in common. */
const CREATOR_SHARE = 0.2;
/** How far the pace remembers itself, in ln(age): within a video, and between the videos of a creator. */
const VIDEO_MEMORY = 2;
const CREATOR_MEMORY = 2.5;
/** What an interval has of its own beside the video's pace, as a share of the spread. */
const NOISE = 0.4;
/** Widths in ln(age): from the upper on this noise averages out, below the lower one the time of day adds to it. */
const NOISE_WIDTH = 0.25;
const SHORTEST_WIDTH = 0.08;
/** Nothing counts as further from the median than this many spreads, neither what was seen nor what is expected. */
const FARTHEST_SPREADS = 2.5;
/** Fourth root of a pace of 1/40: below, the slope of the root says nothing about counts. */
const SMALLEST_ROOT = 0.4;

/** Growth still to come, in ln(views). */
export interface ExpectedGrowth {
  /** Quantile of ln(views at the later age / views now); p in (0, 1), 0.5 the median. Never negative. */
  quantile: (p: number) => number;
}

interface Pace {
  /** ln ages, in hours, at a sixth, a half and five sixths of the median growth of the interval. */
  nodes: readonly [number, number, number];
  spread: number;
  noiseVariance: number;
}

/**
 * How a video goes on growing from an age, told from what it and the creator's other videos did.
 *
 * The pace of an interval is its growth in ln(views) over that of the median video at the same ages. Its fourth root (as for
 * chi-squared variables: Hawkins and Wixley 1986, The American Statistician 40, 296–298) is taken as a Gaussian process with mean
 * 1 whose correlation falls exponentially with the distance in ln(age): one part common to the creator, one part of the video,
 * and noise of the interval. Prediction is the process's conditional distribution (kriging). Fitted to 13,320 videos read
 * repeatedly; see docs/decisions/0020.
 */
export class GrowthForecast {
  private readonly observed: readonly Pace[];
  private readonly ownCount: number;
  private readonly prediction: GaussianPrediction;

  /**
   * @param own intervals of this video, none with a single reading
   * @param others one interval of each other video of the creator that is used
   */
  constructor(
    private readonly fromAgeHours: number,
    own: readonly GrowthInterval[],
    others: readonly GrowthInterval[],
  ) {
    const intervals = [...own, ...others].filter(({ medianGrowth }) => medianGrowth > 0);
    this.ownCount = own.filter(({ medianGrowth }) => medianGrowth > 0).length;
    this.observed = intervals.map((interval) => withCounting(paceOf(interval.fromAgeHours, interval.untilAgeHours), interval));
    const deviations = intervals.map(({ growth, medianGrowth }, i) => {
      const farthest = FARTHEST_SPREADS * this.observed[i]!.spread;
      return Math.min(farthest, Math.max(-farthest, signedRoot(growth / medianGrowth) - 1));
    });
    this.prediction = new GaussianPrediction((i, j) => this.covariance(i, j), deviations);
  }

  /** Growth from the forecast's age until a later one, in hours. */
  until(ageHours: number): ExpectedGrowth {
    const medianGrowth = logGrowthShare(ageHours) - logGrowthShare(this.fromAgeHours);
    if (!(medianGrowth > 0)) return { quantile: () => 0 };
    const target = paceOf(this.fromAgeHours, ageHours);
    const { deviation, variance } = this.prediction.predict(
      this.observed.map((pace, i) => covarianceOf(pace, target, i < this.ownCount)),
      covarianceOf(target, target, true) + target.noiseVariance,
    );
    const standardDeviation = Math.sqrt(variance);
    const highest = 1 + FARTHEST_SPREADS * target.spread;
    return {
      quantile: (p) => {
        const root = 1 + deviation + standardDeviation * normalQuantile(p);
        return medianGrowth * Math.min(highest, Math.max(0, root)) ** ROOT;
      },
    };
  }

  private covariance(i: number, j: number): number {
    const [a, b] = [this.observed[i]!, this.observed[j]!];
    const isSameVideo = i === j || (i < this.ownCount && j < this.ownCount);
    return covarianceOf(a, b, isSameVideo) + (i === j ? a.noiseVariance : 0);
  }
}

function covarianceOf(a: Pace, b: Pace, isSameVideo: boolean): number {
  let shared = 0;
  for (const x of a.nodes) {
    for (const y of b.nodes) {
      const distance = Math.abs(x - y);
      shared += CREATOR_SHARE * Math.exp(-distance / CREATOR_MEMORY);
      if (isSameVideo) shared += (1 - CREATOR_SHARE) * Math.exp(-distance / VIDEO_MEMORY);
    }
  }
  return (a.spread * b.spread * shared) / (a.nodes.length * b.nodes.length);
}

function paceOf(fromAgeHours: number, untilAgeHours: number): Pace {
  const [start, end] = [logGrowthShare(fromAgeHours), logGrowthShare(untilAgeHours)];
  const at = (share: number) => Math.log(ageAtLogGrowthShare(start + share * (end - start)));
  const nodes = [at(1 / 6), at(1 / 2), at(5 / 6)] as const;
  const spread = Math.min(WIDEST_SPREAD, SPREAD * Math.max(1, Math.exp(nodes[1]) / SPREAD_FROM_HOURS) ** SPREAD_POWER);
  const width = Math.log(untilAgeHours / fromAgeHours);
  const share = width < SHORTEST_WIDTH ? SHORTEST_WIDTH / width : Math.min(1, NOISE_WIDTH / width);
  return { nodes, spread, noiseVariance: (NOISE * spread) ** 2 * share };
}

/**
 * The uncertainty of the counts adds to the noise of an observed interval, brought through the slope of the fourth root; not at 0,
 * where that is infinite, but where deviations are cut off.
 */
function withCounting(pace: Pace, { growth, medianGrowth, countingNoise }: GrowthInterval): Pace {
  const root = Math.max(Math.abs(signedRoot(growth / medianGrowth)), 1 - FARTHEST_SPREADS * pace.spread, SMALLEST_ROOT);
  const noise = countingNoise / medianGrowth / (ROOT * root ** (ROOT - 1));
  return { ...pace, noiseVariance: pace.noiseVariance + noise ** 2 };
}

function signedRoot(pace: number): number {
  return Math.sign(pace) * Math.abs(pace) ** (1 / ROOT);
}

import { compareVideos, creatorBaseline } from '../analytics/comparisons';
import { logGrowthShare } from '../analytics/growth-path';
import { seededRandom } from '../analytics/seeded-random';
import { simulateCreator } from '../analytics/simulated-creator';
import { alpha, limits, plannedVideos } from './experiment';
import { readAtHorizon } from './horizon-reading';
import { type MeasuredToss, type ReadingResult, readResult } from './read-result';
import { nextToss, type Toss } from './toss';

const hourMs = 3_600_000;
const horizonHours = 168;
/** Videos before the experiment, for the registered level. */
const historyVideos = 60;
/** Readings of a week-old video come every six hours. */
const readingEveryHours = 6;

export interface SimulatedExperimentInput {
  seed: number;
  videosPerArm: number;
  /** Added to ln(views) of every video of arm B. */
  effect: number;
  /** Share of videos that vanish before they are measured. */
  missing?: number;
  /** Median of ln(views)' standard deviation within creators; it differs from creator to creator as in public data. */
  scatter?: number;
  draws?: number;
}

/**
 * One experiment of a generated creator through all the rules but the database: history → level, tosses → blocks, growth → readings
 * on both sides of the horizon, test.
 */
export function simulateExperiment({
  seed,
  videosPerArm,
  effect,
  missing = 0.03,
  scatter = scatterOf(seed),
  draws,
}: SimulatedExperimentInput): ReadingResult | null {
  const random = seededRandom(seed);
  const total = plannedVideos({ videosPerArm });
  const videos = simulateCreator({ videos: historyVideos + total, random, scatter }).sort(
    (a, b) => a.publishedAt - b.publishedAt,
  );
  const history = videos
    .slice(0, historyVideos)
    .map((video) => ({ ...video, observedAt: video.publishedAt + horizonHours * hourMs }));
  const { typicalViews } = creatorBaseline(compareVideos(history)) ?? { typicalViews: null };
  const tosses: Toss[] = [];
  const measured: MeasuredToss[] = videos.slice(historyVideos).map(({ views }) => {
    const toss = nextToss(tosses, total, (bound) => Math.floor(random() * bound))!;
    tosses.push(toss);
    const logViews = Math.log(Math.max(views ?? 0, 1)) + (toss.side === 'B' ? effect : 0);
    const first = horizonHours - random() * readingEveryHours;
    const readings = [first, first + readingEveryHours].map((ageHours) => ({
      ageHours,
      views: Math.round(Math.exp(logViews + logGrowthShare(ageHours))),
    }));
    const reading = readAtHorizon(random() < missing ? [] : readings, horizonHours, 2 * horizonHours);
    return { ...toss, logViews: reading.state === 'MEASURED' ? reading.logViews : null };
  });
  const level = typicalViews === null ? null : Math.log(typicalViews);
  // The test draws from a stream of its own, as it does in the product: one shared with the videos would know them.
  return readResult({ tosses: measured, level, horizonHours, alpha, seed: ~seed, draws }, limits.fewestPerArm);
}

/** Lognormal around 1.09 with p5 to p95 of about 0.6 to 1.9, as public creators have it. */
function scatterOf(seed: number): number {
  const random = seededRandom(seed ^ 0x5eed);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return 1.09 * Math.exp(0.34 * normal);
}

export interface Share {
  runs: number;
  /** Experiments that were read: the others had too few videos left. */
  read: number;
  found: number;
}

/** How many of `runs` simulated experiments find a difference; with `effect` 0, falsely. */
export function countFindings(runs: number, input: SimulatedExperimentInput): Share {
  let found = 0;
  let read = 0;
  for (let run = 0; run < runs; run++) {
    const result = simulateExperiment({ ...input, seed: input.seed + run });
    if (result) read++;
    if (result && result.verdict !== 'NO_MEASURABLE_DIFFERENCE') found++;
  }
  return { runs, read, found };
}

/** Standard error of a share when its true value is `expected`. */
export function standardErrorOfShare(expected: number, n: number): number {
  return Math.sqrt((expected * (1 - expected)) / n);
}

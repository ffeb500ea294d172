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

interface SimulatedVideos {
  tosses: MeasuredToss[];
  level: number | null;
}

/**
 * The videos of one experiment of a generated creator, through all the rules but the database: history → level, tosses → blocks,
 * growth → readings on both sides of the horizon.
 */
function simulateVideos({
  seed,
  videosPerArm,
  effect,
  missing = 0.03,
  scatter = scatterOf(seed),
}: SimulatedExperimentInput): SimulatedVideos {
  const random = seededRandom(seed);
  const total = plannedVideos({ videosPerArm });
  const videos = simulateCreator({ videos: historyVideos + total, random, scatter }).sort(
    (a, b) => a.publishedAt - b.publishedAt,
  );
  const history = videos
    .slice(0, historyVideos)
    .map((video) => ({ ...video, observedAt: video.publishedAt + horizonHours * hourMs }));
  const { typicalViews } = creatorBaseline(compareVideos(history)) ?? { typicalViews: null };
  const before: Toss[] = [];
  const tosses = videos.slice(historyVideos).map(({ views }): MeasuredToss => {
    const toss = nextToss(before, total, (bound) => Math.floor(random() * bound))!;
    before.push(toss);
    const logViews = Math.log(Math.max(views ?? 0, 1)) + (toss.side === 'B' ? effect : 0);
    const first = horizonHours - random() * readingEveryHours;
    const readings = [first, first + readingEveryHours].map((ageHours) => ({
      ageHours,
      views: Math.round(Math.exp(logViews + logGrowthShare(ageHours))),
    }));
    const reading = readAtHorizon(random() < missing ? [] : readings, horizonHours, 2 * horizonHours);
    return { ...toss, logViews: reading.state === 'MEASURED' ? reading.logViews : null };
  });
  return { tosses, level: typicalViews === null ? null : Math.log(typicalViews) };
}

/** What one simulated experiment finds at its end; null where too few videos are left. */
function simulateExperiment(input: SimulatedExperimentInput): ReadingResult | null {
  return read(simulateVideos(input), input);
}

/** The test draws from a stream of its own, as it does in the product: one shared with the videos would know them. */
function read({ tosses, level }: SimulatedVideos, { seed, draws }: SimulatedExperimentInput): ReadingResult | null {
  return readResult({ tosses, level, horizonHours, alpha, seed: ~seed, draws }, limits.fewestPerArm);
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
  /** Those whose interval holds the true effect. */
  covered: number;
}

/** How many of `runs` simulated experiments find a difference; with `effect` 0, falsely. */
export function countFindings(runs: number, input: SimulatedExperimentInput): Share {
  const share: Share = { runs, read: 0, found: 0, covered: 0 };
  for (let run = 0; run < runs; run++) {
    const result = simulateExperiment({ ...input, seed: input.seed + run });
    if (!result) continue;
    share.read++;
    if (result.verdict !== 'NO_MEASURABLE_DIFFERENCE') share.found++;
    if (result.low <= input.effect && result.high >= input.effect) share.covered++;
  }
  return share;
}

/** What the rule against looking on the way prevents: how many would find a difference at any look, one after each block. */
export function countFindingsWhenPeeking(runs: number, input: SimulatedExperimentInput): number {
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const asked = { ...input, seed: input.seed + run };
    const { tosses, level } = simulateVideos(asked);
    const ends = tosses.flatMap(({ blockIndex }, i) => (tosses[i + 1]?.blockIndex === blockIndex ? [] : [i + 1]));
    const looks = ends.map((end) => read({ tosses: tosses.slice(0, end), level }, asked));
    if (looks.some((result) => result !== null && result.verdict !== 'NO_MEASURABLE_DIFFERENCE')) found++;
  }
  return found;
}

/** Standard error of a share when its true value is `expected`. */
export function standardErrorOfShare(expected: number, n: number): number {
  return Math.sqrt((expected * (1 - expected)) / n);
}

import { logGrowthShare } from './growth-path';

/** Views of a video at an age in hours. */
export interface GrowthReading {
  ageHours: number;
  views: number;
}

/** What a video gained between two of its readings. */
export interface GrowthInterval {
  fromAgeHours: number;
  untilAgeHours: number;
  /** ln(views at the end / views at the start); negative where TikTok took views back. */
  growth: number;
  /** ln growth of the median video over the same ages; above 0. */
  medianGrowth: number;
  /** Standard deviation of `growth` that counting and TikTok's rounding leave, in ln. */
  countingNoise: number;
}

/** Of a video younger than this nothing is known but its birth. */
const YOUNGEST_HOURS = 0.5;
/** From two months on the growth of a week is lost in the rounding. */
const OLDEST_HOURS = 60 * 24;
/**
 * The next reading kept is at least 15 % younger than the one before. Hours next to each other tell the same slope and the time of
 * day; the interval between exact readings that the model was fitted to is 12 hours or more.
 */
const LONGEST_AGE_RATIO = 0.85;

/** Readings in order of age, one for each age (the later in the list wins), from half an hour on. */
export function inOrderOfAge(readings: readonly GrowthReading[]): GrowthReading[] {
  const known = readings.filter(
    ({ ageHours, views }) => ageHours >= YOUNGEST_HOURS && ageHours < Infinity && views >= 0 && views < Infinity,
  );
  // Readings mostly come in order; to sort ten thousand histories that are sorted would take longer than all else.
  if (known.every(({ ageHours }, i) => i === 0 || known[i - 1]!.ageHours < ageHours)) return known;
  const byAge = new Map(known.map((reading) => [reading.ageHours, reading]));
  return [...byAge.values()].sort((a, b) => a.ageHours - b.ageHours);
}

/**
 * Growth between the readings that are far enough apart, oldest first, counted back from the newest. Two readings close together
 * count as an interval when there are no others. Expects readings `inOrderOfAge`; ages beyond two months are left out.
 */
export function growthIntervals(readings: readonly GrowthReading[]): GrowthInterval[] {
  const young = readings.filter(({ ageHours }) => ageHours <= OLDEST_HOURS);
  const newest = young.at(-1);
  if (!newest) return [];
  const kept = [newest];
  for (let i = young.length - 2; i >= 0; i--) {
    if (young[i]!.ageHours <= LONGEST_AGE_RATIO * kept.at(-1)!.ageHours) kept.push(young[i]!);
  }
  if (kept.length === 1 && young.length > 1) kept.push(young[0]!);
  return kept
    .slice(1)
    .map((from, i) => intervalBetween(from, kept[i]!))
    .reverse();
}

function intervalBetween(from: GrowthReading, until: GrowthReading): GrowthInterval {
  const [before, after] = [Math.max(from.views, 1), Math.max(until.views, 1)];
  const gained = Math.max(1, Math.abs(after - before));
  const variance = gained + (stepOf(before) ** 2 + stepOf(after) ** 2) / 12;
  return {
    fromAgeHours: from.ageHours,
    untilAgeHours: until.ageHours,
    growth: Math.log(after / before),
    medianGrowth: logGrowthShare(until.ageHours) - logGrowthShare(from.ageHours),
    countingNoise: Math.sqrt(variance) / Math.max(before, after),
  };
}

/** TikTok shows hundreds from ten thousand on and hundred thousands from a million on; other counts are exact. */
function stepOf(views: number): number {
  if (views >= 1_000_000 && views % 100_000 === 0) return 100_000;
  return views >= 10_000 && views % 100 === 0 ? 100 : 1;
}

export const adviceTypes = ['HASHTAGS', 'TIMING', 'FORMAT', 'CONTENT_IDEA', 'SCRIPT'] as const;
export const methods = ['crealia', 'raw-heat-map', 'most-frequent-slot', 'best-raw-hashtag', 'none'] as const;
export const choiceKinds = [
  'HOURS',
  'WEEKDAY',
  'HASHTAG',
  'OPENING',
  'DURATION',
  'CAPTION_LENGTH',
  'SOUND',
  'GAP',
  'FORMAT',
] as const;

/** Gains and errors in ln(views); null where nobody was advised, or no later video could tell. */
interface Gain {
  creators: number;
  creatorsAdvised: number;
  apparentGain: number | null;
  gain: number | null;
  gainSe: number | null;
  videosFollowing: number;
}
export type GainRow = Gain & { type: string; method: string };
export type NamedGainRow = Gain & { type: (typeof adviceTypes)[number]; method: (typeof methods)[number] };
export type ChoiceRow = Gain & { kind: (typeof choiceKinds)[number] };

export interface CalibrationBin {
  from: number;
  to: number;
  n: number;
  stated: number;
  observed: number;
}

export interface PowerRow {
  effect: number;
  videos: number;
  found: number;
  foundHours: number;
  foundHashtag: number;
}

export interface Generated {
  falseAlarmRate: number;
  falseAlarmSe: number;
  falseAlarmCreators: number;
  power: PowerRow[];
}

export interface GrowthRow {
  /** Ages in hours, such as "12-48". */
  from: string;
  to: string;
  earlierReading: boolean;
  n: number;
  error: number | null;
  errorMedianPath: number | null;
  errorNoGrowth: number | null;
  coverage50: number | null;
  coverage80: number | null;
}

/** The part of `docs/backtest.json` that the page shows. */
export interface PublishedBacktest {
  effects: {
    data: { creators: number; videos: number; creatorsScored: number; videosScored: number; origins: number };
    methodVersion: string;
    rows: GainRow[];
    /** The same rows where counts have nothing to do with choices. */
    placebo: GainRow[];
    choices: (Gain & { kind: string })[];
    calibration: { ece: number | null; n: number; bins: CalibrationBin[] };
    generated: Generated | null;
  };
  growth: { data: { creators: number; videos: number; readings: number }; rows: GrowthRow[] } | null;
}

/** Rows of one type, in the order of the methods. */
export function gainRowsOf(type: NamedGainRow['type'], rows: readonly GainRow[]): NamedGainRow[] {
  return methods.flatMap((method) => {
    const row = rows.find((one) => one.type === type && one.method === method);
    return row ? [{ ...row, type, method }] : [];
  });
}

export function choiceRows(rows: PublishedBacktest['effects']['choices']): ChoiceRow[] {
  return choiceKinds.flatMap((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return row ? [{ ...row, kind }] : [];
  });
}

/** 95 % of a normal distribution lies within so many standard errors. */
const DEVIATIONS = 1.96;

/** Where the gain lies with 95 % confidence; null where one creator alone tells nothing about others. */
export function intervalOf({ gain, gainSe }: Pick<Gain, 'gain' | 'gainSe'>): { low: number; high: number } | null {
  if (gain === null || gainSe === null) return null;
  return { low: gain - DEVIATIONS * gainSe, high: gain + DEVIATIONS * gainSe };
}

/**
 * Interval of 95 % for a share seen in n cases (Wilson 1927, Journal of the American Statistical Association 22, 209–212): sensible
 * also for 0 % and 100 %.
 */
export function shareInterval(share: number, n: number): { low: number; high: number } {
  const z2 = DEVIATIONS ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (DEVIATIONS / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

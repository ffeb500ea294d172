import type { TrialResult } from './generated-trials';

interface Rate {
  rate: number;
  standardError: number;
  creators: number;
}

export interface PowerRow {
  effect: number;
  videos: number;
  /** Mean of the two kinds of planted effect. */
  found: number;
  standardError: number;
  foundHours: number;
  foundHashtag: number;
  /** Of each kind. */
  creators: number;
}

export interface GeneratedSummary {
  /** Share of creators who got any advice at all although nothing matters for them. */
  falseAlarmRate: number;
  falseAlarmSe: number;
  falseAlarmCreators: number;
  falseAlarms: { videos: number; rate: number; standardError: number; creators: number }[];
  power: PowerRow[];
}

export function summariseTrials(results: readonly TrialResult[]): GeneratedSummary {
  const without = results.filter(({ plant }) => plant === null);
  const all = rateOf(without, 'advised');
  return {
    falseAlarmRate: all.rate,
    falseAlarmSe: all.standardError,
    falseAlarmCreators: all.creators,
    falseAlarms: distinct(without.map(({ videos }) => videos)).map((videos) => ({
      videos,
      ...rateOf(
        without.filter((result) => result.videos === videos),
        'advised',
      ),
    })),
    power: powerRows(results),
  };
}

function powerRows(results: readonly TrialResult[]): PowerRow[] {
  const planted = results.flatMap((result) => (result.plant ? [{ ...result, ...result.plant }] : []));
  return distinct(planted.map(({ effect }) => effect)).flatMap((effect) =>
    distinct(planted.map(({ videos }) => videos)).map((videos) => {
      const cell = planted.filter((result) => result.effect === effect && result.videos === videos);
      const [hours, hashtag] = (['HOURS', 'HASHTAG'] as const).map((kind) =>
        rateOf(
          cell.filter((result) => result.kind === kind),
          'found',
        ),
      ) as [Rate, Rate];
      return {
        effect,
        videos,
        found: (hours.rate + hashtag.rate) / 2,
        standardError: Math.hypot(hours.standardError, hashtag.standardError) / 2,
        foundHours: hours.rate,
        foundHashtag: hashtag.rate,
        creators: hours.creators,
      };
    }),
  );
}

function rateOf(results: readonly TrialResult[], what: 'advised' | 'found'): Rate {
  const creators = results.reduce((sum, result) => sum + result.creators, 0);
  const rate = results.reduce((sum, result) => sum + result[what], 0) / creators;
  return { rate, standardError: Math.sqrt((rate * (1 - rate)) / creators), creators };
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

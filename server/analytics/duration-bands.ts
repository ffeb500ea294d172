import type { ReportedChoice } from './choice-report';

/** A band of lengths, from `minimumSeconds`, included, to `maximumSeconds`, excluded; null: without end. */
export interface DurationBand {
  key: string;
  minimumSeconds: number;
  maximumSeconds: number | null;
}

/**
 * Fixed bands, in which people speak of lengths and can be advised; a creator's own quantiles would move with every video and
 * could not be compared. They spread the published panels: medians are 15 to 73 s, one video in twenty is over 3 minutes.
 */
export const DURATION_BANDS: readonly DurationBand[] = [
  { key: '0-15', minimumSeconds: 0, maximumSeconds: 15 },
  { key: '15-30', minimumSeconds: 15, maximumSeconds: 30 },
  { key: '30-60', minimumSeconds: 30, maximumSeconds: 60 },
  { key: '60-180', minimumSeconds: 60, maximumSeconds: 180 },
  { key: '180+', minimumSeconds: 180, maximumSeconds: null },
];

/** One choice per band, shortest first. A length of 0 is what TikTok says of photo posts and is no length. */
export function durationChoices(
  universe: readonly number[],
  durationOf: (position: number) => number | null,
): { universe: number[]; choices: ReportedChoice[] } {
  const known = universe.filter((i) => (durationOf(i) ?? 0) > 0);
  const choices = DURATION_BANDS.map(({ key, minimumSeconds, maximumSeconds }) => ({
    key,
    members: known.filter((i) => durationOf(i)! >= minimumSeconds && durationOf(i)! < (maximumSeconds ?? Infinity)),
  }));
  return { universe: known, choices };
}

import { describe, expect, it } from '@jest/globals';
import type { Criterion } from '../../server/analytics/criterion';
import { agreementOf } from './agreement';
import { calibrate } from './calibration';
import { dailyHistory } from './past-videos.test-data';

const criterion: Criterion = { kind: 'HASHTAG', hashtag: 'tea' };
const isTea = (day: number) => day % 3 === 0;
const { videos } = dailyHistory(90, (day) => ({ hashtags: isTea(day) ? ['tea'] : [] }));
/** Days 0, 3, … 27 are the first ten that follow. */
const judge = (residualOf: (day: number) => number, later = videos, busyUntil = -Infinity) =>
  agreementOf({
    criterion,
    confidence: 0.9,
    later,
    residuals: new Map(videos.map(({ id }, day) => [id, residualOf(day)])),
    busyUntil,
  });

describe('whether later videos agree', () => {
  it.each([
    ['the first ten do better', (day: number) => (isTea(day) ? 0.1 : 0), 'AGREED'],
    ['the first ten do worse', (day: number) => (isTea(day) ? -0.1 : 0), 'DISAGREED'],
    ['all are above the level, the others more so', (day: number) => (isTea(day) ? 1 : 2), 'DISAGREED'],
    ['only the eleventh does better', (day: number) => (day === 30 ? 100 : isTea(day) ? -0.1 : 0), 'DISAGREED'],
    ['others do better only after the tenth', (day: number) => (isTea(day) ? 0.1 : day > 29 ? 100 : 0), 'AGREED'],
  ])('is told by the first ten against the others of the same time: %s', (_what, residualOf, outcome) => {
    expect(judge(residualOf).outcome).toBe(outcome);
  });

  it.each([
    [12, 'TOO_FEW'],
    [13, 'AGREED'],
  ])('needs five videos that follow: among %d daily ones, %s', (days, outcome) => {
    expect(judge((day) => (isTea(day) ? 0.1 : 0), videos.slice(0, days)).outcome).toBe(outcome);
  });

  it('is not asked again while the same ten videos are being tried', () => {
    const first = judge((day) => (isTea(day) ? 0.1 : 0));
    expect(first.until).toBe(videos[27]!.publishedAt);
    expect(judge(() => 0, videos.slice(20), first.until).outcome).toBe('NOT_COUNTED');
    expect(judge(() => 0, videos.slice(28), first.until).outcome).toBe('DISAGREED');
  });
});

describe('calibration', () => {
  const of = (confidence: number, outcome: 'AGREED' | 'DISAGREED' | 'TOO_FEW') => ({ confidence, outcome });

  it('compares what was stated with what was observed, bin by bin', () => {
    const { ece, n, bins, leftOut } = calibrate([
      of(0.9, 'AGREED'),
      of(0.94, 'DISAGREED'),
      of(0.72, 'AGREED'),
      of(0.78, 'AGREED'),
      of(0.8, 'TOO_FEW'),
    ]);
    expect(n).toBe(4);
    expect(leftOut.tooFew).toBe(1);
    expect(bins.map(({ from, to, n: size }) => [from, to, size])).toEqual([
      [0.7, 0.8, 2],
      [0.9, 0.95, 2],
    ]);
    expect(bins[0]).toMatchObject({ stated: 0.75, observed: 1 });
    expect(bins[1]!.stated).toBeCloseTo(0.92);
    expect(ece).toBeCloseTo((0.25 + 0.42) / 2);
  });

  it('puts certainty into the last bin, and has no error to tell without advice', () => {
    expect(calibrate([of(1, 'AGREED')]).bins).toEqual([{ from: 0.95, to: 1, n: 1, stated: 1, observed: 1 }]);
    expect(calibrate([of(0.9, 'TOO_FEW')])).toMatchObject({ ece: null, n: 0, bins: [] });
  });
});

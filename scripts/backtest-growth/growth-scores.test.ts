import { logGrowthShare } from '../../server/analytics/growth-path';
import type { GrowthCase } from './growth-cases';
import { clusteredMean, median, scoreGrowth } from './growth-scores';

const from = { from: 12, until: 48 };
const to = { from: 120, until: 240 };
const toWeek = -logGrowthShare(24);
const grown = (growth: number, creator = 'a'): GrowthCase => ({
  creator,
  fromAgeHours: 24,
  untilAgeHours: 168,
  growth,
  own: [],
  others: [],
});

it('has no figure without a case', () => {
  expect(scoreGrowth([], from, to, true)).toEqual({
    from: '12-48',
    to: '120-240',
    earlierReading: true,
    n: 0,
    creators: 0,
    error: null,
    errorMedianPath: null,
    errorNoGrowth: null,
    coverage50: null,
    coverage80: null,
    coverage50Se: null,
    coverage80Se: null,
  });
});

it('measures the distance in ln from what came, and whether the intervals held it', () => {
  const row = scoreGrowth([grown(toWeek, 'a'), grown(toWeek + 0.1, 'b'), grown(5, 'c'), grown(0, 'd')], from, to, false);
  expect(row.n).toBe(4);
  expect(row.error).toBeCloseTo((0.1 + toWeek) / 2, 10);
  expect(row.errorMedianPath).toBeCloseTo(row.error!, 10);
  expect(row.errorNoGrowth).toBeCloseTo(toWeek + 0.05, 10);
  expect(row.coverage50).toBe(0.5);
  expect(row.coverage80).toBe(0.5);
});

it('takes the mean of the middle two as median', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5, 1, 2])).toBe(2);
  expect(median([])).toBeNull();
});

it('does not take the videos of one creator for independent', () => {
  const values = (creators: string[]) => creators.map((creator, i) => ({ creator, value: i < 4 ? 1 : 0 }));
  const alone = clusteredMean(values(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']));
  const together = clusteredMean(values(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']));
  expect(alone.mean).toBe(0.5);
  expect(together.se!).toBeGreaterThan(2 * alone.se!);
  expect(clusteredMean(values(['a', 'a'])).se).toBeNull();
});

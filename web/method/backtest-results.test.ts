import { gainRowsOf, intervalOf, shareInterval, type GainRow } from './backtest-results';

const row = (type: string, method: string): GainRow => ({
  type,
  method,
  creators: 90,
  creatorsAdvised: 9,
  apparentGain: 0.4,
  gain: 0.5,
  gainSe: 0.1,
  videosFollowing: 700,
});

test('the rows of a type come with its own method first, and those of other types stay out', () => {
  const rows = [row('TIMING', 'none'), row('HASHTAGS', 'crealia'), row('TIMING', 'raw-heat-map'), row('TIMING', 'crealia')];
  expect(gainRowsOf('TIMING', rows).map(({ method }) => method)).toEqual(['crealia', 'raw-heat-map', 'none']);
});

test('a gain has an interval only where several creators tell', () => {
  expect(intervalOf({ gain: 0.5, gainSe: 0.1 })).toEqual({ low: expect.closeTo(0.304), high: expect.closeTo(0.696) });
  expect(intervalOf({ gain: 0.5, gainSe: null })).toBeNull();
  expect(intervalOf({ gain: null, gainSe: null })).toBeNull();
});

// Wilson's interval as tabulated for 95 %.
test.each([
  [0, 10, 0, 0.278],
  [0.5, 10, 0.237, 0.763],
  [1, 30, 0.886, 1],
])('a share of %d seen in %d cases lies between %d and %d', (share, n, low, high) => {
  const interval = shareInterval(share, n);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

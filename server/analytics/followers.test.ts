import { DAY, HOUR } from './analyzed-video.test-data';
import { Followers } from './followers';
import { localTimeIn } from './local-time';
import { periodsEndingAt } from './period';

const utc = localTimeIn('UTC');
const START = Date.UTC(2026, 10, 1);
const followers = (...readings: [hours: number, followers: number | null][]) =>
  new Followers(
    readings.map(([hours, count]) => ({ observedAt: START + hours * HOUR, followers: count })),
    utc,
  );

it('shows the last reading of a day, and nothing on a day without one', () => {
  const readings = followers([30, 120], [1, 100], [20, 110]);
  expect([0, 1, 2].map((day) => readings.on(START / DAY + day))).toEqual([110, 120, null]);
});

it('counts a period from its start to its newest reading', () => {
  const { current, previous } = periodsEndingAt(START + 13.5 * DAY, 'LAST_7_DAYS', utc);
  const readings = followers([6 * 24, 100], [8 * 24, 140], [13 * 24 + 12, 200]);
  expect(readings.over(current)).toBe(200 - 120);
  expect(readings.over(previous)).toBeNull();
});

it('knows nothing without a count', () => {
  const { current } = periodsEndingAt(START + DAY, 'LAST_7_DAYS', utc);
  const readings = followers([1, null]);
  expect(readings.isEmpty).toBe(true);
  expect(readings.over(current)).toBeNull();
  expect(readings.on(START / DAY)).toBeNull();
});

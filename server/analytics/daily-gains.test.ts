import fc from 'fast-check';
import { analyzedVideo, DAY, HOUR } from './analyzed-video.test-data';
import type { VideoReading } from './creator-data';
import { DailyGains } from './daily-gains';
import { localTimeIn } from './local-time';
import { periodsEndingAt } from './period';

const utc = localTimeIn('UTC');
const START = Date.UTC(2026, 10, 1);
const FIRST = START / DAY;

const reading = (observedAt: number, views: number | null, values: Partial<VideoReading> = {}): VideoReading => ({
  observedAt,
  views,
  likes: null,
  comments: null,
  shares: null,
  ...values,
});
const window = (values: { observedFrom?: number | null; asOf?: number | null } = {}) =>
  new DailyGains({ time: utc, firstDay: FIRST, lastDay: FIRST + 9, observedFrom: START, asOf: START + 10 * DAY - 1, ...values });
const old = analyzedVideo({ publishedAt: START - 100 * DAY });
const days = (gains: DailyGains, count: number) => Array.from({ length: count }, (_unused, i) => gains.on('views', FIRST + i));

it('spreads the gain between two readings evenly over the time between them', () => {
  const gains = window();
  gains.add({ video: old, readings: [reading(START + 12 * HOUR, 1_000), reading(START + 60 * HOUR, 1_480)] });
  expect(days(gains, 4)).toEqual([120, 240, 120, 0]);
});

it('knows nothing of an old video before its first reading', () => {
  const gains = window();
  gains.add({ video: old, readings: [reading(START + DAY, 50_000)] });
  expect(days(gains, 3)).toEqual([0, 0, 0]);
});

it('lets a video published while reading went on start from zero at its publication', () => {
  const gains = window();
  const video = analyzedVideo({ publishedAt: START + DAY });
  gains.add({ video, readings: [reading(START + DAY + 12 * HOUR, 600), reading(START + 2 * DAY, 700)] });
  expect(days(gains, 3)).toEqual([0, 700, 0]);
});

it('has no value for days before reading began, for the day on which it began, and for days it has not reached', () => {
  const gains = window({ observedFrom: START + 2 * DAY + HOUR, asOf: START + 5 * DAY + HOUR });
  gains.add({ video: old, readings: [reading(START + 2 * DAY + HOUR, 0), reading(START + 5 * DAY + HOUR, 72)] });
  expect(days(gains, 7)).toEqual([null, null, null, 24, 24, 1, null]);
});

it('knows nothing before anything was read', () => {
  expect(days(window({ observedFrom: null, asOf: null }), 3)).toEqual([null, null, null]);
});

it('keeps a number that falls', () => {
  const gains = window();
  gains.add({ video: old, readings: [reading(START, 100), reading(START + DAY, 60)] });
  expect(days(gains, 2)).toEqual([-40, 0]);
});

it('reads over a count that was missing once', () => {
  const gains = window();
  gains.add({ video: old, readings: [reading(START, 100), reading(START + DAY, null), reading(START + 2 * DAY, 300)] });
  expect(days(gains, 2)).toEqual([100, 100]);
});

it('does not invent a zero for a count that the source never gives', () => {
  const gains = window();
  gains.add({ video: old, readings: [reading(START, 100), reading(START + DAY, 200)] });
  expect(gains.isGiven('shares')).toBe(false);
  expect(gains.on('shares', FIRST)).toBeNull();
});

it('puts the whole gain on one day when two readings share a time', () => {
  const gains = window();
  gains.add({ video: analyzedVideo({ publishedAt: START + DAY }), readings: [reading(START + DAY, 5)] });
  expect(days(gains, 2)).toEqual([0, 5]);
});

it('cuts an interval that began before the days looked at', () => {
  const gains = window({ observedFrom: START - 10 * DAY });
  gains.add({ video: old, readings: [reading(START - DAY, 0), reading(START + DAY, 100)] });
  expect(days(gains, 2)).toEqual([50, 0]);
});

it('sums a period only when each of its days is known', () => {
  const gains = window({ observedFrom: START + 2 * DAY, asOf: START + 9 * DAY + HOUR });
  gains.add({ video: old, readings: [reading(START + 2 * DAY, 0), reading(START + 9 * DAY, 700)] });
  const { current, previous } = periodsEndingAt(START + 9 * DAY, 'LAST_7_DAYS', utc);
  expect(gains.over('views', current)).toBeCloseTo(600, 9);
  expect(gains.over('views', previous)).toBeNull();
});

it('adds up to the same in every zone, over days on which the clock changes', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Etc/GMT+12'];
  const months = [Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1), Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1)];
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -50, max: 500 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(...months), steps, (zone, start, list) => {
      const time = localTimeIn(zone);
      const readings = [reading(start, 1_000)];
      for (const [hours, gain] of list) {
        const last = readings.at(-1)!;
        readings.push(reading(last.observedAt + hours * HOUR, last.views! + gain));
      }
      const until = readings.at(-1)!.observedAt;
      const [firstDay, lastDay] = [time.dayNumber(start), time.dayNumber(until)];
      const gains = new DailyGains({ time, firstDay, lastDay, observedFrom: start - 2 * DAY, asOf: until });
      gains.add({ video: old, readings });
      const each = Array.from({ length: lastDay - firstDay + 1 }, (_unused, day) => gains.on('views', firstDay + day) ?? NaN);
      expect(each.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(readings.at(-1)!.views! - 1_000, 6);
    }),
    { numRuns: 200 },
  );
});

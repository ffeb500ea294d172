import fc from 'fast-check';
import { isoDate, LocalTime, localTimeIn } from './local-time';
import { DAY } from './analyzed-video.test-data';

const at = (iso: string): number => new Date(iso).getTime();

it.each([
  ['Europe/Paris', '2026-07-01T22:30:00Z', 4, 0],
  ['Europe/Paris', '2026-01-01T22:30:00Z', 4, 23],
  ['Asia/Kolkata', '2026-01-04T18:29:00Z', 7, 23],
  ['Asia/Kolkata', '2026-01-04T18:30:00Z', 1, 0],
  ['Asia/Kathmandu', '2026-01-04T18:15:00Z', 1, 0],
  ['America/Los_Angeles', '2026-03-08T09:59:00Z', 7, 1],
  ['America/Los_Angeles', '2026-03-08T10:00:00Z', 7, 3],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 7, 1],
  ['UTC', '1970-01-01T00:00:00Z', 4, 0],
])('In %s, %s is weekday %d, hour %d', (zone, iso, weekday, hour) => {
  expect(new LocalTime(zone).weekdayAndHour(at(iso))).toEqual({ weekday, hour });
});

it.each([
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Paris', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['Asia/Kolkata', '2026-11-22', '2026-11-21T18:30:00.000Z', 24],
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', 23],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
])('In %s the day %s begins at %s and has %d hours', (zone, date, start, hours) => {
  const time = new LocalTime(zone);
  const day = at(`${date}T00:00:00Z`) / DAY;
  expect(new Date(time.startOfDay(day)).toISOString()).toBe(start);
  expect((time.startOfDay(day + 1) - time.startOfDay(day)) / 3_600_000).toBe(hours);
  expect(isoDate(day)).toBe(date);
});

it('agrees with Intl at any time, in zones with odd offsets and odd summer times', () => {
  const zones = [
    'Europe/Paris',
    'America/St_Johns',
    'Africa/Casablanca',
    'Pacific/Chatham',
    'Asia/Ho_Chi_Minh',
    'America/Santiago',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') }), (zone, time) => {
      const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        weekday: 'short',
        hour: 'numeric',
        hourCycle: 'h23',
      }).formatToParts(time);
      const named = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
      expect(localTimeIn(zone).weekdayAndHour(time)).toEqual({
        weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(named.weekday!) + 1,
        hour: Number(named.hour),
      });
    }),
    { numRuns: 300 },
  );
});

it('parts time into days without a gap or an overlap, also where days have 23, 23.5, 24.5 or 25 hours and at ±14 hours', () => {
  const zones = [
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Etc/GMT+12',
    'Pacific/Apia',
    'America/Havana',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') }), (zone, time) => {
      const local = localTimeIn(zone);
      const day = local.dayNumber(time);
      expect(local.startOfDay(day)).toBeLessThanOrEqual(time);
      expect(local.startOfDay(day + 1)).toBeGreaterThan(time);
      expect(local.dayNumber(local.startOfDay(day + 1) - 1)).toBe(day);
    }),
    { numRuns: 500 },
  );
});

it('refuses a zone that nobody knows', () => {
  expect(() => localTimeIn('Mars/Olympus')).toThrow(RangeError);
});

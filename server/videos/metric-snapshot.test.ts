import { ageHours, isProfileDue, nextReadingAt, nextSyncAt } from './metric-snapshot';

const hour = 3_600_000;
const day = 24 * hour;
const now = new Date('2026-11-22T12:00:00Z');
const ago = (ms: number): Date => new Date(now.getTime() - ms);

describe('nextReadingAt', () => {
  it.each<[string, number, number]>([
    ['from the future, as clocks differ', -hour, hour],
    ['just published', 0, hour],
    ['a moment before 48 h', 2 * day - 1, hour],
    ['48 h', 2 * day, 6 * hour],
    ['a moment before 7 days', 7 * day - 1, 6 * hour],
    ['7 days', 7 * day, day],
    ['a moment before 30 days', 30 * day - 1, day],
    ['30 days', 30 * day, 7 * day],
    ['a moment before 90 days', 90 * day - 1, 7 * day],
    ['90 days', 90 * day, 30 * day],
    ['ten years', 3650 * day, 30 * day],
  ])('of a video that is %s', (_name, age, expected) => {
    expect(nextReadingAt(ago(age), now).getTime() - now.getTime()).toBe(expected);
  });
});

describe('nextSyncAt', () => {
  it.each<[string, number | null, number]>([
    ['no video: three hours later', null, 3 * hour],
    ['a video due already: an hour later', -hour, hour],
    ['a video due within the hour: an hour later', 0.5 * hour, hour],
    ['a video due in two hours: then', 2 * hour, 2 * hour],
    ['a video due next month: three hours later', 30 * day, 3 * hour],
  ])('%s', (_name, due, expected) => {
    const earliest = due === null ? null : new Date(now.getTime() + due);
    expect(nextSyncAt(now, earliest).getTime() - now.getTime()).toBe(expected);
  });
});

describe('isProfileDue', () => {
  it.each<[Date | null, boolean]>([
    [null, true],
    [ago(hour / 2), false],
    [ago(hour - 80), true],
    [ago(hour), true],
  ])('last read %s', (last, expected) => expect(isProfileDue(last, now)).toBe(expected));
});

it('counts the age in hours, never below zero', () => {
  expect(ageHours(ago(90 * 60_000), now)).toBe(1.5);
  expect(ageHours(now, ago(hour))).toBe(0);
});

import { expect, it } from '@jest/globals';
import { joinReadings } from './join-readings';

const readings = (...days: number[]) => days.map((day) => ({ observedAt: `2026-11-0${day}T00:00:00.000Z` }));

it.each([
  ['no reading', [], [], []],
  ['lists that are the same', readings(1, 2), readings(1, 2), readings(1, 2)],
  ['lists that overlap', readings(1, 2, 3), readings(3, 4), readings(1, 2, 3, 4)],
  ['lists with a gap between them', readings(1, 2), readings(7, 8), readings(1, 2, 7, 8)],
])('joins %s, each reading once', (_case, first, last, expected) => {
  expect(joinReadings(first, last)).toEqual(expected);
});

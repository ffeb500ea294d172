import type { GrowthAtFragment } from '../graphql/generated';
import { drawnPath, nextExpected } from './expected-path';

const expected = (ageHours: number): GrowthAtFragment => ({
  ageHours,
  status: 'EXPECTED',
  views: 10,
  low50: 9,
  high50: 11,
  low80: 8,
  high80: 12,
});
const past = (ageHours: number): GrowthAtFragment => ({
  ageHours,
  status: 'MEASURED',
  views: 10,
  low50: null,
  high50: null,
  low80: null,
  high80: null,
});
const ages = [24, 48, 168, 720];
const pointsAt = (age: number) => ages.map((each) => (each > age ? expected(each) : past(each)));

test.each([
  [30, 168],
  [168, 720],
  [200, 720],
])('after %d hours what comes next is told at %d hours', (age, next) => {
  expect(nextExpected(pointsAt(age))?.ageHours).toBe(next);
});

test('nothing is next when all ages have passed', () => {
  expect(nextExpected(pointsAt(800))).toBeNull();
  expect(drawnPath([], pointsAt(800))).toEqual([]);
});

test('the path of a young video is drawn until it is a week old', () => {
  const path = [30, 60, 150, 300, 720].map(expected);
  expect(drawnPath(path, pointsAt(30)).map(({ ageHours }) => ageHours)).toEqual([30, 60, 150, 168]);
});

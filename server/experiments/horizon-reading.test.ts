import { logGrowthShare } from '../analytics/growth-path';
import { readAtHorizon } from './horizon-reading';

const week = 168;
const at = (ageHours: number, views: number) => ({ ageHours, views });

it('draws a line in ln over ln between the readings on both sides', () => {
  const middle = Math.sqrt(150 * 188.16);
  expect(middle).toBeCloseTo(week, 1);
  const reading = readAtHorizon([at(150, 1000), at(188.16, 4000), at(10, 3), at(400, 9)], week, 500);
  expect(reading).toEqual({ state: 'MEASURED', logViews: expect.closeTo(Math.log(2000), 3) });
});

it.each([
  ['a reading at the very moment', [at(168, 500)], 168, Math.log(500)],
  ['no view at all counts as one', [at(166, 0), at(170, 0)], 171, 0],
  ['only one soon after', [at(170, 500)], 171, Math.log(500) - logGrowthShare(170)],
  ['only one just before, when no other can come any more', [at(160, 500)], 225, Math.log(500) - logGrowthShare(160)],
])('measures by %s', (_title, readings, age, expected) => {
  expect(readAtHorizon(readings, week, age)).toEqual({ state: 'MEASURED', logViews: expect.closeTo(expected, 9) });
});

it.each([
  ['too young', [at(100, 5)], 100, 'WAITING'],
  ['old enough, the reading after it not taken yet', [at(160, 5)], 169, 'WAITING'],
  ['nobody read it, but somebody still may', [], 200, 'WAITING'],
  ['nobody read it', [], 225, 'MISSING'],
  ['read long before only', [at(100, 5), at(140, 6)], 230, 'MISSING'],
  ['read long after only', [at(200, 6), at(400, 7)], 410, 'MISSING'],
])('%s', (_title, readings, age, state) => {
  expect(readAtHorizon(readings, week, age)).toEqual({ state });
});

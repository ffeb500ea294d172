import { creatorEvidence } from './creator-growth';
import { growthIntervals } from './growth-interval';

const history = (...ages: number[]) => growthIntervals(ages.map((ageHours) => ({ ageHours, views: 100 * ageHours })));

it('takes of each video the interval nearest to the age in question', () => {
  const [only, ...more] = creatorEvidence([history(6, 12, 24, 48, 96)], 30);
  expect(only).toMatchObject({ fromAgeHours: 24, untilAgeHours: 48 });
  expect(more).toEqual([]);
});

it('takes the twelve latest videos that have an interval', () => {
  const histories = [history(5), ...Array.from({ length: 20 }, (_unused, i) => history(10 + i, 40 + i))];
  const evidence = creatorEvidence(histories, 24);
  expect(evidence.map(({ fromAgeHours }) => fromAgeHours)).toEqual(Array.from({ length: 12 }, (_unused, i) => 10 + i));
});

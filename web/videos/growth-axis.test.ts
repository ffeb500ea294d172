import { ageTicks, logAge } from './growth-axis';

test.each([
  [[0, 10], false, 5, [0, 3, 6, 9]],
  [[0, 168], false, 5, [0, 48, 96, 144]],
  [[0.5, 168], true, 6, [1, 6, 24, 96]],
  [[0, 0.4], false, 4, [0]],
] as const)('over %j hours (log: %p) at most %i ticks stand at %j', (domain, isLog, count, ticks) => {
  expect(ageTicks([...domain], isLog, count)).toEqual(ticks);
});

test('there are never more ticks than asked for', () => {
  for (const until of [3, 30, 300, 3_000, 30_000]) {
    for (const isLog of [true, false]) expect(ageTicks([0.5, until], isLog, 5).length).toBeLessThanOrEqual(5);
  }
});

test('an age under half an hour is drawn at half an hour, not at minus infinity', () => {
  expect(logAge(0)).toBe(Math.log(0.5));
});

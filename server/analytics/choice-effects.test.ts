import { describeEffect, overallVerdict, unmeasured, type EffectVerdict } from './choice-effects';

/** A thousand draws, evenly spread around a centre. */
const around = (centre: number, reach: number) =>
  Float64Array.from({ length: 1_001 }, (_unused, k) => centre + reach * (k / 500 - 1));

it('says of draws their mean, interval and probabilities', () => {
  const effect = describeEffect(40, 160, around(0.36, 0.4), 1);
  expect(effect).toMatchObject({ n: 40, otherCount: 160, verdict: 'HIGHER' });
  expect(effect.estimate!).toBeCloseTo(0.36, 6);
  expect(effect.low!).toBeCloseTo(0, 2);
  expect(effect.high!).toBeCloseTo(0.72, 2);
  expect(effect.liftRate!).toBeCloseTo(Math.expm1(0.36), 6);
  expect(effect.probabilityAboveHabit!).toBeCloseTo(0.95, 2);
  expect(effect.probability!).toBeCloseTo(0.825, 2);
});

it('is less confident of the next ten videos than of the choice, the more so the more videos scatter', () => {
  const [calm, wild, wilder] = [0, 0.5, 2].map((noise) => describeEffect(40, 160, around(0.3, 0.4), noise).confidence!);
  expect(calm!).toBeCloseTo(0.875, 2);
  expect(wild!).toBeLessThan(calm!);
  expect(wilder!).toBeLessThan(wild!);
  expect(wilder!).toBeGreaterThan(0.5);
});

it.each<[number, number, number, EffectVerdict]>([
  [4, 100, 1, 'BELOW_THRESHOLD'],
  [100, 4, 1, 'BELOW_THRESHOLD'],
  [9, 100, 1, 'NO_MEASURABLE_DIFFERENCE'],
  [10, 100, 1, 'HIGHER'],
  [100, 9, 1, 'NO_MEASURABLE_DIFFERENCE'],
  [10, 100, -1, 'LOWER'],
  [100, 100, 0, 'NO_MEASURABLE_DIFFERENCE'],
  [100, 100, 0.2, 'NO_MEASURABLE_DIFFERENCE'],
  [100, 100, -0.3, 'NO_MEASURABLE_DIFFERENCE'],
])('of %d videos with and %d without, an effect around %d is %s', (n, others, centre, verdict) => {
  expect(describeEffect(n, others, around(centre, 0.4), 1).verdict).toBe(verdict);
});

it('tells n and nothing else below the threshold', () => {
  expect(describeEffect(4, 100, around(1, 0.1), 1)).toEqual(unmeasured(4, 100));
  expect(Object.values(unmeasured(4, 100)).filter((value) => value !== null)).toEqual([4, 100, 'BELOW_THRESHOLD']);
});

it('lets the more probable finding speak for all', () => {
  const [higher, lower] = [describeEffect(50, 50, around(0.36, 0.4), 1), describeEffect(50, 50, around(-1, 0.3), 1)];
  const nothing = describeEffect(50, 50, around(0, 0.3), 1);
  expect(overallVerdict([nothing, higher])).toBe('HIGHER');
  expect(overallVerdict([higher, lower, nothing])).toBe('LOWER');
  expect(overallVerdict([nothing, unmeasured(1, 99)])).toBe('NO_MEASURABLE_DIFFERENCE');
  expect(overallVerdict([unmeasured(1, 99)])).toBe('BELOW_THRESHOLD');
  expect(overallVerdict([])).toBe('BELOW_THRESHOLD');
});

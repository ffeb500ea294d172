import fc from 'fast-check';
import { estimateChoiceEffects, MINIMUM_N, overallVerdict, ResidualSample, type Choice } from './choice-effects';
import { seededRandom } from './seeded-random';

const positions = (size: number): number[] => Array.from({ length: size }, (_unused, i) => i);
const noise = (seed: number, size: number): Float64Array => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: size }, () => 2 * (random() + random() + random() - 1.5));
};
const quarters = (size: number): Choice[] =>
  [0, 1, 2, 3].map((quarter) => ({ key: `q${quarter}`, members: positions(size).filter((i) => i % 4 === quarter) }));
const estimate = (residuals: Float64Array, choices: readonly Choice[]) =>
  estimateChoiceEffects(new ResidualSample(residuals, 1, positions(residuals.length)), choices);

it('finds a planted effect and shrinks it a little', () => {
  const residuals = noise(1, 400).map((value, i) => value + (i % 4 === 0 ? 0.8 : 0));
  const [planted] = estimate(residuals, quarters(400));
  expect(planted).toMatchObject({ n: 100, verdict: 'HIGHER' });
  expect(planted!.estimate!).toBeGreaterThan(0.5);
  expect(planted!.low!).toBeGreaterThan(0.3);
  expect(planted!.high!).toBeLessThan(1.2);
  expect(planted!.liftRate!).toBeCloseTo(Math.exp(planted!.estimate!) - 1, 12);
});

it('finds a harmful choice as LOWER', () => {
  const residuals = noise(1, 400).map((value, i) => value - (i % 4 === 2 ? 0.8 : 0));
  expect(estimate(residuals, quarters(400)).map(({ verdict }) => verdict)[2]).toBe('LOWER');
});

it('says that nothing is measurable where there is only noise, and leaves room for what it cannot see', () => {
  const effects = estimate(noise(2, 200), quarters(200));
  for (const effect of effects) {
    expect(effect.verdict).toBe('NO_MEASURABLE_DIFFERENCE');
    expect(Math.abs(effect.estimate!)).toBeLessThan(0.15);
    expect(effect.high! - effect.low!).toBeGreaterThan(0.15);
  }
  expect(overallVerdict(effects)).toBe('NO_MEASURABLE_DIFFERENCE');
});

it.each([
  ['few with it', [0, 1, 2, 3]],
  ['few without it', positions(50).slice(4)],
  ['none', []],
])('tells n and nothing else with %s', (_case, members) => {
  const [effect] = estimate(noise(3, 50), [{ key: 'rare', members }]);
  const nothing = { estimate: null, low: null, high: null, liftRate: null, probability: null };
  expect(effect).toEqual({ key: 'rare', n: members.length, verdict: 'BELOW_THRESHOLD', ...nothing });
  expect(overallVerdict([effect!])).toBe('BELOW_THRESHOLD');
});

it('has nothing to say without choices or videos', () => {
  expect(estimate(new Float64Array(), [])).toEqual([]);
  expect(overallVerdict([])).toBe('BELOW_THRESHOLD');
});

it('draws no conclusion from fewer than ten videos, whatever they did', () => {
  const residuals = noise(6, 200).map((value, i) => value + (i < 10 ? 2.5 : 0));
  const verdicts = [9, 10].map((size) => estimate(residuals, [{ key: 'tag', members: positions(size) }])[0]!.verdict);
  expect(verdicts).toEqual(['NO_MEASURABLE_DIFFERENCE', 'HIGHER']);
});

it('is not carried away by one hit of a thousand times', () => {
  const residuals = noise(4, 60);
  residuals[0] = Math.log(1000);
  expect(estimate(residuals, [{ key: 'tag', members: [0, 10, 20, 30, 40, 50] }])[0]!.verdict).toBe('NO_MEASURABLE_DIFFERENCE');
});

it('stays finite when all videos are equal', () => {
  const sample = new ResidualSample(new Float64Array(30), 0, positions(30));
  const [effect] = estimateChoiceEffects(sample, [{ key: 'a', members: positions(15) }]);
  expect([effect!.estimate, effect!.low, effect!.high].every((value) => Number.isFinite(value))).toBe(true);
  expect(effect!.estimate).toBeCloseTo(0, 9);
});

it('shrinks the part of a whole toward the whole', () => {
  const members = positions(100).filter((i) => i % 10 === 0);
  const [alone] = estimate(noise(5, 100), [{ key: 'cell', members }]);
  const [inBlock] = estimate(noise(5, 100), [{ key: 'cell', members, prior: { mean: 0.6, deviation: 0.1 } }]);
  expect(inBlock!.estimate!).toBeGreaterThan(alone!.estimate! + 0.2);
});

it('gives the same estimates in whatever order videos and choices come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const residuals = noise(seed, 80);
      const choices = quarters(80);
      const order = positions(80).reverse();
      const reordered = choices.map(({ key, members }) => ({ key, members: members.map((i) => order.indexOf(i)) })).reverse();
      const plain = estimate(residuals, choices);
      const other = estimate(
        Float64Array.from(order, (i) => residuals[i]!),
        reordered,
      ).reverse();
      plain.forEach((effect, j) => expect(other[j]!.estimate!).toBeCloseTo(effect.estimate!, 9));
    }),
    { numRuns: 50 },
  );
});

it('never gives an estimate outside its interval, nor one further out than the raw difference', () => {
  const arbitrary = fc.record({
    values: fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 2 * MINIMUM_N, maxLength: 60 }),
    modulo: fc.integer({ min: 2, max: 5 }),
  });
  fc.assert(
    fc.property(arbitrary, ({ values, modulo }) => {
      const sample = new ResidualSample(Float64Array.from(values), 1.1, positions(values.length));
      const members = positions(values.length).filter((i) => i % modulo === 0);
      const [effect] = estimateChoiceEffects(sample, [{ key: 'a', members }]);
      if (effect!.estimate === null) return;
      expect(effect!.low!).toBeLessThanOrEqual(effect!.estimate);
      expect(effect!.high!).toBeGreaterThanOrEqual(effect!.estimate);
      expect(Math.abs(effect!.estimate)).toBeLessThanOrEqual(Math.abs(sample.difference(members)!.difference) + 1e-9);
    }),
  );
});

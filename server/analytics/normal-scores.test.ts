import { normalScores } from './normal-scores';
import { robustScatter } from './robust-scatter';
import { seededRandom } from './seeded-random';

const positions = (size: number) => Array.from({ length: size }, (_unused, i) => i);
const skewed = (size: number) => {
  const random = seededRandom(3);
  return Float64Array.from({ length: size }, () => -Math.log(1 - random()) - 1);
};
const scoresOf = (residuals: Float64Array) => normalScores(residuals, positions(residuals.length), robustScatter(residuals));

it('keeps the order and makes the distribution symmetrical', () => {
  const residuals = skewed(501);
  const { values } = scoresOf(residuals);
  const byResidual = positions(501).sort((a, b) => residuals[a]! - residuals[b]!);
  const inOrder = byResidual.map((i) => values[i]!);
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  expect(inOrder[250]).toBeCloseTo(0, 9);
  expect(inOrder[0]).toBeCloseTo(-inOrder[500]!, 9);
});

it('tells a small shift of half of the videos in ln(views)', () => {
  const residuals = skewed(4_000).map((value, i) => value + (i % 2 ? 0.1 : -0.1));
  const { values } = scoresOf(residuals);
  const mean = (odd: number) => values.filter((_value, i) => i % 2 === odd).reduce((sum, value) => sum + value, 0) / 2_000;
  expect(mean(1) - mean(0)).toBeGreaterThan(0.15);
  expect(mean(1) - mean(0)).toBeLessThan(0.27);
});

it('is not moved by how far one hit went', () => {
  const near = skewed(100).map((value, i) => (i === 5 ? 8 : value));
  const far = near.map((value, i) => (i === 5 ? 80 : value));
  const [before, after] = [scoresOf(near).values, scoresOf(far).values];
  after.forEach((value, i) => expect(Math.abs(value - before[i]!)).toBeLessThan(0.03));
});

it.each([
  ['nothing', []],
  ['one video', [3]],
  ['equal videos', [2, 2, 2, 2, 2]],
])('has scores of 0 and the usual deviation for %s', (_case, residuals) => {
  const { values, deviation } = scoresOf(Float64Array.from(residuals));
  expect([...values]).toEqual(residuals.map(() => 0));
  expect(deviation).toBeGreaterThan(0);
  expect(deviation).toBeLessThanOrEqual(1);
});

it('gives equal residuals equal scores, and none to what is not compared', () => {
  const { values } = normalScores(Float64Array.of(1, NaN, 1, 0), [0, 2, 3], 1);
  expect(values[0]).toBe(values[2]);
  expect(values[1]).toBeNaN();
  expect(values[3]!).toBeLessThan(values[0]!);
});

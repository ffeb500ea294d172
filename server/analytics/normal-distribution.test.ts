import { mixtureAbove, mixtureMean, mixtureQuantile, normalCdf, normalQuantile } from './normal-distribution';

it.each([
  [0, 0.5],
  [1, 0.8413447],
  [-1.959964, 0.025],
  [3, 0.9986501],
])('The probability below %d is %d', (z, probability) => {
  expect(normalCdf(z)).toBeCloseTo(probability, 6);
});

it('is quiet far out', () => {
  expect(normalCdf(-40)).toBe(0);
  expect(normalCdf(40)).toBe(1);
});

it.each([0.001, 0.1, 0.25, 0.5, 0.9, 0.999])('finds the value that lies above a share of %d', (p) => {
  expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 6);
});

const mixture = { weights: [0.5, 0.5], means: [-1, 1], deviations: [0.5, 0.5] };

it('finds mean, tail and quantile of a mixture', () => {
  expect(mixtureMean(mixture)).toBe(0);
  expect(mixtureAbove(mixture, 0)).toBeCloseTo(0.5, 9);
  expect(mixtureQuantile(mixture, 0.5)).toBeCloseTo(0, 2);
  expect(1 - mixtureAbove(mixture, mixtureQuantile(mixture, 0.95))).toBeCloseTo(0.95, 2);
});

it.each([1e-6, 0.01, 0.02425, 0.3, 0.5, 0.9, 0.999])('The quantile of %d has that probability below it', (probability) => {
  expect(normalCdf(normalQuantile(probability))).toBeCloseTo(probability, 6);
});

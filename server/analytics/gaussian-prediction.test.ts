import { GaussianPrediction } from './gaussian-prediction';

it('predicts nothing without observations', () => {
  expect(new GaussianPrediction(() => 0, []).predict([], 4)).toEqual({ deviation: 0, variance: 4 });
});

it('takes over one observation as far as it correlates', () => {
  const { deviation, variance } = new GaussianPrediction(() => 1, [2]).predict([0.5], 1);
  expect(deviation).toBeCloseTo(1, 12);
  expect(variance).toBeCloseTo(0.75, 12);
});

it('weighs observations that go with each other once', () => {
  const covariance = [
    [2, 0.5, 0],
    [0.5, 1, 0.3],
    [0, 0.3, 1.5],
  ];
  const { deviation, variance } = new GaussianPrediction((i, j) => covariance[i]![j]!, [1, -1, 2]).predict([0.4, 0.2, 0.6], 1);
  // kᵀK⁻¹d and 1 − kᵀK⁻¹k with K inverted by Cramer's rule.
  expect(deviation).toBeCloseTo(1.0404907975, 9);
  expect(variance).toBeCloseTo(0.6795092025, 9);
});

it('is sure where an observation without noise lies', () => {
  const { deviation, variance } = new GaussianPrediction((i, j) => (i === j ? 1 : 0.5), [1, 3]).predict([0.5, 1], 1);
  expect(deviation).toBeCloseTo(3, 12);
  expect(variance).toBeCloseTo(0, 12);
});

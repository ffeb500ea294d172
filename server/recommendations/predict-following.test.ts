import { effectAgainstLevel } from './predict-following';

const arms = [
  { label: 'avec', n: 100, residuals: [], meanResidual: null },
  { label: 'sans', n: 300, residuals: [], meanResidual: null },
];
const measured = { effect: 0.8, low: 0.4, high: 1.2, arms };

it.each([
  ['a choice of a quarter of the videos stands three quarters of its effect above the level', 'estimate', 0.6],
  ['a series or a single video is measured against the level already', 'residual', 0.8],
])('%s', (_case, metric, effect) => {
  const predicted = effectAgainstLevel({ ...measured, metric });
  expect(predicted.effect).toBeCloseTo(effect, 9);
  expect(predicted.effectLow).toBeCloseTo(effect / 2, 9);
  expect(predicted.effectHigh).toBeCloseTo(effect * 1.5, 9);
});

it('is finite when the arms say nothing', () => {
  expect(effectAgainstLevel({ ...measured, metric: 'estimate', arms: [] }).effect).toBe(0.8);
  expect(effectAgainstLevel({ ...measured, metric: 'estimate', arms: arms.map((arm) => ({ ...arm, n: 0 })) }).effect).toBe(0);
});

import { heatLevel } from './heat-level';

test.each([
  [null, 'BELOW_THRESHOLD', 'none'],
  [0.5, 'BELOW_THRESHOLD', 'none'],
  [null, 'HIGHER', 'none'],
  [0.01, 'NO_MEASURABLE_DIFFERENCE', 'level'],
  [0.6, 'NO_MEASURABLE_DIFFERENCE', 'above-1'],
  [-0.6, 'NO_MEASURABLE_DIFFERENCE', 'below-1'],
  [0.2, 'HIGHER', 'above-2'],
  [0.4, 'HIGHER', 'above-3'],
  [-0.4, 'LOWER', 'below-3'],
] as const)('an estimate of %p judged %s is coloured %s', (estimate, verdict, level) => {
  expect(heatLevel({ estimate, verdict })).toBe(level);
});

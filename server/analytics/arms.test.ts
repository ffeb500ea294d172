import fc from 'fast-check';
import { spreadByRank } from './arms';

it('keeps every residual where there are few, in order', () => {
  expect(spreadByRank([0.3, -1, 2], 3)).toEqual([-1, 0.3, 2]);
});

it('keeps the lowest, the highest and the middle of many', () => {
  const many = Array.from({ length: 1001 }, (_unused, i) => i / 1000);
  expect(spreadByRank(many, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

it('never makes a residual up, whatever the order they come in', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 200 }), fc.integer({ min: 2, max: 60 }), (residuals, most) => {
      const kept = spreadByRank(residuals, most);
      expect(kept).toHaveLength(Math.min(residuals.length, most));
      expect(kept.every((value) => residuals.includes(value))).toBe(true);
      expect(spreadByRank([...residuals].reverse(), most)).toEqual(kept);
    }),
  );
});

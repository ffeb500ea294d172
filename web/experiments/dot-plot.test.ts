import { reachOfDots, stackDots, ticksOf } from './dot-plot';

it('stacks what would lie on top of each other', () => {
  expect(stackDots([0.001, 0, 2, 0], 2)).toEqual([
    { column: 30, below: 0 },
    { column: 30, below: 1 },
    { column: 30, below: 2 },
    { column: 59, below: 0 },
  ]);
});

it('keeps a dot on the scale', () => {
  expect(stackDots([-9, 9], 1).map(({ column }) => column)).toEqual([0, 59]);
});

it.each([
  [0.75, [0.5, 1, 2]],
  [2.2, [0.125, 0.25, 0.5, 1, 2, 4, 8]],
  [7.2, [1 / 256, 1 / 16, 1, 16, 256]],
])('a reach of %d is marked at these multiples', (reach, multiples) => {
  expect(ticksOf(reach).map((tick) => Math.exp(tick))).toEqual(multiples.map((multiple) => expect.closeTo(multiple, 9)));
});

it('reaches as far as the furthest video, and at least to twice the usual', () => {
  expect(reachOfDots([{ residuals: [0.1] }])).toBeCloseTo(Math.LN2 * 1.05);
  expect(reachOfDots([{ residuals: [0.1, -3] }, { residuals: [2] }])).toBeCloseTo(3.15);
});

import { segmentsOf, spreadPositions, summarize } from './series';

const at = (...values: (number | null)[]) => values.map((value, day) => ({ date: `2026-01-0${day + 1}`, value }));

test.each([
  [[], []],
  [[null, null], []],
  [[1, 2], [[0, 1]]],
  [
    [1, null, 3, 4, null],
    [[0], [2, 3]],
  ],
])('a line over %j has the segments %j', (values, positions) => {
  expect(segmentsOf(at(...values)).map((segment) => segment.map(({ position }) => position))).toEqual(positions);
});

test('zero is a value, not a gap', () => {
  expect(segmentsOf(at(0, 0))).toEqual([
    [
      { position: 0, value: 0 },
      { position: 1, value: 0 },
    ],
  ]);
});

test('a summary counts the unread days inside the series only', () => {
  expect(summarize(at(null, 5, null, 9, 2, null))).toMatchObject({
    first: { date: '2026-01-02', value: 5 },
    last: { date: '2026-01-05', value: 2 },
    peak: { date: '2026-01-04', value: 9 },
    min: 2,
    sum: 16,
    gaps: 1,
  });
});

test('a series without a value has no summary', () => {
  expect(summarize(at(null, null))).toBeNull();
});

test.each([
  [0, 4, []],
  [3, 4, [0, 1, 2]],
  [28, 4, [0, 9, 18, 27]],
])('%i days get %i ticks at %j', (length, count, positions) => {
  expect(spreadPositions(length, count)).toEqual(positions);
});

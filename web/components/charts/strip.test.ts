import { countBeyond, stackDots, stripScale } from './strip';

test('the scale holds all values and the level', () => {
  const { low, high, ticks } = stripScale([0.5, 1.2]);
  expect(low).toBeCloseTo(-Math.log(2));
  expect(high).toBeCloseTo(1.2);
  expect(ticks.map(({ factor }) => factor)).toEqual([0.5, 1, 2]);
});

test('a hit of a thousand times does not squeeze everything else', () => {
  const values = [-1, 0, 1, Math.log(1000)];
  const scale = stripScale(values);
  expect(scale.high).toBeCloseTo(Math.log(64));
  expect(countBeyond(values, scale)).toBe(1);
  expect(scale.ticks.map(({ factor }) => factor)).toEqual([0.5, 1, 2, 4, 8, 16, 32, 64]);
});

test('a wide scale is lettered in larger steps', () => {
  expect(stripScale([-4, 4]).ticks.map(({ factor }) => factor)).toEqual([1 / 16, 1 / 4, 1, 4, 16]);
});

test('without a value the level stands between half and twice', () => {
  expect(stripScale([]).ticks.map(({ factor }) => factor)).toEqual([0.5, 1, 2]);
});

test.each([
  ['dots apart stay on the line', [0, 10, 20], [0, 0, 0]],
  ['dots together go up and down by turns', [5, 5, 5, 5], [0, 1, -1, 0]],
  ['the line is free again a distance on', [0, 1, 6, 7], [0, 1, 0, 1]],
])('%s', (_name, positions, heights) => {
  expect(stackDots(positions, 5, 1).map((height) => height + 0)).toEqual(heights);
});

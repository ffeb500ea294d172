import { choiceModelSteps, type ModelledFamily } from './choice-model';
import { seededRandom } from './seeded-random';
import { runSteps } from './steps';

const positions = (size: number) => Array.from({ length: size }, (_unused, i) => i);
const noise = (size: number, seed = 1): Float64Array => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: size }, () => 2 * (random() + random() + random() - 1.5));
};
const meansOf = (scores: Float64Array, families: readonly ModelledFamily[], deviation = 1) =>
  runSteps(choiceModelSteps(scores, positions(scores.length), deviation, families)).map((draws) =>
    draws.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
  );
const every = (step: number, size: number, from = 0) => positions(size).filter((i) => i % step === from);
const quarters = (size: number): ModelledFamily => ({
  isShared: true,
  n: size,
  members: [0, 1, 2, 3].map((quarter) => every(4, size, quarter)),
});
const labels = (size: number): ModelledFamily => ({
  isShared: false,
  n: size,
  members: [3, 5, 7, 11, 13, 17, 19].map((step) => every(step, size)),
});

it('finds one clear effect among noughts and shrinks it a little, the noughts a lot', () => {
  const [effects] = meansOf(
    noise(400).map((value, i) => value + (i % 4 === 0 ? 0.8 : 0)),
    [quarters(400)],
  );
  expect(effects![0]!).toBeGreaterThan(0.6);
  expect(effects![0]!).toBeLessThan(1);
  const [nothing] = meansOf(noise(400), [quarters(400)]);
  for (const effect of nothing!) expect(Math.abs(effect)).toBeLessThan(0.1);
});

it('does not count an effect twice where two choices often come together', () => {
  const size = 600;
  const series = every(3, size);
  const hour = [...series.filter((i) => i % 5 !== 0), ...positions(size).filter((i) => i % 3 === 1 && i % 4 === 0)];
  const scores = noise(size, 4).map((value, i) => value + (i % 3 === 0 ? 0.8 : 0));
  const [[ofSeries], [ofHour]] = meansOf(scores, [
    { isShared: false, n: size, members: [series] },
    { isShared: false, n: size, members: [hour] },
  ]) as [[number], [number]];
  expect(ofSeries).toBeGreaterThan(0.55);
  expect(Math.abs(ofHour)).toBeLessThan(0.2);
});

it('finds an effect that lies between two overlapping choices in all of them, most in the one it fills', () => {
  const size = 600;
  const hour = (i: number) => (i * 7) % 12;
  const overlapping = [0, 2, 4, 6, 8].map((from) => positions(size).filter((i) => hour(i) >= from && hour(i) < from + 4));
  const scores = noise(size, 8).map((value, i) => value + (hour(i) >= 2 && hour(i) < 6 ? 0.8 : 0));
  const [effects] = meansOf(scores, [{ isShared: true, n: size, members: overlapping }]);
  expect(effects!.indexOf(Math.max(...effects!))).toBe(1);
  expect(effects![1]!).toBeGreaterThan(0.5);
  expect(effects![0]!).toBeGreaterThan(0);
  expect(effects![4]!).toBeLessThan(0.1);
});

it('loses an effect when the labels are shuffled', () => {
  const scores = noise(400, 2).map((value, i) => value + (i % 3 === 0 ? 0.8 : 0));
  const random = seededRandom(9);
  const shuffled = positions(400).sort(() => random() - 0.5);
  const [effects] = meansOf(
    scores.map((_value, i) => scores[shuffled[i]!]!),
    [labels(400)],
  );
  for (const effect of effects!) expect(Math.abs(effect)).toBeLessThan(0.15);
});

it('does not depend on the order of the videos', () => {
  const scores = noise(300, 5).map((value, i) => value + (i % 3 === 0 ? 0.6 : 0));
  const family = labels(300);
  const last = scores.length - 1;
  const backwards = { ...family, members: family.members.map((members) => members.map((i) => last - i)) };
  const [forward] = meansOf(scores, [family]);
  const [backward] = meansOf(scores.slice().reverse(), [backwards]);
  forward!.forEach((effect, c) => expect(backward![c]).toBeCloseTo(effect, 6));
});

it('does not mind a constant added to every score', () => {
  const scores = noise(300, 6).map((value, i) => value + (i % 4 === 0 ? 0.6 : 0));
  const [effects] = meansOf(scores, [quarters(300)]);
  const [shifted] = meansOf(
    scores.map((value) => value + 0.25),
    [quarters(300)],
  );
  effects!.forEach((effect, c) => expect(Math.abs(shifted![c]! - effect)).toBeLessThan(0.03));
});

it('has nothing to draw without choices, and says 0 where there is nothing to hold against', () => {
  expect(runSteps(choiceModelSteps(new Float64Array(), [], 1, [{ isShared: true, n: 0, members: [] }]))).toEqual([[]]);
  expect(meansOf(noise(20), [{ isShared: true, n: 20, members: [positions(20)] }])).toEqual([[0]]);
});

it('is quick for ten thousand videos and more than a hundred choices', () => {
  const size = 10_000;
  const many: ModelledFamily = { isShared: false, n: size, members: positions(120).map((k) => every(k + 8, size)) };
  const draws = runSteps(choiceModelSteps(noise(size, 7), positions(size), 1, [many, quarters(size)]));
  expect(draws.map(({ length }) => length)).toEqual([120, 4]);
  expect(draws.flat().every((values) => values.every(Number.isFinite))).toBe(true);
});

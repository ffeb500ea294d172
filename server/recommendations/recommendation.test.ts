import { hasChangedMaterially, recommendationTypes, requestedTypes } from './recommendation';

it.each([
  [null, [...recommendationTypes]],
  [[], [...recommendationTypes]],
  [['TIMING'], ['TIMING']],
  [
    ['FORMAT', 'SCRIPT', 'FORMAT'],
    ['SCRIPT', 'FORMAT'],
  ],
] as const)('reads the asked types %j in one order, each once', (asked, types) => {
  expect(requestedTypes(asked)).toEqual(types);
});

const settled = { effect: 0.4, low: 0.1, high: 0.7, n: 30 };
it.each([
  ['the same', { ...settled }, false],
  ['a little more of the same', { ...settled, effect: 0.5, n: 40 }, false],
  ['an estimate above the old interval', { ...settled, effect: 0.8 }, true],
  ['an estimate below the old interval', { ...settled, effect: 0.05 }, true],
  ['twice as many videos', { ...settled, n: 60 }, true],
])('%s: changed materially is %s', (_name, fresh, changed) => {
  expect(hasChangedMaterially(settled, fresh)).toBe(changed);
});

import { compareNumbers, type NumbersNow } from './compare-numbers';
import type { Evidence } from './evidence';

const arm = (n: number) => ({ label: 'videos', n, residuals: [], meanResidual: null });
const stored = {
  effect: 0.4,
  low: 0.1,
  high: 0.7,
  n: 30,
  arms: [arm(30), arm(200)],
  dataVersion: 7,
  methodVersion: 'method/1',
} as unknown as Evidence;
const same: NumbersNow = {
  effect: 0.4,
  low: 0.1,
  high: 0.7,
  n: 30,
  otherCount: 200,
  verdict: 'HIGHER',
  dataVersion: 7,
  methodVersion: 'method/1',
};
const unmeasured = { effect: null, low: null, high: null, verdict: 'BELOW_THRESHOLD' } as const;

it.each<[string, Partial<NumbersNow>, string, boolean | null, string[]]>([
  ['the same numbers', {}, 'SAME', true, []],
  ['what processors may differ by', { effect: 0.4 + 5e-7 }, 'SAME', true, []],
  ['newer readings that change nothing', { dataVersion: 9 }, 'SAME', true, []],
  ['newer readings', { dataVersion: 8, effect: 0.38, n: 31 }, 'DATA_CHANGED', true, ['EFFECT', 'N']],
  [
    'newer readings that undo it',
    { dataVersion: 8, effect: 0.1, low: -0.2, verdict: 'NO_MEASURABLE_DIFFERENCE' },
    'DATA_CHANGED',
    false,
    ['EFFECT', 'LOW'],
  ],
  ['the opposite', { dataVersion: 8, effect: -0.4, verdict: 'LOWER' }, 'DATA_CHANGED', false, ['EFFECT']],
  ['another method', { methodVersion: 'method/2', high: 0.6 }, 'METHOD_CHANGED', true, ['HIGH']],
  ['another number from the same readings', { otherCount: 201 }, 'NOT_REPRODUCED', true, ['OTHER_COUNT']],
  ['too few videos', { dataVersion: 8, ...unmeasured, n: 3 }, 'NO_LONGER_MEASURED', null, ['EFFECT', 'LOW', 'HIGH', 'N']],
])('%s', (_name, change, reason, conclusionStands, metrics) => {
  const found = compareNumbers(stored, { ...same, ...change });
  expect({ ...found, differences: found.differences.map(({ metric }) => metric) }).toEqual({
    reason,
    conclusionStands,
    differences: metrics,
  });
});

it('has nothing to compare where the choice is gone', () => {
  expect(compareNumbers(stored, null)).toEqual({ reason: 'NO_LONGER_MEASURED', differences: [], conclusionStands: null });
});

it('says what was stored and what is there now', () => {
  expect(compareNumbers(stored, { ...same, n: 31, dataVersion: 8 }).differences).toEqual([{ metric: 'N', stored: 30, now: 31 }]);
});

it('holds a warning to its own side', () => {
  const warning = { ...stored, effect: -0.4, low: -0.7, high: -0.1 } as Evidence;
  expect(compareNumbers(warning, { ...same, effect: -0.4, low: -0.7, high: -0.1, verdict: 'LOWER' })).toMatchObject({
    reason: 'SAME',
    conclusionStands: true,
  });
});

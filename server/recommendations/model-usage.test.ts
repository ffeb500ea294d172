import { costGapOf, costInMicroUsd, monthEnd, monthlyCostGapOf, monthOf, mostTokens } from './model-usage';

it.each([
  ['2026-11-30T23:59:59.999Z', '2026-11', '2026-12-01T00:00:00.000Z'],
  ['2026-12-01T00:00:00.000Z', '2026-12', '2027-01-01T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', '2028-02', '2028-03-01T00:00:00.000Z'],
])('counts %s in %s, until %s', (time, month, end) => {
  expect(monthOf(new Date(time))).toBe(month);
  expect(monthEnd(new Date(time)).toISOString()).toBe(end);
});

const prices = { input: 0.4, output: 1.6 };
it.each([
  [{ inputTokens: 1_000_000, outputTokens: 0 }, prices, 400_000],
  [{ inputTokens: 120, outputTokens: 40 }, prices, 112],
  [{ inputTokens: 1, outputTokens: 0 }, prices, 0],
  [{ inputTokens: 120, outputTokens: 40 }, { input: 0, output: 0 }, 0],
  [{ inputTokens: 120, outputTokens: 40 }, null, null],
  [{ inputTokens: null, outputTokens: 40 }, prices, null],
])('%j at %j costs %s millionths of a dollar', (usage, at, cost) => {
  expect(costInMicroUsd(usage, at)).toBe(cost);
});

it.each([
  [{ model: null, inputTokens: null, outputTokens: null, costMicroUsd: null }, 'NOT_ASKED'],
  [{ model: 'm', inputTokens: null, outputTokens: null, costMicroUsd: null }, 'NOT_COUNTED'],
  [{ model: 'm', inputTokens: 1, outputTokens: 1, costMicroUsd: null }, 'NO_PRICES'],
  [{ model: 'm', inputTokens: 1, outputTokens: 1, costMicroUsd: 0 }, null],
])('of %j the cost is missing because of %s', (run, gap) => {
  expect(costGapOf(run)).toBe(gap);
});

it('says of a month why its cost is unknown', () => {
  const month = { month: '2026-11', tokensUsed: 1, costMicroUsd: null };
  expect(monthlyCostGapOf({ ...month, uncountedRequests: 1 })).toBe('NOT_COUNTED');
  expect(monthlyCostGapOf({ ...month, uncountedRequests: 0 })).toBe('NO_PRICES');
  expect(monthlyCostGapOf({ ...month, costMicroUsd: 0, uncountedRequests: 0 })).toBeNull();
});

it('reserves a token for each byte, whatever the script', () => {
  const [latin, other] = ['a'.repeat(100), 'é'.repeat(100)].map((sent) => mostTokens({ sent, maxOutputTokens: 10 }));
  expect(other! - latin!).toBe(100);
  expect(latin).toBeGreaterThan(110);
});

import { readPlanValues, suggestedSize } from './plan-values';

it('reads what the address brings', () => {
  const address = new URLSearchParams({ kind: 'HOOK', armA: 'a question', armB: '<b>a promise</b>' });
  expect(readPlanValues(address)).toEqual({
    kind: 'HOOK',
    armA: 'a question',
    armB: '<b>a promise</b>',
    videosPerArm: null,
    horizonHours: 168,
  });
});

it('keeps what was sent, and leaves out what makes no sense', () => {
  expect(readPlanValues(new URLSearchParams({ videosPerArm: '20', horizonHours: '48' }))).toMatchObject({
    videosPerArm: 20,
    horizonHours: 48,
  });
  const nonsense = new URLSearchParams({ kind: 'MAGIC', armA: '🍋'.repeat(200), videosPerArm: '7', horizonHours: '1' });
  expect(readPlanValues(nonsense)).toEqual({
    kind: 'HOURS',
    armA: '🍋'.repeat(80),
    armB: '',
    videosPerArm: null,
    horizonHours: 168,
  });
});

it.each([
  [6, 10],
  [10, 10],
  [38, 40],
  [44, 40],
  [100, 80],
])('for %d suggested videos a side offers %d', (suggested, offered) => {
  expect(suggestedSize(suggested)).toBe(offered);
});

import { localTimeIn } from './local-time';
import { periodsEndingAt } from './period';

const iso = (time: number): string => new Date(time).toISOString();

it('ends with the local day of the newest reading and begins as many local days before', () => {
  const { current, previous } = periodsEndingAt(Date.UTC(2026, 10, 22, 23, 30), 'LAST_7_DAYS', localTimeIn('Europe/Paris'));
  expect([iso(current.from), iso(current.until)]).toEqual(['2026-11-16T23:00:00.000Z', '2026-11-23T23:00:00.000Z']);
  expect([iso(previous.from), iso(previous.until)]).toEqual(['2026-11-09T23:00:00.000Z', '2026-11-16T23:00:00.000Z']);
});

it('counts days, not times 24 hours, over the end of summer time', () => {
  const { current, previous } = periodsEndingAt(Date.UTC(2026, 9, 28, 12), 'LAST_7_DAYS', localTimeIn('Europe/Paris'));
  expect([iso(current.from), iso(current.until)]).toEqual(['2026-10-21T22:00:00.000Z', '2026-10-28T23:00:00.000Z']);
  expect(previous.until).toBe(current.from);
});

it.each([
  ['LAST_7_DAYS', 7],
  ['LAST_28_DAYS', 28],
  ['LAST_90_DAYS', 90],
  ['LAST_365_DAYS', 365],
] as const)('%s has %d days, like the period before it', (name, days) => {
  const { current, previous } = periodsEndingAt(Date.UTC(2026, 10, 22), name, localTimeIn('Asia/Kolkata'));
  expect(current.lastDay - current.firstDay + 1).toBe(days);
  expect(previous.lastDay - previous.firstDay + 1).toBe(days);
  expect(previous.lastDay + 1).toBe(current.firstDay);
});

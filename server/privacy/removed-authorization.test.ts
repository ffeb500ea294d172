import { consequenceOf, endOfGrace } from './removed-authorization';

test.each<[string, number | null, string, string]>([
  ['unknown', 0, 'ERASE_AFTER_GRACE', 'NOTHING'],
  ['the person disconnected', 1, 'ERASE_AFTER_GRACE', 'NOTHING'],
  ['the account was deleted', 2, 'ERASE_AT_ONCE', 'ERASE_AT_ONCE'],
  ['the age changed', 3, 'ERASE_AT_ONCE', 'ERASE_AT_ONCE'],
  ['banned', 4, 'ERASE_AFTER_GRACE', 'NOTHING'],
  ['we revoked it', 5, 'NOTHING', 'NOTHING'],
  ['a reason of the future', 17, 'ERASE_AFTER_GRACE', 'NOTHING'],
  ['found out by being refused', null, 'ERASE_AFTER_GRACE', 'NOTHING'],
])('%s', (_name, reason, inUse, disconnectedHere) => {
  expect([consequenceOf(reason, false), consequenceOf(reason, true)]).toEqual([inUse, disconnectedHere]);
});

test('the grace is two weeks', () => {
  expect(endOfGrace(new Date('2026-11-22T12:00:00Z'))).toEqual(new Date('2026-12-06T12:00:00Z'));
});

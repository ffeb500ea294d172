import { consentStates, type ConsentRecord } from './consent';
import { policyVersion } from './policy';

const given = (values: Partial<ConsentRecord>): ConsentRecord => ({
  purpose: 'RESEARCH',
  policyVersion,
  withdrawnAt: null,
  ...values,
});
const withdrawnAt = new Date('2026-11-22T12:00:00Z');

test.each<[string, ConsentRecord[], boolean, boolean]>([
  ['nothing on record', [], false, false],
  ['given to the current version', [given({})], true, true],
  ['given to an older version', [given({ policyVersion: '2020-01-01' })], true, false],
  ['given and withdrawn', [given({ withdrawnAt })], false, false],
  ['withdrawn and given again', [given({ withdrawnAt }), given({})], true, true],
  ['given for something else', [given({ purpose: 'ACCOUNT_ANALYTICS' })], false, false],
])('research: %s', (_case, ledger, isGiven, isCurrent) => {
  expect(consentStates(ledger)).toContainEqual({ purpose: 'RESEARCH', isRequired: false, isGiven, isCurrent });
});

test('every purpose has a state, and only the analysis of the own account is required', () => {
  expect(consentStates([]).map(({ purpose, isRequired }) => [purpose, isRequired])).toEqual([
    ['ACCOUNT_ANALYTICS', true],
    ['RESEARCH', false],
  ]);
});

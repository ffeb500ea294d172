import { InvalidInputError } from '../users/errors';
import { checkPlan, checkReason } from './check-plan';
import type { ExperimentPlan } from './experiment';

const plan: ExperimentPlan = { kind: 'HOURS', labelA: '18 h', labelB: '21 h', videosPerArm: 10, horizonHours: 168 };

it('takes a plan as it is, its labels without spaces around and control characters', () => {
  expect(checkPlan(plan)).toEqual(plan);
  const labelA = ' <b>18\u0000h</b>\n\u202e‘; DROP';
  expect(checkPlan({ ...plan, labelA }).labelA).toBe('<b>18 h</b> ‘; DROP');
});

it.each<[string, Partial<ExperimentPlan>]>([
  ['labelA', { labelA: ' \u200b ' }],
  ['labelA', { labelA: 'x'.repeat(81) }],
  ['labelB', { labelB: '18 H' }],
  ['videosPerArm', { videosPerArm: 5 }],
  ['videosPerArm', { videosPerArm: 101 }],
  ['videosPerArm', { videosPerArm: 7.5 }],
  ['videosPerArm', { videosPerArm: NaN }],
  ['horizonHours', { horizonHours: 24 }],
])('refuses a wrong %s: %j', (field, change) => {
  expect(() => checkPlan({ ...plan, ...change })).toThrow(expect.objectContaining({ field }));
});

it('wants a reason of a length that can be read', () => {
  expect(checkReason(' a brand asked for it ')).toBe('a brand asked for it');
  for (const reason of ['', ' ', 'x'.repeat(201)]) expect(() => checkReason(reason)).toThrow(InvalidInputError);
});

import { keyOf, readCriterion } from './choice-key';
import { criterionSchema, type Criterion } from './criterion';

const timeZone = 'Europe/Paris';
const criteria: [string, Criterion][] = [
  ['16-20', { kind: 'HOURS', weekday: null, hourFrom: 16, hourUntil: 20, timeZone }],
  ['1:9-10', { kind: 'HOURS', weekday: 1, hourFrom: 9, hourUntil: 10, timeZone }],
  ['7', { kind: 'WEEKDAY', weekday: 7, timeZone }],
  ['été', { kind: 'HASHTAG', hashtag: 'été' }],
  ['la recette', { kind: 'OPENING', opening: 'la recette' }],
  ['15-30', { kind: 'DURATION', minimumSeconds: 15, maximumSeconds: 30 }],
  ['180+', { kind: 'DURATION', minimumSeconds: 180, maximumSeconds: null }],
  ['0-80', { kind: 'CAPTION_LENGTH', minimumCharacters: 0, maximumCharacters: 80 }],
  ['OWN', { kind: 'SOUND', sound: 'OWN' }],
  ['0-12.5', { kind: 'GAP', minimumHours: 0, maximumHours: 12.5 }],
  ['VERTICAL', { kind: 'FORMAT', format: 'VERTICAL' }],
];

it.each(criteria)('writes a choice as %s and reads it again', (key, criterion) => {
  expect(keyOf(criterion)).toBe(key);
  expect(readCriterion(criterion.kind, key, timeZone)).toEqual(criterion);
});

it.each([
  ['HOURS', '20'],
  ['HOURS', '8:9-10'],
  ['HOURS', '20-99'],
  ['HOURS', ''],
  ['WEEKDAY', '0'],
  ['WEEKDAY', 'Monday'],
  ['DURATION', 'short'],
  ['DURATION', '-5-3'],
  ['SOUND', 'LOUD'],
  ['FORMAT', '__proto__'],
] as const)('does not take %s "%s" for a choice', (family, key) => {
  expect(readCriterion(family, key, timeZone)).toBeNull();
});

it('is tried on every kind of criterion', () => {
  const kinds = criterionSchema.options.map(({ shape }) => shape.kind.value);
  expect([...new Set(criteria.map(([, { kind }]) => kind))].sort()).toEqual([...kinds].sort());
});

import { parse, validate } from 'graphql';
import type { Criterion } from '../analytics/criterion';
import { schema } from '../graphql/schema';
import { isOwnQuestion, reproduceEffect } from './reproduction';

const timeZone = 'Europe/Paris';
const criteria: Criterion[] = [
  { kind: 'HOURS', weekday: null, hourFrom: 16, hourUntil: 20, timeZone },
  { kind: 'HASHTAG', hashtag: 'été' },
  { kind: 'OPENING', opening: 'jour un' },
  { kind: 'GAP', minimumHours: 6, maximumHours: 18 },
  { kind: 'FORMAT', format: 'VERTICAL' },
];

it.each(criteria.map((criterion) => [criterion.kind, criterion] as const))(
  'asks one valid question for %s',
  (kind, criterion) => {
    const question = reproduceEffect('c', criterion, timeZone);
    expect(validate(schema, parse(question.document)).map(({ message }) => message)).toEqual([]);
    expect(question.variables).toMatchObject({ timeZone, family: kind });
    expect(isOwnQuestion(question, { connectionId: 'c', criterion, timeZone })).toBe(true);
  },
);

it.each(criteria.slice(1).map((criterion) => [criterion.kind, criterion] as const))(
  'does not take a question about hours for one about %s',
  (_kind, criterion) => {
    const question = reproduceEffect('c', criteria[0]!, timeZone);
    expect(isOwnQuestion(question, { connectionId: 'c', criterion, timeZone })).toBe(false);
  },
);

import { describe, expect, it } from '@jest/globals';
import { getDatamodel } from '../db/generated/pothos-types';
import { personalTables } from './personal-tables';

interface ModelField {
  name: string;
  kind: string;
  type: string;
  relationFromFields?: readonly string[];
}

const { models } = (getDatamodel() as unknown as { datamodel: { models: Record<string, { fields: readonly ModelField[] }> } })
  .datamodel;
const fieldsOf = (model: string) => models[model]?.fields ?? [];
/** Foreign keys of a model: column and table. */
const referencesOf = (model: string) =>
  fieldsOf(model).flatMap(({ relationFromFields, type }) =>
    (relationFromFields ?? []).map((column) => ({ column, table: type })),
  );
const position = (model: string) => personalTables.findIndex((table) => table.model === model);

it('says of every model of the data model whose its rows are and what becomes of them', () => {
  expect(personalTables.map(({ model }) => model).sort()).toEqual(Object.keys(models).sort());
});

describe.each(personalTables)('$model', ({ model, owner, archive, reason, columns, leftOut }) => {
  const isInArchive = archive !== 'ABSENT';

  it('has every column in the archive or a reason why not', () => {
    const stored = fieldsOf(model)
      .filter(({ kind }) => kind !== 'object')
      .map(({ name }) => name);
    expect([...columns, ...Object.keys(leftOut)].sort()).toEqual(isInArchive ? stored.sort() : []);
  });

  it('gives a reason where it is not written back', () => {
    expect(reason === null).toBe(archive === 'RESTORED');
  });

  it('leads to its person by a column that is there', () => {
    // An attempt to connect names its person, where there is one, without a foreign key.
    const references = model === 'AuthorizationAttempt' ? [{ column: 'userId', table: 'User' }] : referencesOf(model);
    if (owner.by === 'COLUMN') {
      expect(references).toContainEqual({ column: owner.column, table: owner.table });
      expect(fieldsOf(model).map(({ name }) => name)).toContain(owner.column);
    }
    if (owner.by === 'USE') expect(referencesOf(owner.table)).toContainEqual({ column: owner.column, table: model });
    if (owner.by === 'IDENTITY') expect(model).toBe('User');
    if (owner.by === 'PAYLOAD') expect(fieldsOf(model).map(({ name }) => name)).toContain('payload');
  });

  it('comes after every table that it points to', () => {
    for (const { table } of referencesOf(model)) expect(position(table)).toBeLessThan(position(model));
  });
});

it.each([
  ['a sealed token', /token/i, true],
  ['a hash of a secret', /hash$/i, false],
  ['a verifier', /verifier/i, false],
])('no archive holds %s: a column of such a name is looked at here', (_what, name, isCounted) => {
  const suspicious = personalTables.flatMap(({ model, columns }) =>
    columns.filter((column) => name.test(column)).map((column) => `${model}.${column}`),
  );
  // Tokens that a language model counted are numbers, not keys.
  const numbers = suspicious.filter((column) => isCounted && /\.(input|output)?tokens$/i.test(column));
  expect(suspicious).toEqual(numbers);
});

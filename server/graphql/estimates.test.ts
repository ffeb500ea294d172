import { isInterfaceType, isObjectType } from 'graphql';
import { schema } from './schema';

/** Names under which this API tells an estimate. */
const estimates = ['estimate', 'effect', 'liftRate'];

const types = Object.values(schema.getTypeMap()).filter(
  (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
);

/** What is missing beside the estimates among some fields: `n`, and an interval, which may carry the estimate's name. */
function estimatesAlone(fieldNames: readonly string[]): string[] {
  const found = estimates.filter((name) => fieldNames.includes(name));
  return found.flatMap((name) =>
    [['n'], ['low', `${name}Low`], ['high', `${name}High`]].flatMap((wanted) =>
      wanted.some((companion) => fieldNames.includes(companion)) ? [] : [wanted[0]!],
    ),
  );
}

it('never has an estimate in a type without its n and interval beside it', () => {
  const lacking = types.flatMap((type) => {
    const missing = estimatesAlone(Object.keys('getFields' in type ? type.getFields() : {}));
    return missing.length > 0 ? [`${type.name} shows an estimate without ${missing.join(', ')}: add them beside it`] : [];
  });
  expect(lacking).toEqual([]);
});

it('looks at the types that matter, and would find an estimate alone', () => {
  const estimating = types.filter((type) => 'getFields' in type && estimates.some((name) => name in type.getFields()));
  expect(estimating.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ChoiceEffect', 'PostingTimeCell', 'PostingTimeBlock', 'MeasuredChoice', 'Evidence']),
  );
  expect(estimatesAlone(['key', 'estimate', 'low', 'high'])).toEqual(['n']);
  expect(estimatesAlone(['effect', 'n'])).toEqual(['low', 'high']);
  expect(estimatesAlone(['effect', 'n', 'effectLow', 'effectHigh'])).toEqual([]);
  expect(estimatesAlone(['key', 'n'])).toEqual([]);
});

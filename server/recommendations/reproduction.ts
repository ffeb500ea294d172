import { isDeepStrictEqual } from 'node:util';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { keyOf } from '../analytics/choice-key';
import type { Criterion } from '../analytics/criterion';

/** A GraphQL document with its variables that gives the numbers of some evidence again. */
export interface Reproduction {
  document: string;
  variables: Record<string, unknown>;
}

/** One question for every choice: five lines that a person can read and run. A change of its text keeps the old one in `askedSoFar`. */
const effectDocument = `query EffectOfAChoice($connection: ID!, $timeZone: String!, $family: ChoiceFamily!, $key: String!) {
  node(id: $connection) { ... on TikTokConnection { analytics(timeZone: $timeZone) {
    asOf dataVersion
    choiceEffect(family: $family, key: $key) { n otherCount estimate low high intervalLevel probability verdict minimumN aboveLevelCount belowLevelCount methodVersion }
  } } }
}`;

/** The documents that were ever stored to be asked again. */
const askedSoFar: ReadonlySet<string> = new Set([effectDocument]);

/** The time zone goes along, for hours and days are those of the person at that time. */
export function reproduceEffect(connectionId: string, criterion: Criterion, timeZone: string): Reproduction {
  return {
    document: effectDocument,
    variables: {
      connection: encodeGlobalID('TikTokConnection', connectionId),
      timeZone,
      family: criterion.kind,
      key: keyOf(criterion),
    },
  };
}

/** Whether a stored question is word for word one that is written for this choice of this account: nothing else is ever asked. */
export function isOwnQuestion(
  stored: Reproduction,
  { connectionId, criterion, timeZone }: { connectionId: string; criterion: Criterion | null; timeZone: string },
): boolean {
  if (criterion === null || !askedSoFar.has(stored.document)) return false;
  const { variables } = reproduceEffect(connectionId, criterion, timeZone);
  return isDeepStrictEqual(stored.variables, variables);
}

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

const effectFields = 'n estimate low high probability verdict';
const frameFields = 'n intervalLevel minimumN methodVersion';

export function reproducePostingTimes(connectionId: string): Reproduction {
  return ofAnalytics(
    'PostingTimes',
    connectionId,
    `postingTimes { timeZone ${frameFields} blocks { hourFrom hourUntil ${effectFields} } cells { weekday hour ${effectFields} } }`,
  );
}

export function reproduceHashtags(connectionId: string): Reproduction {
  return ofAnalytics(
    'Hashtags',
    connectionId,
    `hashtags(first: 100) { ${frameFields} effects { key together ${effectFields} } }`,
  );
}

export function reproduceDurations(connectionId: string): Reproduction {
  return ofAnalytics('Durations', connectionId, `durations { ${frameFields} effects { key ${effectFields} } }`);
}

export function reproduceFormats(connectionId: string): Reproduction {
  return ofAnalytics('Formats', connectionId, `formats { ${frameFields} effects { key ${effectFields} } }`);
}

/** The residuals and the scatter from which the expected effect of a group of videos is computed. */
export function reproduceResiduals(connectionId: string, videoIds: readonly string[]): Reproduction {
  return {
    document: `query Residuals($connection: ID!, $videos: [ID!]!) {
  node(id: $connection) { ... on TikTokConnection { analytics(period: LAST_365_DAYS) { baseline { scatter n } } } }
  nodes(ids: $videos) { ... on Video { id viewCount baseline { ageHours expectedViews residual ratio percentile n } } }
}`,
    variables: {
      connection: encodeGlobalID('TikTokConnection', connectionId),
      videos: videoIds.map((id) => encodeGlobalID('Video', id)),
    },
  };
}

function ofAnalytics(name: string, connectionId: string, selection: string): Reproduction {
  return {
    document: `query ${name}($connection: ID!) {
  node(id: $connection) { ... on TikTokConnection { analytics(period: LAST_365_DAYS) { period { from until timeZone } ${selection} } } }
}`,
    variables: { connection: encodeGlobalID('TikTokConnection', connectionId) },
  };
}

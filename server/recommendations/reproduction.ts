import { encodeGlobalID } from '@pothos/plugin-relay';

/** A GraphQL document with its variables that gives the numbers of some evidence again. */
export interface Reproduction {
  document: string;
  variables: Record<string, unknown>;
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

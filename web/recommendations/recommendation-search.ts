import type { RecommendationFilter, RecommendationType, RecommendationsQueryVariables } from '../graphql/generated';

export const recommendationTypes: readonly RecommendationType[] = ['CONTENT_IDEA', 'SCRIPT', 'HASHTAGS', 'TIMING', 'FORMAT'];
export const recommendationStates = ['any', 'open', 'applied', 'dismissed'] as const;
export type StateChoice = (typeof recommendationStates)[number];

const pageSize = 10;

/** What is asked of the recommendations, as it stands in the address. */
export interface RecommendationSearch {
  type: RecommendationType | '';
  state: StateChoice;
  isUnreadOnly: boolean;
}

export function readRecommendationSearch(params: URLSearchParams): RecommendationSearch {
  return {
    type: recommendationTypes.find((type) => type === params.get('type')) ?? '',
    state: recommendationStates.find((state) => state === params.get('state')) ?? 'any',
    isUnreadOnly: params.get('unread') === '1',
  };
}

export function recommendationParameters({ type, state, isUnreadOnly }: RecommendationSearch): Record<string, string | null> {
  return { type, state: state === 'any' ? null : state, unread: isUnreadOnly ? '1' : null };
}

const states = { open: 'OPEN', applied: 'APPLIED', dismissed: 'DISMISSED' } as const;

export function recommendationVariables(
  connectionId: string,
  { type, state, isUnreadOnly }: RecommendationSearch,
  params: URLSearchParams,
): RecommendationsQueryVariables {
  const before = params.get('before');
  const filter: RecommendationFilter = {
    types: type === '' ? null : [type],
    state: state === 'any' ? null : states[state],
    isRead: isUnreadOnly ? false : null,
  };
  return {
    connectionId,
    filter,
    ...(before === null ? { first: pageSize, after: params.get('after') } : { last: pageSize, before }),
  };
}

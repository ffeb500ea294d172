import type { Family } from './run-family';
import { graphqlRequests } from './graphql-requests';
import { tiktokAnswers } from './tiktok-answers';

/** Every kind of hostile input. */
export const families: readonly Family[] = [tiktokAnswers, graphqlRequests];

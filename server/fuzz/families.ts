import { captions } from './captions';
import { graphqlRequests } from './graphql-requests';
import type { Family } from './run-family';
import { tiktokAnswers } from './tiktok-answers';

/** Every kind of hostile input. */
export const families: readonly Family[] = [tiktokAnswers, graphqlRequests, captions];

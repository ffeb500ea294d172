import type { Rate, RateKind } from './rate-limits';

/** Bounds of a request, all in one place; GraphQL's own are in `graphql/limits.ts`, those of sockets in `limited-server.ts`. */
export interface RequestLimits {
  /** Characters of path and query together. */
  urlLength: number;
  /** Body of GraphQL, REST and webhooks. */
  bodyBytes: number;
  /** Body of a form on a page. */
  formBytes: number;
  /** Brackets inside brackets of a JSON body. */
  jsonDepth: number;
  /** Until an ordinary answer must have begun. */
  answerMs: number;
  subscriptions: { perPerson: number; lifeMs: number };
  /** How often; null: as often as anybody likes. */
  rates: Record<RateKind, Rate> | null;
}

const minute = 60;
const hour = 3_600;

export const requestLimits: RequestLimits = {
  // The longest address of ours opens GraphiQL on the document of some evidence: some 700 characters.
  urlLength: 8_000,
  bodyBytes: 1_000_000,
  formBytes: 100_000,
  jsonDepth: 40,
  answerMs: 30_000,
  // A page follows two runs at most; every tab is one of these.
  subscriptions: { perPerson: 10, lifeMs: 15 * 60_000 },
  rates: {
    // Two for each account that is connected: the beginning and the end. An office shares one address.
    signIn: { points: 60, seconds: 10 * minute },
    mutation: { points: 120, seconds: minute },
    // One at a time for each account anyway; a language model is paid by the word.
    generation: { points: 30, seconds: hour },
  },
};

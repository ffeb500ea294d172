import type {} from '@remix-run/node';

declare module '@remix-run/node' {
  /** What the HTTP server hands to every loader and action: the whole of what `web/` knows about it besides the schema. */
  interface AppLoadContext {
    /** The GraphQL endpoint, called in the same process; takes and gives ordinary Fetch objects. */
    fetchGraphQL(request: Request): Promise<Response>;
    /** Nonce that the page's policy allows scripts by; new for every response. */
    cspNonce: string;
    /** Writes to the server's log, beside the request's id, what a page could not show. */
    reportProblem(problem: string): void;
    /** Also in the log: shown where something went wrong so that a person can quote it. */
    requestId: string;
  }
}

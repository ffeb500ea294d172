import { cacheExchange, createClient, fetchExchange, ssrExchange, type Client, type SSRData } from '@urql/core';
import { useMemo, type ReactNode } from 'react';
import { Provider } from 'urql';

function clientFor(state: SSRData | undefined): Client {
  return createClient({
    url: '/graphql',
    // The cache stands before the handed-over state, so that what has been rendered once is not asked for again.
    exchanges: [cacheExchange, ssrExchange({ isClient: true, initialState: state }), fetchExchange],
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetchOptions: { credentials: 'same-origin', headers: { 'x-graphql-yoga-csrf': '1' } },
  });
}

let live: Client | undefined;
/** The browser's own client for what changes while one looks: polling and subscriptions. Never used on the server. */
export function liveClient(): Client {
  return (live ??= clientFor(undefined));
}

/** Lets the typed hooks below it render from what the loader asked, on the server and in the browser alike. */
export function UrqlState({ state, children }: { state: SSRData; children: ReactNode }) {
  const client = useMemo(() => clientFor(state), [state]);
  return <Provider value={client}>{children}</Provider>;
}

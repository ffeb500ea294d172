import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { PulseDocument, type LiveStateFragment, type PulseQuery, type PulseQueryVariables } from '../graphql/generated';
import { liveClient } from '../graphql/urql-state';

const askEveryMs = 10_000;

/** One text per state, to tell whether anything has changed. */
export function stateKey({ dataVersion, lastSyncedAt, status, latestSync, latestGeneration }: LiveStateFragment): string {
  return JSON.stringify([
    dataVersion,
    lastSyncedAt,
    status,
    latestSync?.id,
    latestSync?.status,
    latestGeneration?.id,
    latestGeneration?.status,
  ]);
}

/** Asks every few seconds, while the page is looked at, whether a reading landed or a run began or ended. */
export function useLiveUpdates(connectionId: string, known: LiveStateFragment): void {
  const { revalidate } = useRevalidator();
  const knownKey = stateKey(known);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const { data } = await liveClient()
        .query<PulseQuery, PulseQueryVariables>(PulseDocument, { connectionId }, { requestPolicy: 'network-only' })
        .toPromise();
      const node = data?.node;
      if (node?.__typename === 'TikTokConnection' && stateKey(node) !== knownKey) revalidate();
    };
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  }, [connectionId, knownKey, revalidate]);
}

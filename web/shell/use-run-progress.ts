import { useRevalidator } from '@remix-run/react';
import type { DocumentNode } from 'graphql';
import { useEffect, useState } from 'react';
import type { RunStatus } from '../graphql/generated';
import { liveClient } from '../graphql/urql-state';

const askEveryMs = 3_000;

export function isUnderWay(status: RunStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/**
 * Follows a run from what the page knew: by subscription and, where that breaks, by asking the page anew every few seconds.
 * The page is loaded again when the run ends.
 */
export function useRunProgress<Run extends { id: string; status: RunStatus }, Name extends string>(
  known: Run,
  document: DocumentNode,
  name: Name,
): Run {
  const { revalidate } = useRevalidator();
  const [heard, setHeard] = useState<Run | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  const { id } = known;
  const isFollowed = isUnderWay(known.status);

  useEffect(() => {
    if (!isFollowed) return;
    const { unsubscribe } = liveClient()
      .subscription<Record<Name, Run>>(document, { runId: id })
      .subscribe(({ data, error }) => {
        setIsBroken(error !== undefined);
        const run = data?.[name];
        if (run === undefined) return;
        setHeard(run);
        if (!isUnderWay(run.status)) revalidate();
      });
    return unsubscribe;
  }, [id, isFollowed, document, name, revalidate]);

  useEffect(() => {
    if (!isFollowed) return;
    // Slow while the subscription works, in case its last message got lost on the way.
    const timer = setInterval(() => isPageVisible() && revalidate(), isBroken ? askEveryMs : 4 * askEveryMs);
    return () => clearInterval(timer);
  }, [isFollowed, isBroken, revalidate]);

  return isFollowed && heard?.id === id ? heard : known;
}

function isPageVisible(): boolean {
  return globalThis.document.visibilityState === 'visible';
}

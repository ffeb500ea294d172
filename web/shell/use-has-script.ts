import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and in a browser without JavaScript: what needs it is not shown there. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

import { createContext, useContext } from 'react';

/** The nonce of the page's policy: known on the server only, the browser hides it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}

import { isIP } from 'node:net';

/** False: nobody. A number: so many proxies in a row. Names: the addresses and networks whose `X-Forwarded-For` is believed. */
export type TrustProxy = false | number | string[];

const named = ['loopback', 'linklocal', 'uniquelocal'];

/** @returns null for what cannot be used: among it `true`, which would let everybody say who they are */
export function parseTrustProxy(text: string | undefined): TrustProxy | null {
  if (text === undefined || text === '0' || text === 'false') return false;
  if (/^\d+$/.test(text)) return Number(text) <= 10 ? Number(text) : null;
  const entries = text.split(/[\s,]+/).filter(Boolean);
  return entries.length > 0 && entries.every((entry) => named.includes(entry) || isNetwork(entry)) ? entries : null;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128));
}

import { parse, serialize } from 'cookie';
import { sign, unsign } from 'cookie-signature';

/** The two cookies of this site: the session's token and the browser's own id. Signed, HttpOnly, SameSite=Lax. */
export interface Cookies {
  read(cookieHeader: string | null, name: CookieName): string | null;
  write(name: CookieName, value: string): string;
  clear(name: CookieName): string;
  /** Whether the header carries this cookie, signed with a secret that does not sign any more. */
  isSignedBefore(cookieHeader: string | null, name: CookieName): boolean;
  /** Whether the header carries a cookie of ours at all, valid or not. */
  hasOwn(cookieHeader: string | null): boolean;
}

export type CookieName = 'session' | 'browser';

const yearSeconds = 365 * 24 * 3600;

/**
 * In production (https) cookies are Secure and carry the `__Host-` prefix, which ties them to this host and path. The first secret
 * signs, all of them are accepted.
 */
export function createCookies({ secrets, isProduction }: { secrets: readonly string[]; isProduction: boolean }): Cookies {
  const [current] = secrets;
  if (!current) throw new Error('At least one session secret is needed.');
  const nameOf = (name: CookieName) => `${isProduction ? '__Host-' : ''}crealia-${name}`;
  const options = { httpOnly: true, sameSite: 'lax', secure: isProduction, path: '/' } as const;
  return {
    read(header, name) {
      const value = parse(header ?? '')[nameOf(name)];
      for (const secret of value ? secrets : []) {
        const unsigned = unsign(value ?? '', secret);
        if (unsigned) return unsigned;
      }
      return null;
    },
    isSignedBefore(header, name) {
      const value = parse(header ?? '')[nameOf(name)];
      return value !== undefined && unsign(value, current) === false && secrets.some((secret) => unsign(value, secret) !== false);
    },
    write: (name, value) => serialize(nameOf(name), sign(value, current), { ...options, maxAge: yearSeconds }),
    clear: (name) => serialize(nameOf(name), '', { ...options, maxAge: 0 }),
    hasOwn: (header) => {
      const sent = parse(header ?? '');
      return sent[nameOf('session')] !== undefined || sent[nameOf('browser')] !== undefined;
    },
  };
}

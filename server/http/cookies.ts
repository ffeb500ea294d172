import { parse, serialize } from 'cookie';
import { sign, unsign } from 'cookie-signature';

/** The two cookies of this site: the session's token and the browser's own id. Signed, HttpOnly, SameSite=Lax. */
export interface Cookies {
  read(cookieHeader: string | null, name: CookieName): string | null;
  write(name: CookieName, value: string): string;
  clear(name: CookieName): string;
  /** Whether the header carries a session cookie at all, valid or not. */
  hasSession(cookieHeader: string | null): boolean;
}

export type CookieName = 'session' | 'browser';

const yearSeconds = 365 * 24 * 3600;

/** In production (https) cookies are Secure and carry the `__Host-` prefix, which ties them to this host and path. */
export function createCookies({ secret, isProduction }: { secret: string; isProduction: boolean }): Cookies {
  const nameOf = (name: CookieName) => `${isProduction ? '__Host-' : ''}crealia-${name}`;
  const options = { httpOnly: true, sameSite: 'lax', secure: isProduction, path: '/' } as const;
  return {
    read(header, name) {
      const value = parse(header ?? '')[nameOf(name)];
      return (value && unsign(value, secret)) || null;
    },
    write: (name, value) => serialize(nameOf(name), sign(value, secret), { ...options, maxAge: yearSeconds }),
    clear: (name) => serialize(nameOf(name), '', { ...options, maxAge: 0 }),
    hasSession: (header) => parse(header ?? '')[nameOf('session')] !== undefined,
  };
}

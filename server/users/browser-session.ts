import { randomBytes } from 'node:crypto';
import type { RequestSession } from '../graphql/context';
import type { Cookies } from '../http/cookies';
import { endSession, getSessionViewer, type SessionDependencies, startSession } from './sessions';

/** Finds out who is behind a request by its cookies. */
export async function openRequestSession(headers: Headers, cookies: Cookies, deps: SessionDependencies): Promise<RequestSession> {
  const header = headers.get('cookie');
  const token = cookies.read(header, 'session');
  let browserId = cookies.read(header, 'browser');
  const setCookies: string[] = [];
  const viewer = token ? await getSessionViewer(token, deps) : null;
  // The operator has a new secret: who is here goes on with it, so that the old one can be taken away.
  if (viewer && token && cookies.isSignedBefore(header, 'session')) setCookies.push(cookies.write('session', token));
  return {
    viewer,
    setCookies,
    getBrowserId() {
      if (!browserId) {
        browserId = randomBytes(32).toString('base64url');
        setCookies.push(cookies.write('browser', browserId));
      }
      return browserId;
    },
    async signIn(userId) {
      // A token from before signing in must not live on in the new session.
      if (token) await endSession(token, deps);
      setCookies.push(
        cookies.write(
          'session',
          await startSession({ userId, userAgent: headers.get('user-agent')?.slice(0, 300) ?? null }, deps),
        ),
      );
    },
    async signOut() {
      if (token) await endSession(token, deps);
      setCookies.push(cookies.clear('session'));
    },
  };
}

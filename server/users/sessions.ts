import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../db/database';
import type { Viewer } from '../graphql/context';
import { createSession, deleteExpiredSessions, deleteSession, findSession, touchSession } from './queries';

const dayMs = 24 * 3600_000;
/** A session ends after this long without a request. */
export const sessionIdleMs = 30 * dayMs;
/** However busy: then one signs in again. */
const longestMs = 365 * dayMs;
const touchEveryMs = 5 * 60_000;

/** Sessions are about people and their browsers: they live in the system's time even where the data lives in the sandbox's. */
export interface SessionDependencies {
  db: Database;
  systemNow: () => Date;
}

/** Opens a session and returns its token: 256 random bits, of which only the SHA-256 is kept. */
export async function startSession(
  input: { userId: string; userAgent: string | null },
  { db, systemNow }: SessionDependencies,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = systemNow();
  await createSession(db, { ...input, tokenHash: hashToken(token), now, expiresAt: endOf(now, now) });
  return token;
}

/** 30 days after the last request, and a year after signing in at the latest. */
function endOf(createdAt: Date, lastSeenAt: Date): Date {
  return new Date(Math.min(lastSeenAt.getTime() + sessionIdleMs, createdAt.getTime() + longestMs));
}

/** The person behind a token; null when it is unknown or its time is over. */
export async function getSessionViewer(token: string, { db, systemNow }: SessionDependencies): Promise<Viewer | null> {
  const now = systemNow();
  const session = await findSession(db, hashToken(token), now);
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > touchEveryMs) {
    await touchSession(db, session.id, now, endOf(session.createdAt, now));
  }
  const { id, displayName, locale, timeZone, role } = session.user;
  return { id, displayName, locale, timeZone, role, sessionId: session.id };
}

export async function endSession(token: string, { db }: SessionDependencies): Promise<void> {
  await deleteSession(db, hashToken(token));
}

export async function forgetExpiredSessions({ db, systemNow }: SessionDependencies): Promise<void> {
  await deleteExpiredSessions(db, systemNow());
}

/** SHA-256 in hex. A token of 256 random bits needs no slower hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

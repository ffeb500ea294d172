import { NotFoundError } from './errors';
import { deleteOtherSessions, deleteOwnSession } from './queries';
import type { SessionDependencies } from './sessions';

type RevokeDependencies = Pick<SessionDependencies, 'db'>;

/** Ends one session of a person: its token is worth nothing from then on. @throws NotFoundError when it is not theirs, or over. */
export async function revokeSession(
  { sessionId, userId }: { sessionId: string; userId: string },
  { db }: RevokeDependencies,
): Promise<void> {
  if (!(await deleteOwnSession(db, sessionId, userId))) throw new NotFoundError('session');
}

/** Ends all sessions of a person but one. @returns how many */
export function revokeOtherSessions(
  { keptSessionId, userId }: { keptSessionId: string; userId: string },
  { db }: RevokeDependencies,
): Promise<number> {
  return deleteOtherSessions(db, userId, keptSessionId);
}

import type { Database } from '../db/database';
import { forgetExpiredSessions } from '../users/sessions';
import { deleteExpiredAttempts } from './queries';

/** Removes sessions and authorization attempts whose time is over. They are refused by then; keeping them would serve nobody. */
export async function forgetExpired({ db, systemNow }: { db: Database; systemNow: () => Date }): Promise<void> {
  await deleteExpiredAttempts(db, systemNow());
  await forgetExpiredSessions({ db, systemNow });
}

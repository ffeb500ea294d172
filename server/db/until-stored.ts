import { setTimeout as wait } from 'node:timers/promises';
import { describeDatabaseFailure, type DatabaseFailure } from './failures';

const longestWaitMs = 5_000;

/**
 * For a write whose content exists nowhere else: tries again until the database takes it, however long the disk is full or the file
 * locked. Whatever another try cannot mend is thrown.
 * @param onRefusal told of every try that failed
 */
export async function untilStored<Result>(
  write: () => Result | Promise<Result>,
  onRefusal: (failure: DatabaseFailure) => void,
): Promise<Result> {
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await write();
    } catch (error) {
      const failure = describeDatabaseFailure(error);
      if (!failure) throw error;
      onRefusal(failure);
    }
    await wait(waitMs);
  }
}

import { InvalidInputError, NotFoundError } from '../users/errors';
import { countGoing } from './count-queries';
import { type Erasure, receiptRows } from './erasure';
import { OnlyAccountError } from './errors';
import { findOwnAccount, listAccountIds } from './grace-queries';
import { requestErasure, type RequestErasureDependencies } from './request-erasure';

/** @throws InvalidInputError when the person has not confirmed */
export function eraseMyData(
  { userId, isConfirmed }: { userId: string; isConfirmed: boolean },
  deps: RequestErasureDependencies,
): Promise<Erasure> {
  requireConfirmed(isConfirmed);
  return requestErasure({ reason: 'REQUESTED', userId, connectionId: null }, deps);
}

/** @throws InvalidInputError, NotFoundError, OnlyAccountError */
export function eraseAccount(
  { userId, connectionId, isConfirmed }: { userId: string; connectionId: string; isConfirmed: boolean },
  deps: RequestErasureDependencies,
): Promise<Erasure> {
  requireConfirmed(isConfirmed);
  const account = findOwnAccount(deps.db, connectionId, userId);
  if (!account) throw new NotFoundError('TikTok connection');
  if (account.isOnlyOne) throw new OnlyAccountError();
  return requestErasure({ reason: 'ACCOUNT_REQUESTED', userId: null, connectionId }, deps);
}

function requireConfirmed(isConfirmed: boolean): void {
  if (!isConfirmed)
    throw new InvalidInputError('isConfirmed', 'Nothing was erased: it was not confirmed. What is erased does not come back.');
}

/** What an erasure would delete at present, table by table: of the person, or of one account of theirs; null where it is not. */
export function previewErasure(
  { userId, connectionId }: { userId: string; connectionId: string | null },
  { db }: Pick<RequestErasureDependencies, 'db'>,
): { table: string; before: number }[] | null {
  if (connectionId !== null && !findOwnAccount(db, connectionId, userId)) return null;
  const target =
    connectionId === null
      ? { userId, connectionIds: listAccountIds(db, userId) }
      : { userId: null, connectionIds: [connectionId] };
  return receiptRows({ before: countGoing(db, target), after: {} });
}

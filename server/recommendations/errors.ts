import { DomainError } from '../domain-error';

/** Nothing was ever read from this account, so there is nothing to stand on. */
export class NothingSyncedError extends DomainError {
  constructor(displayName: string) {
    super(`Nothing has been read from ${displayName} yet. Wait for the first sync to end, or start one, then ask again.`);
  }
}

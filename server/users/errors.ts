import { DomainError } from '../domain-error';

/** A value that the person typed cannot be used; `field` names the input field. */
export class InvalidInputError extends DomainError {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** The same answer for what is not there and for what belongs to somebody else. */
export class NotFoundError extends DomainError {
  constructor(what: string) {
    super(`There is no such ${what} among yours. Reload the page; it may have been removed.`);
  }
}

/** The person read another version of the policy than the one in force. */
export class OutdatedPolicyError extends DomainError {
  constructor(readonly currentVersion: string) {
    super(`The privacy policy is now version ${currentVersion}. Reload the page, read it, and agree again.`);
  }
}

export class NotSignedInError extends DomainError {
  constructor() {
    super('Nobody is signed in here. Connect a TikTok account on the home page.');
  }
}

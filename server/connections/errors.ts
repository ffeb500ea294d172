import { DomainError } from '../domain-error';

export class ConsentRequiredError extends DomainError {
  constructor() {
    super('Your consent to the current privacy policy is needed before TikTok is asked. Read it, tick the box, and try again.');
  }
}

export class AuthorizationStateError extends DomainError {
  constructor() {
    super(
      'This answer from TikTok does not belong to a connection started in this browser in the last ten minutes, or was used already. Start again.',
    );
  }
}

export class AuthorizationCodeRejectedError extends DomainError {
  constructor() {
    super('TikTok no longer accepts this authorization: it was used already or took too long. Nothing was saved; connect again.');
  }
}

export class MissingScopeError extends DomainError {
  constructor(readonly missingScopes: string[]) {
    super(
      `Crealia cannot work without ${missingScopes.join(' and ')}. Nothing was saved; connect again and leave it switched on.`,
    );
  }
}

export class ConnectionOwnedBySomeoneElseError extends DomainError {
  constructor() {
    super(
      'This TikTok account is connected to another Crealia account. Sign out and sign in with it, or disconnect it there first.',
    );
  }
}

/** Everything of the account is being erased, which takes minutes at most. */
export class ErasureUnderWayError extends DomainError {
  constructor() {
    super('The data of this account is being erased at this moment. Connect it again in a few minutes to begin anew.');
  }
}

export class TikTokRefusedError extends DomainError {
  constructor(code: string) {
    super(
      `TikTok refuses the connection (${code}). Nothing was saved and trying again will not help: whoever runs this server finds the details in its log.`,
    );
  }
}

export class TikTokUnreachableError extends DomainError {
  constructor() {
    super('TikTok does not answer at the moment. Nothing was saved; try again in a few minutes.');
  }
}

/** Nothing can be read for this connection: it was disconnected, revoked, or must be connected again. */
export class ConnectionNotActiveError extends DomainError {
  constructor(displayName: string, message = `TikTok does not let us read ${displayName} any more. Connect the account again.`) {
    super(message);
  }
}

/** TikTok renewed the authorization and the answer never arrived: the old pair is dead and nobody has the new one. */
export class AuthorizationLostError extends ConnectionNotActiveError {
  constructor(displayName: string) {
    super(
      displayName,
      `TikTok renewed the authorization of ${displayName}, but its answer was lost on the way. Connect the account again; everything read so far is kept.`,
    );
  }
}

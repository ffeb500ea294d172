import { createHash, randomBytes, randomInt } from 'node:crypto';
import { codeLifetimeSeconds, tokenRegimes } from './defaults';
import type { SandboxState, StateStore } from './state-file';

type StoredToken = SandboxState['tokens'][number];

export interface IssuedTokens {
  creatorId: string;
  scopes: string[];
  accessToken: string;
  accessSeconds: number;
  refreshToken: string;
  refreshSeconds: number;
}

export class CodeRefusedError extends Error {
  constructor(
    readonly code: 'invalid_grant' | 'invalid_request',
    message: string,
  ) {
    super(message);
  }
}

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');
const newSecret = () => randomBytes(36).toString('base64url');

/** Who let the application in, and the codes and tokens that follow from it. Every change is on the disk before it is answered. */
export class Authorizations {
  constructor(
    private readonly store: StateStore,
    private readonly now: () => number,
  ) {}

  /** The scopes a creator has granted; null when there is no authorization. */
  grantedScopes(creatorId: string): readonly string[] | null {
    return this.store.state.authorizations.find((granted) => granted.creatorId === creatorId)?.scopes ?? null;
  }

  /** A code for one exchange within five minutes; it contains `*` and `!`, as TikTok's do. */
  grantCode(input: { creatorId: string; scopes: string[]; redirectUri: string; challenge: string | null }): string {
    const { state } = this.store;
    const code = `${newSecret()}*0!${randomInt(1_000, 10_000)}.va`;
    const at = this.now();
    state.authorizations = state.authorizations.filter(({ creatorId }) => creatorId !== input.creatorId);
    state.authorizations.push({ creatorId: input.creatorId, scopes: input.scopes, at });
    state.codes = state.codes.filter(({ expiresAt }) => expiresAt > at);
    state.codes.push({ ...input, hash: hashed(code), expiresAt: at + codeLifetimeSeconds * 1_000 });
    this.store.save();
    return code;
  }

  /** A code is burnt by the first attempt, also by one that fails. @throws CodeRefusedError */
  exchangeCode(input: { code: string; redirectUri: string; codeVerifier: string }): IssuedTokens {
    const { state } = this.store;
    const hash = hashed(input.code);
    const found = state.codes.find((code) => code.hash === hash);
    if (!found) throw new CodeRefusedError('invalid_grant', 'Authorization code is invalid or was used before.');
    state.codes = state.codes.filter((code) => code !== found);
    this.store.save();
    if (found.expiresAt <= this.now()) throw new CodeRefusedError('invalid_grant', 'Authorization code is expired.');
    if (found.redirectUri !== input.redirectUri) {
      throw new CodeRefusedError('invalid_request', 'Redirect_uri is not matched with the uri when requesting code.');
    }
    if (found.challenge !== null && hashed(input.codeVerifier) !== found.challenge) {
      throw new CodeRefusedError('invalid_request', 'Code verifier or code challenge is invalid.');
    }
    return this.issue(found.creatorId, found.scopes, null);
  }

  /** @throws CodeRefusedError when the refresh token is unknown, expired, or was replaced by a newer one */
  refresh(refreshToken: string): IssuedTokens {
    const found = this.find('refresh', refreshToken);
    if (!found || this.store.state.settings.refreshRefused) {
      throw new CodeRefusedError('invalid_grant', 'Refresh token is invalid or expired.');
    }
    return this.issue(found.creatorId, found.scopes, { refreshToken, stored: found });
  }

  /** Null when the token is unknown, expired or revoked. */
  find(kind: StoredToken['kind'], token: string): StoredToken | null {
    const hash = hashed(token);
    const found = this.store.state.tokens.find((stored) => stored.hash === hash && stored.kind === kind);
    return found && found.expiresAt > this.now() ? found : null;
  }

  /** Ends the life of one token now. */
  expire(kind: StoredToken['kind'], token: string): void {
    const found = this.find(kind, token);
    if (!found) return;
    found.expiresAt = this.now();
    this.store.save();
  }

  /** Everything the creator ever granted is dead. False when there was nothing. @param reason of `authorization.removed` */
  remove(creatorId: string, reason: number): boolean {
    const { state } = this.store;
    const others = <T extends { creatorId: string }>(rows: T[]) => rows.filter((row) => row.creatorId !== creatorId);
    if (!state.authorizations.some((granted) => granted.creatorId === creatorId)) return false;
    state.authorizations = others(state.authorizations);
    state.codes = others(state.codes);
    state.tokens = others(state.tokens);
    state.revoked.push({ creatorId, reason, at: this.now() });
    this.store.save();
    return true;
  }

  private issue(
    creatorId: string,
    scopes: string[],
    previous: { refreshToken: string; stored: StoredToken } | null,
  ): IssuedTokens {
    const { state } = this.store;
    const regime = tokenRegimes[state.settings.tokenRegime];
    const now = this.now();
    const refreshCount = previous ? previous.stored.refreshCount + 1 : 0;
    // Before November 2026 the refresh token "may be different": here, every other time.
    const keepsRefreshToken = previous !== null && !regime.alwaysRotates && refreshCount % 2 === 1;
    const accessToken = `act.${newSecret()}!${randomInt(1_000, 10_000)}.va`;
    const refreshToken = keepsRefreshToken ? previous.refreshToken : `rft.${newSecret()}!${randomInt(1_000, 10_000)}.va`;
    const stored = (kind: StoredToken['kind'], token: string, seconds: number): StoredToken => ({
      hash: hashed(token),
      kind,
      creatorId,
      scopes,
      expiresAt: now + seconds * 1_000,
      refreshCount,
    });
    state.tokens = state.tokens.filter((token) => token !== previous?.stored && token.expiresAt > now);
    state.tokens.push(
      stored('access', accessToken, regime.accessSeconds),
      stored('refresh', refreshToken, regime.refreshSeconds),
    );
    this.store.save();
    return {
      creatorId,
      scopes,
      accessToken,
      accessSeconds: regime.accessSeconds,
      refreshToken,
      refreshSeconds: regime.refreshSeconds,
    };
  }
}

/**
 * What went wrong between TikTok and us, by what can be done about it. `logId` is what TikTok's support asks for.
 * `code` is TikTok's own, or one of ours where TikTok gave none: `timeout`, `network`, `redirected`, `too_large`, `circuit_open`
 * (not asked, because it kept failing), `not_json`, `unreadable`, `http_<status>`. The message is for logs: it carries neither a token nor a code; people get words from the features.
 */
export class TikTokError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly logId: string | null = null,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** `access_token_invalid`: refresh once, try once more. */
export class TikTokAccessTokenInvalidError extends TikTokError {}

/** `scope_not_authorized` or `scope_permission_missed`: only the person can help, by connecting again; a refresh would not. */
export class TikTokScopeMissingError extends TikTokError {}

/** `invalid_grant` and its kin: the code or refresh token is used up, expired or revoked. */
export class TikTokGrantRejectedError extends TikTokError {}

/** `rate_limit_exceeded`, still so after our own retries. */
export class TikTokRateLimitedError extends TikTokError {}

/**
 * TikTok did not answer, or answered with something that is not its API: 5xx, HTML, time-out, reset. What was asked may or may
 * not have been done: after a refresh that ends so, keep the old pair and try it again later; it says nothing about the grant.
 */
export class TikTokUnavailableError extends TikTokError {}

/** The same, but TikTok has surely not begun: it was never reached, or said so. Whatever was asked can be asked again. */
export class TikTokNotReachedError extends TikTokUnavailableError {}

/** TikTok refuses the request as such: wrong client key, unknown field, unapproved scope. Retrying cannot help. */
export class TikTokRequestRejectedError extends TikTokError {}

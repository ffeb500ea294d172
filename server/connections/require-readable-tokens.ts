import type { Database } from '../db/database';
import type { KeySource } from './encryption-keys';
import { listKeyUses } from './sealed-secret-queries';
import { createTokenCipher, SealedSecretError } from './token-cipher';

/** The stored tokens and the keys do not belong together. One message for the operator: which key, how many accounts, what next. */
export class UnreadableTokensError extends Error {}

/**
 * Refuses to work with keys that cannot read what is stored: every key that has sealed a token must be named, and one of its tokens
 * must really open. Asks once by key, never for each token. @throws UnreadableTokensError
 */
export function requireReadableTokens(db: Database, source: KeySource): void {
  const cipher = createTokenCipher(source);
  const problems = listKeyUses(db, 'TikTokConnection').flatMap(({ keyId, rows, sample }) => {
    const accounts = rows === 1 ? '1 account' : `${rows} accounts`;
    if (keyId === null) return [`The tokens of ${accounts} are in a form that this version does not know.`];
    if (!source.keys().some(({ id }) => id === keyId))
      return [`Key “${keyId}” is missing: the tokens of ${accounts} are sealed with it.`];
    try {
      cipher.open(sample.text, sample.id);
      return [];
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      return [`Key “${keyId}” is not the one that it was: the tokens of ${accounts} do not open with it.`];
    }
  });
  if (problems.length === 0) return;
  throw new UnreadableTokensError(
    [
      `The stored TikTok tokens cannot be read with the keys in ${source.place}:`,
      ...problems.map((problem) => `  - ${problem}`),
      `Put the key back under its name in ${source.place}, from where you keep your secrets or a backup of that file.`,
      'If it is lost for good: npm run keys:rotate -- --forget-unreadable asks these people to connect again; their history stays.',
    ].join('\n'),
  );
}

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import {
  fixedKeys,
  formatKey,
  keysInFile,
  type KeySource,
  KeysUnusableError,
  makeKey,
  parseKeys,
} from './connections/encryption-keys';
import { keepSecret, KeptSecretError } from './kept-secret';
import { projectRoot } from './project-root';

/** What decides whether a secret may be made, where it would lie, and the list that problems are added to. */
interface Place {
  isProduction: boolean;
  folder: string;
  problems: string[];
}

/** SESSION_SECRET, several separated by commas, or one that is made and kept; every problem is noted, and none throws. */
export function readSessionSecrets(list: string | undefined, { isProduction, folder, problems }: Place): string[] {
  if (!list) {
    if (isProduction) problems.push('SESSION_SECRET must be set when PUBLIC_URL is https: 32 random characters at least.');
    else if (problems.length === 0) return noting(problems, () => [keptSessionSecret(folder)]) ?? [];
    return [];
  }
  const secrets = list.split(',').map((secret) => secret.trim());
  if (secrets.some((secret) => secret.length < 32))
    problems.push('SESSION_SECRET must have 32 characters at least, each one where there are several.');
  if (isProduction && secrets.some((secret) => /example|change-?me|secret-?here/i.test(secret)))
    problems.push('SESSION_SECRET is an example; make your own.');
  return secrets;
}

function keptSessionSecret(folder: string): string {
  const file = path.join(folder, 'session-secret');
  const secret = keepSecret(file, () => randomBytes(32).toString('base64url'));
  if (secret.length < 32)
    throw new KeptSecretError(`${file} is empty or cut short. Remove it to have a new one made: people sign in again.`);
  return secret;
}

/** TOKEN_ENCRYPTION_KEYS, the file of TOKEN_ENCRYPTION_KEYS_FILE, or one that is made and kept; null where they cannot be used. */
export function readEncryptionKeys(
  { list, file }: { list: string | undefined; file: string | undefined },
  { isProduction, folder, problems }: Place,
): KeySource | null {
  if (list && file) {
    problems.push('TOKEN_ENCRYPTION_KEYS and TOKEN_ENCRYPTION_KEYS_FILE exclude each other: the keys are in one place.');
    return null;
  }
  if (list) return noting(problems, () => fixedKeys(parseKeys(list, 'TOKEN_ENCRYPTION_KEYS')));
  if (file) return noting(problems, () => keysInFile(path.resolve(projectRoot, file)));
  if (isProduction) {
    problems.push(
      'TOKEN_ENCRYPTION_KEYS or TOKEN_ENCRYPTION_KEYS_FILE must be set when PUBLIC_URL is https: id:base64 of 32 random bytes.',
    );
    return null;
  }
  // Nothing is made for a start that will be refused.
  if (problems.length > 0) return null;
  const kept = path.join(folder, 'token-encryption-keys');
  return noting(problems, () => {
    keepSecret(kept, () => formatKey(makeKey()));
    return keysInFile(kept);
  });
}

function noting<Value>(problems: string[], read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KeysUnusableError || error instanceof KeptSecretError)) throw error;
    problems.push(error.message);
    return null;
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A secret beside the database cannot be read or made. The message says what to do. */
export class KeptSecretError extends Error {}

/**
 * A secret made once and kept beside the database, readable by this user alone: for machines where nobody sets one. Gives what the
 * file says, were it nothing. @throws KeptSecretError
 */
export function keepSecret(file: string, make: () => string): string {
  const folder = path.dirname(file);
  if (existsSync(file)) {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch (error) {
      throw new KeptSecretError(`${file} cannot be read (${reasonOf(error)}). Make it readable for this user.`);
    }
  }
  const secret = make();
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    throw new KeptSecretError(
      `The folder ${folder} cannot be written (${reasonOf(error)}). Make it writable for this user, or point DATABASE_URL somewhere else.`,
    );
  }
  return secret;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

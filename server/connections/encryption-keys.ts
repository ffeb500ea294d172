import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';

/** A named 256-bit key. The first of a list seals, all of them open. */
export interface EncryptionKey {
  id: string;
  key: Buffer;
}

/** Where the keys come from. */
export interface KeySource {
  /** As the operator knows it: the setting's name, or the file. */
  place: string;
  /** The file that holds them; null where they are in the environment, which a running process cannot read anew. */
  file: string | null;
  /** As they are now. */
  keys(): readonly EncryptionKey[];
}

/** Why a text is no list of keys: a sentence for the operator that quotes no key. */
export class KeysUnusableError extends Error {}

/** `id:base64,…`, the first seals. @throws KeysUnusableError */
export function parseKeys(text: string, place: string): EncryptionKey[] {
  const keys = text.split(',').map((entry) => {
    const separator = entry.indexOf(':');
    const id = entry.slice(0, Math.max(0, separator)).trim();
    const key = Buffer.from(entry.slice(separator + 1).trim(), 'base64');
    if (/^[\w-]{1,40}$/.test(id) && key.length === 32) return { id, key };
    throw new KeysUnusableError(
      `${place} must be id:base64 of 32 bytes, several separated by commas (openssl rand -base64 32 makes one).`,
    );
  });
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new KeysUnusableError(`${place} names key “${twice}” twice. Give each key a name of its own.`);
  return keys;
}

export function fixedKeys(keys: readonly EncryptionKey[], place = 'TOKEN_ENCRYPTION_KEYS'): KeySource {
  return { place, file: null, keys: () => keys };
}

/**
 * Keys in a file, read again when it changes: a key put in front counts from then on, without a restart. What cannot be read
 * later leaves the keys as they were; the next start refuses it. @throws KeysUnusableError when it cannot be read at first
 */
export function keysInFile(file: string): KeySource {
  let seen = stampOf(file);
  let keys = readKeys(file);
  return {
    place: file,
    file,
    keys() {
      const stamp = stampOf(file);
      if (stamp === null || stamp === seen) return keys;
      seen = stamp;
      try {
        keys = readKeys(file);
      } catch {
        // A running server goes on with what it has: refusing now would stop everybody for a slip of the pen.
      }
      return keys;
    },
  };
}

/** A new key under a name that no other has. */
export function makeKey(): EncryptionKey {
  return { id: `k${randomBytes(4).toString('hex')}`, key: randomBytes(32) };
}

/**
 * Puts a list into the file at once: whoever reads it meanwhile sees the old one or the new one. The file keeps its owner, so that
 * the superuser can do this for the server's own user.
 */
export function writeKeys(file: string, keys: readonly EncryptionKey[]): void {
  const target = realpathSync(file);
  const { uid, gid, mode } = statSync(target);
  const beside = `${target}.${randomBytes(4).toString('hex')}.new`;
  writeFileSync(beside, `${keys.map(formatKey).join(',')}\n`, { mode: mode & 0o777, flag: 'wx', flush: true });
  if (process.getuid?.() === 0) chownSync(beside, uid, gid);
  renameSync(beside, target);
}

export function formatKey({ id, key }: EncryptionKey): string {
  return `${id}:${key.toString('base64')}`;
}

function readKeys(file: string): EncryptionKey[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new KeysUnusableError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (text === '') throw new KeysUnusableError(`${file} is empty. ${putBack}`);
  try {
    return parseKeys(text, file);
  } catch (error) {
    if (!(error instanceof KeysUnusableError)) throw error;
    throw new KeysUnusableError(`${error.message} ${putBack}`);
  }
}

const putBack =
  'The stored TikTok tokens need its keys: put the file back from a backup. If there is none, remove it: a new key is made, and the next message says how to go on.';

/** Changes with every writing of the file; null when it is not there. */
function stampOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size}` : null;
}

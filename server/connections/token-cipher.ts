import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { EncryptionKey, KeySource } from './encryption-keys';

/** Seals secrets for one owner: a sealed text moved to another row does not open. */
export interface TokenCipher {
  seal(secret: string, ownerId: string): string;
  /** @throws SealedSecretError when the key is unknown, the text was changed, or it belongs to another owner. */
  open(sealed: string, ownerId: string): string;
  /** Name of the key that seals now. */
  currentKeyId(): string;
}

/** A stored secret that cannot be read. The message is for logs: it names the key, never the secret. */
export class SealedSecretError extends Error {}

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random 96-bit nonce; text form `v1.<key id>.<nonce>.<ciphertext>.<tag>`, base64url; the owner's id is
 * authenticated. The keys are asked for at each use, so that a key file that was changed counts at once.
 */
export function createTokenCipher(source: KeySource): TokenCipher {
  return {
    seal(secret, ownerId) {
      const { id, key } = currentKey(source);
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(ownerId));
      const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [version, id, ...[nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, ownerId) {
      const [form, keyId, ...parts] = sealed.split('.');
      const [nonce, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (form !== version || parts.length !== 3 || nonce?.length !== nonceBytes || tag?.length !== tagBytes || !ciphertext)
        throw new SealedSecretError('A stored secret is not in a known form.');
      const known = source.keys().find(({ id }) => id === keyId);
      if (!known)
        throw new SealedSecretError(`A stored secret was sealed with key “${keyId}”, which ${source.place} does not name.`);
      const decipher = createDecipheriv('aes-256-gcm', known.key, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(ownerId))
        .setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch {
        // Node's own message says as little as this, and nothing of what to look at.
        throw new SealedSecretError(
          `A stored secret does not open with key “${keyId}”: the key is another one, or the text was changed.`,
        );
      }
    },
    currentKeyId: () => currentKey(source).id,
  };
}

/** How a text sealed with this key begins. */
export function sealedPrefix(keyId: string): string {
  return `${version}.${keyId}.`;
}

function currentKey(source: KeySource): EncryptionKey {
  const [current] = source.keys();
  if (!current) throw new Error('At least one encryption key is needed.');
  return current;
}

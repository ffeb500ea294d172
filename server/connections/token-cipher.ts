import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A named 256-bit key. The first of a list encrypts, all of them decrypt. */
export interface EncryptionKey {
  id: string;
  key: Buffer;
}

/** Seals secrets for one owner: a sealed text moved to another row does not open. */
export interface TokenCipher {
  seal(secret: string, ownerId: string): string;
  /** @throws Error when the key is unknown, the text was changed, or it belongs to another owner. */
  open(sealed: string, ownerId: string): string;
}

/** AES-256-GCM with a random 96-bit nonce; text form `v1.<key id>.<nonce>.<ciphertext>.<tag>`, base64url; the owner's id is authenticated. */
export function createTokenCipher(keys: readonly EncryptionKey[]): TokenCipher {
  const [current] = keys;
  if (!current) throw new Error('At least one encryption key is needed.');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    seal(secret, ownerId) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(ownerId));
      const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return ['v1', current.id, ...[nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, ownerId) {
      const [version, keyId, ...parts] = sealed.split('.');
      const key = byId.get(keyId ?? '');
      if (version !== 'v1' || parts.length !== 3) throw new Error('A stored token is not in a known form.');
      if (!key) throw new Error(`A stored token was encrypted with key “${keyId}”, which TOKEN_ENCRYPTION_KEYS does not name.`);
      const [nonce, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
        .setAAD(Buffer.from(ownerId))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    },
  };
}

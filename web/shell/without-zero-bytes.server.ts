import { Transform } from 'node:stream';

/**
 * React 18 fills its buffer up with zero bytes where the next character needs more bytes than are left of it (React's issue 31134).
 * A browser turns them into U+FFFD in attributes and in scripts, where they change what the page is given. No text of ours has them.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The files of a zip by name, as text; the mark of UTF-8 at the front of some stays. */
export async function unzip(zip: Buffer): Promise<Map<string, string>> {
  const file = await fromBufferPromise(zip, { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of file.eachEntry()) {
    files.set(entry.fileName, (await buffer(await file.openReadStreamPromise(entry))).toString('utf8'));
  }
  return files;
}

/** The rows of a file of an archive. */
export function parseRows(ndjson: string | undefined): Record<string, unknown>[] {
  return (ndjson ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { sha256 } from '../testing/unzip';
import type { ArchiveManifest } from './archive-format';

/** A zip of these files; its manifest says what is true of them unless `isFitted` is false. */
export async function packArchive(
  content: ReadonlyMap<string, string>,
  { isFitted = true, change = (manifest: ArchiveManifest) => manifest } = {},
): Promise<Buffer> {
  const manifest = JSON.parse(content.get('manifest.json') ?? 'null') as ArchiveManifest | null;
  const zip = new ZipFile();
  for (const [name, text] of content) {
    if (name !== 'manifest.json') zip.addBuffer(Buffer.from(text), name);
  }
  if (manifest) {
    if (isFitted) {
      manifest.files = manifest.files.map((file) => {
        const text = content.get(file.name) ?? '';
        const rows = file.rows === null ? null : parseLines(text);
        return { ...file, rows, bytes: Buffer.byteLength(text), sha256: sha256(text) };
      });
    }
    zip.addBuffer(Buffer.from(JSON.stringify(change(manifest))), 'manifest.json');
  }
  zip.end();
  return buffer(zip.outputStream);
}

const parseLines = (text: string) => text.split('\n').length - 1;

import { ArchiveRefusedError } from './import-errors';

/** Longer than any record that is ever written; whatever is longer is no record. */
const longestLineBytes = 16 * 1024 * 1024;
const newline = 0x0a;

/** Lines of a stream without their ends; a file that does not end with a line end is cut off. @throws ArchiveRefusedError */
export async function* splitLines(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (line: Buffer) => {
    try {
      return decoder.decode(line);
    } catch (error) {
      throw new ArchiveRefusedError(`The archive is damaged: ${name} is not UTF-8.`, { cause: error });
    }
  };
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      rest.push(chunk.subarray(from, end));
      yield decode(Buffer.concat(rest));
      rest = [];
      restBytes = 0;
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    restBytes += chunk.length - from;
    if (restBytes > longestLineBytes) throw new ArchiveRefusedError(`The archive is refused: ${name} has a line without an end.`);
  }
  if (restBytes > 0) throw new ArchiveRefusedError(`The archive is damaged: the last line of ${name} is cut off.`);
}

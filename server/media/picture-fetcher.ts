import { type Picture, PictureUnavailableError, pictureTypeOf } from './picture';

export interface PictureFetcherOptions {
  /** `host` or `host:port`; a leading dot stands for every subdomain. */
  hosts: readonly string[];
  timeoutMs?: number;
  maxBytes?: number;
  fetch?: typeof fetch;
}

export type PictureFetcher = (address: string) => Promise<Picture>;

/**
 * Fetches pictures from the hosts that are named, without following redirects, so that an address in somebody's data cannot make
 * this server call another one. @throws PictureUnavailableError
 */
export function createPictureFetcher(options: PictureFetcherOptions): PictureFetcher {
  const { hosts, timeoutMs = 8_000, maxBytes = 5_000_000, fetch: fetchPicture = fetch } = options;
  return async (address) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !isAllowed(url, hosts))
      throw new PictureUnavailableError(`Pictures are not fetched from ${url?.host ?? 'there'}.`);
    try {
      const response = await fetchPicture(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { accept: 'image/*' },
      });
      return await readPicture(response, maxBytes);
    } catch (error) {
      if (error instanceof PictureUnavailableError) throw error;
      throw new PictureUnavailableError(
        `${url.host} did not answer with a picture: ${error instanceof Error ? error.name : 'unknown'}.`,
      );
    }
  };
}

function isAllowed(url: URL, hosts: readonly string[]): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return false;
  return hosts.some((host) => (host.startsWith('.') ? url.port === '' && url.hostname.endsWith(host) : url.host === host));
}

async function readPicture(response: Response, maxBytes: number): Promise<Picture> {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!response.ok || !type.startsWith('image/') || type.includes('svg') || !response.body) {
    await response.body?.cancel();
    throw new PictureUnavailableError(`Answered ${response.status} ${type}.`, [401, 403, 404, 410].includes(response.status));
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error cancels the answer.
  for await (const chunk of response.body as AsyncIterable<Uint8Array> & ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new PictureUnavailableError(`Larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  // CDNs mix up the types of pictures; what is served says what the bytes are.
  const bytes = Buffer.concat(chunks);
  const actual = pictureTypeOf(bytes);
  if (!actual) throw new PictureUnavailableError(`What was sent as ${type} is not a picture that we know.`);
  return { type: actual, bytes };
}

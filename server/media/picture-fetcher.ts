import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { onHosts } from '../outbound/allowed-addresses';
import type { Breaker } from '../outbound/breaker';
import { exchange, type HttpAnswer, HttpFault } from '../outbound/exchange';
import { type Picture, PictureUnavailableError, pictureTypeOf } from './picture';

export interface PictureFetcherOptions {
  /** `host` or `host:port`; a leading dot stands for every subdomain. */
  hosts: readonly string[];
  firstByteMs?: number;
  timeoutMs?: number;
  maxBytes?: number;
  breaker?: Breaker;
  fetch?: typeof fetch;
}

export type PictureFetcher = (address: string) => Promise<Picture>;

/** Of pictures fetched at a time: what is held in memory stays within this many times the size of one. */
const atATime = 8;
/** More than three pages of pictures waiting say that something is wrong. */
const mostWaiting = 200;

/**
 * Fetches pictures from the hosts that are named, without following redirects, so that an address in somebody's data cannot make
 * this server call another one. @throws PictureUnavailableError
 */
export function createPictureFetcher(options: PictureFetcherOptions): PictureFetcher {
  const { hosts, firstByteMs = 5_000, timeoutMs = 8_000, maxBytes = 5_000_000, breaker, fetch } = options;
  const limits = { isAllowed: onHosts(hosts), firstByteMs, timeoutMs, maxBodyBytes: maxBytes, breaker, fetch };
  const line = bulkhead(atATime, mostWaiting);

  return async (address) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !limits.isAllowed(url))
      throw new PictureUnavailableError(`Pictures are not fetched from ${url?.host ?? 'there'}.`);
    try {
      // Pictures are compressed as they are.
      const headers = { accept: 'image/*', 'accept-encoding': 'identity' };
      return readPicture(await line.execute(() => exchange({ method: 'GET', url, headers }, limits)));
    } catch (error) {
      if (error instanceof PictureUnavailableError) throw error;
      if (error instanceof BulkheadRejectedError) throw new PictureUnavailableError('Too many pictures are being fetched.');
      if (!(error instanceof HttpFault)) throw error;
      if (error.code === 'too_large') throw new PictureUnavailableError(`Larger than ${maxBytes} bytes.`);
      throw new PictureUnavailableError(`${url.host} did not answer with a picture: ${error.detail ?? error.code}.`);
    }
  };
}

function readPicture({ status, headers, bytes }: HttpAnswer): Picture {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (status !== 200 || !type.startsWith('image/') || type.includes('svg'))
    throw new PictureUnavailableError(`Answered ${status} ${type}.`, [401, 403, 404, 410].includes(status));
  // CDNs mix up the types of pictures; what is served says what the bytes are.
  const actual = pictureTypeOf(bytes);
  if (!actual) throw new PictureUnavailableError(`What was sent as ${type} is not a picture that we know.`);
  return { type: actual, bytes };
}

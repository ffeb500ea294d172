import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';

/** The express request, its body already read as bytes, as a Fetch request that ends when the client goes away. */
export function toFetchRequest(request: ExpressRequest, response: ExpressResponse, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const part of [value].flat()) if (part !== undefined) headers.append(name, part);
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && Buffer.isBuffer(request.body) && request.body.length > 0;
  return new Request(new URL(request.originalUrl, origin), {
    method: request.method,
    headers,
    signal: gone.signal,
    body: hasBody ? new Uint8Array(request.body as Buffer) : undefined,
  });
}

/** Sends a Fetch response on, streaming (server-sent events stay open until one side ends them). */
export async function sendFetchResponse(fetched: Response, response: ExpressResponse): Promise<void> {
  response.status(fetched.status);
  for (const [name, value] of fetched.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = fetched.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (!fetched.body) {
    response.end();
    return;
  }
  response.flushHeaders();
  try {
    await pipeline(Readable.fromWeb(fetched.body as import('node:stream/web').ReadableStream), response);
  } catch (error) {
    // The client left in the middle; there is nobody to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

import type { Response } from 'express';
import type { ServedPicture } from './media-store';

/** The picture for its owner's browser alone; 304 where that has it already; 404 for null. */
export function sendPicture(response: Response, picture: ServedPicture | null, maxAgeSeconds: number): void {
  response.set({
    'X-Content-Type-Options': 'nosniff',
    // Opened as a page of its own, it may load and run nothing.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  if (!picture) {
    response.set('Cache-Control', 'no-store').sendStatus(404);
    return;
  }
  response.set({ 'Cache-Control': `private, max-age=${maxAgeSeconds}`, ETag: `"${picture.checksum}"` });
  response.type(picture.type).send(picture.bytes);
}

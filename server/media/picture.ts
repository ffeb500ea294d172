/** A picture, held in memory. */
export interface Picture {
  type: PictureType;
  bytes: Buffer;
}

/** Pictures that a browser shows and cannot run: no SVG. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/gif';

export const fileExtensions: Record<PictureType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
};

/** What the bytes themselves are, by their first ones, whatever a header says; null for everything else. */
export function pictureTypeOf(bytes: Buffer): PictureType | null {
  const text = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (bytes.length < 12) return null;
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && ['avif', 'avis'].includes(text(8, 12))) return 'image/avif';
  return null;
}

/** The picture cannot be had. `isRefused`: its address is dead, a fresh one may work. */
export class PictureUnavailableError extends Error {
  constructor(
    message: string,
    readonly isRefused = false,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Its owner no longer shows it at TikTok: what we kept of it goes too. */
export class PictureGoneError extends PictureUnavailableError {}

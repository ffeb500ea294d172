import { createHmac, timingSafeEqual } from 'node:crypto';
import { pictureLifetimeSeconds } from './defaults';

export type PictureKind = keyof typeof pictureLifetimeSeconds;

/** Links to pictures that die, as those of TikTok's CDN do: `x-expires` (unix seconds) and `x-signature`. */
export class PictureLinks {
  constructor(
    private readonly baseUrl: string,
    private readonly secret: string,
    private readonly now: () => number,
  ) {}

  link(kind: PictureKind, name: string, query: Record<string, string> = {}): string {
    return this.baseUrl + this.path(kind, name, query);
  }

  /** The same without the host, for the sandbox's own pages. */
  path(kind: PictureKind, name: string, query: Record<string, string> = {}): string {
    const expires = Math.floor(this.now() / 1_000) + pictureLifetimeSeconds[kind];
    const parameters = new URLSearchParams({
      ...query,
      'x-expires': String(expires),
      'x-signature': this.sign(kind, name, expires),
    });
    return `/${kind}s/${encodeURIComponent(name)}.png?${parameters}`;
  }

  isValid(kind: PictureKind, name: string, expires: unknown, signature: unknown): boolean {
    if (typeof expires !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(expires)) return false;
    const [given, expected] = [Buffer.from(signature), Buffer.from(this.sign(kind, name, Number(expires)))];
    return given.length === expected.length && timingSafeEqual(given, expected) && Number(expires) * 1_000 > this.now();
  }

  private sign(kind: PictureKind, name: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${kind}/${name}/${expires}`).digest('base64url');
  }
}

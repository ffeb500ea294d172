import { createHash } from 'node:crypto';
import { createLogger } from '../logger';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox';

export const testRedirectUri = 'http://localhost:3000/api/tiktok/auth/callback';
export const testVerifier = 'a-verifier-of-at-least-forty-three-characters-0123456789';
export const allScopes = 'user.info.basic,user.info.profile,user.info.stats,video.list';
export const videoFields =
  'id,create_time,cover_image_url,share_url,video_description,duration,height,width,title,embed_link,like_count,comment_count,share_count,view_count,is_aigc';
/** Noon on 22 November 2026, when every test's sandbox is founded. */
export const founding = Date.UTC(2026, 10, 22, 12);

export interface WireVideo {
  id: string;
  create_time: number;
  cover_image_url: string;
  share_url: string;
  video_description: string;
  duration?: number;
  view_count: number;
  like_count: number;
  comment_count: number;
  share_count: number;
}

export interface DataBody {
  data: { user: Record<string, unknown>; videos: WireVideo[]; cursor: number; has_more: boolean };
  error: { code: string; message: string; log_id: string };
}

export interface TokenBody {
  error?: string;
  error_description?: string;
  open_id: string;
  scope: string;
  access_token: string;
  expires_in: number;
  refresh_token: string;
  refresh_expires_in: number;
}

export interface ControlBody {
  now: string;
  redirect: string;
  error: { code: string; message: string };
  creators: { id: string; username: string; videoCount: number; followerCount: number; plantedEffect: object | null }[];
  tokens: { creator: string; access: number; refresh: number }[];
  revoked: { creator: string; reason: number }[];
}

interface Reply<T> {
  status: number;
  headers: Headers;
  json: T;
}

/** The caller names the shape that it goes on to check. */
async function reply<T>(response: Response): Promise<Reply<T>> {
  return { status: response.status, headers: response.headers, json: (await response.json()) as T };
}

/** A sandbox on a free port, and the calls that a client of TikTok makes. Its system time stands still unless a test moves it. */
export class TestSandbox {
  private constructor(readonly sandbox: Sandbox) {}

  static async start(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
    const logger = createLogger('silent');
    const fixed = {
      stateFile: null,
      seed: 'test',
      clientKey: 'key',
      clientSecret: 'secret',
      port: 0,
      systemTime: () => founding,
    };
    return new TestSandbox(await createSandbox({ ...fixed, logger, ...options }));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  authorizeUrl(change: Record<string, string | null> = {}): string {
    const parameters: Record<string, string | null> = {
      client_key: 'key',
      scope: allScopes,
      response_type: 'code',
      redirect_uri: testRedirectUri,
      state: 'some-state',
      code_challenge: createHash('sha256').update(testVerifier).digest('hex'),
      code_challenge_method: 'S256',
      ...change,
    };
    const given = Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    return `${this.sandbox.authorizeUrl}?${new URLSearchParams(given)}`;
  }

  async control(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<Reply<ControlBody>> {
    const headers = { 'content-type': 'application/json' };
    return reply(await fetch(`${this.sandbox.url}/_sandbox/${path}`, { method, headers, body: body && JSON.stringify(body) }));
  }

  async advance(seconds: number): Promise<void> {
    await this.control('clock', { advanceSeconds: seconds });
  }

  /** The code of a creator's consent. */
  async consent(creator: string, scopes?: string[], change: Record<string, string | null> = {}): Promise<string> {
    const { json } = await this.control('authorize', { creator, scopes, authorizeUrl: this.authorizeUrl(change) });
    return new URL(json.redirect).searchParams.get('code') ?? '';
  }

  async token(change: Record<string, string>): Promise<Reply<TokenBody>> {
    const body = new URLSearchParams({ client_key: 'key', client_secret: 'secret', ...change });
    return reply(await fetch(`${this.sandbox.apiUrl}/v2/oauth/token/`, { method: 'POST', body }));
  }

  exchange(code: string, change: Record<string, string> = {}): Promise<Reply<TokenBody>> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: testRedirectUri,
      code_verifier: testVerifier,
      ...change,
    });
  }

  refresh(refreshToken: string): Promise<Reply<TokenBody>> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async revoke(accessToken: string): Promise<Reply<TokenBody>> {
    const body = new URLSearchParams({ client_key: 'key', client_secret: 'secret', token: accessToken });
    return reply(await fetch(`${this.sandbox.apiUrl}/v2/oauth/revoke/`, { method: 'POST', body }));
  }

  async connect(creator: string, scopes?: string[]): Promise<TokenBody> {
    return (await this.exchange(await this.consent(creator, scopes))).json;
  }

  async user(accessToken: string, fields: string): Promise<Reply<DataBody>> {
    const headers = { authorization: `Bearer ${accessToken}` };
    return reply(await fetch(`${this.sandbox.apiUrl}/v2/user/info/?fields=${fields}`, { headers }));
  }

  async list(accessToken: string, body: object = {}, fields = videoFields): Promise<Reply<DataBody>> {
    return this.post('list', accessToken, body, fields);
  }

  async query(accessToken: string, ids: readonly string[]): Promise<Reply<DataBody>> {
    return this.post('query', accessToken, { filters: { video_ids: ids } }, videoFields);
  }

  private async post(path: string, accessToken: string, body: object, fields: string): Promise<Reply<DataBody>> {
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const url = `${this.sandbox.apiUrl}/v2/video/${path}/?fields=${fields}`;
    return reply(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  /** All videos by page after page, and the sizes of the pages. */
  async walk(accessToken: string): Promise<{ videos: WireVideo[]; pageSizes: number[] }> {
    const videos: WireVideo[] = [];
    const pageSizes: number[] = [];
    let cursor: number | undefined;
    for (;;) {
      const { data } = (await this.list(accessToken, { cursor, max_count: 20 })).json;
      videos.push(...data.videos);
      pageSizes.push(data.videos.length);
      if (!data.has_more) return { videos, pageSizes };
      cursor = data.cursor;
    }
  }
}

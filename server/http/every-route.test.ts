import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../project-root';
import { connectOverHttp, createHttpClient, waitForSync } from '../testing/http-client';
import { requestLimits } from './request-limits';
import { freePort, type ServerProcess, startServerProcess } from '../testing/server-process';
import { listRoutes } from '../testing/http-routes';
import { createTestApp } from '../testing/test-app';

interface Visit {
  path: string;
  method?: string;
  /** 0: any that is no failure of ours. */
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** May be kept by a browser: no person's data in it. */
  isPublicFile?: boolean;
}

const json = { 'content-type': 'application/json' };
const html = { accept: 'text/html' };

/** Where nothing is as it should be. */
const failures: Visit[] = [
  { path: '/no/such/page', status: 404, headers: html },
  { path: '/api/no/such/address', status: 404 },
  { path: '/media/covers/no-such-video', status: 404 },
  { path: '/assets/no-such-file.js', status: 404 },
  { path: '/%E0%A4%A', status: 400 },
  { path: '/api/tiktok/videos', method: 'POST', status: 400, headers: json, body: '{' },
  { path: '/api/tiktok/videos', method: 'POST', status: 415, body: 'x' },
  { path: '/graphql', method: 'POST', status: 400, headers: { ...json, 'x-graphql-yoga-csrf': '1' }, body: '{' },
  { path: '/graphql', method: 'POST', status: 403, body: 'query={__typename}' },
  { path: '/graphql', method: 'POST', status: 413, headers: json, body: `"${'x'.repeat(1_000_001)}"` },
  { path: '/api/tiktok/videos', method: 'POST', status: 413, headers: json, body: `"${'x'.repeat(1_000_001)}"` },
  { path: '/connect', method: 'POST', status: 413, body: `a=${'x'.repeat(100_001)}` },
  { path: '/connect', method: 'POST', status: 403, headers: { origin: 'https://evil.test' }, body: 'consent=1' },
  { path: '/language', method: 'POST', status: 403, headers: { 'sec-fetch-site': 'cross-site' }, body: 'language=en' },
  { path: '/webhooks/tiktok', method: 'POST', status: 401, headers: json, body: '{}' },
  { path: '/settings', method: 'DELETE', status: 405 },
  { path: '/graphql', method: 'PUT', status: 405 },
  {
    path: '/privacy',
    method: 'POST',
    status: 405,
    body: 'a=b',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  { path: `/?${'x'.repeat(8_000)}`, status: 414 },
];

describe('every address of the site', () => {
  let server: ServerProcess;
  let folder: string;
  let cookie: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crealia-routes-'));
    server = await startServerProcess({
      databaseFile: path.join(folder, 'crealia.db'),
      port: await freePort(),
      sandboxPort: await freePort(),
      env: {
        // Production, as an https address makes it; the proxy that would speak TLS is this test.
        PUBLIC_URL: 'https://crealia.test',
        SESSION_SECRET: 'k'.repeat(40),
        TOKEN_ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 7).toString('base64')}`,
      },
    });
    cookie = (await connectSomebody('small')).client.cookie();
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  });

  async function connectSomebody(creator: string) {
    const client = createHttpClient(server.url);
    return { client, connectionId: await connectOverHttp(client, server.sandboxUrl, creator) };
  }

  /** Pages from the list of routes, everything else from express and from the files that the build left. */
  async function listVisits(): Promise<Visit[]> {
    const text = await readFile(path.join(projectRoot, 'web/routes.ts'), 'utf8');
    const pages = [...text.matchAll(/(?:route\('([^'*]+)'|index\()/g)].map(([, page = '']) => `/${page}`);
    const app = await createTestApp();
    const routes = listRoutes(app.app.http).filter((route) => route.startsWith('GET '));
    await app.close();
    const addresses = [...pages, ...routes.map((route) => route.slice('GET '.length))];
    expect(addresses.length).toBeGreaterThan(20);
    const [script] = (await readdir(path.join(projectRoot, 'build/web/client/assets'))).filter((file) => file.endsWith('.js'));
    return [
      ...[...new Set(addresses)].map((address) => ({ path: address.replace(/:\w+/g, 'none'), status: 0, headers: html })),
      { path: '/favicon.svg', status: 200, isPublicFile: true },
      { path: `/assets/${script}`, status: 200, isPublicFile: true },
    ];
  }

  async function visit({ path: address, method = 'GET', headers = {}, body }: Visit, extra: Record<string, string>) {
    const response = await fetch(server.url + address, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...extra },
      body,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  function expectGuarded(place: string, headers: Headers, isPublicFile: boolean): void {
    const said = Object.fromEntries(headers);
    expect({ place, ...said }).toMatchObject({
      place,
      'strict-transport-security': expect.stringMatching(/max-age=31536000; includeSubDomains/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': expect.any(String),
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringMatching(isPublicFile ? /^public/ : /no-store/),
      'x-request-id': expect.any(String),
    });
    expect(Object.keys(said).filter((name) => name.startsWith('access-control-') || name === 'x-powered-by')).toEqual([]);
    const policy = said['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src '(self|none)'/);
    expect(policy).toMatch(/frame-ancestors 'none'|sandbox/);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  }

  /** Every script of a page carries the nonce of its own answer, and no element carries a script of its own. */
  function expectOwnScripts(place: string, { headers, text }: { headers: Headers; text: string }): void {
    if (!headers.get('content-type')?.includes('text/html')) return;
    const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    const beforeScripts = text.replace(/(<script[^>]*>)[\s\S]*?<\/script>/g, '$1');
    const tags = beforeScripts.match(/<script[^>]*>/g) ?? [];
    expect({ place, without: tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)) }).toEqual({ place, without: [] });
    expect(beforeScripts).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=\s*["']/i);
    expect(beforeScripts).not.toMatch(/(href|src|action)="javascript:/i);
  }

  it('answers with every protecting header, signed in or not, and none of CORS for a foreign origin', async () => {
    const visits = [...(await listVisits()), ...failures];
    const nonces: string[] = [];
    const unexpected: string[] = [];
    for (const each of visits) {
      for (const isSignedIn of [false, true]) {
        // Where a foreign origin would be refused for itself, the case's own headers say who asks.
        const foreign: Record<string, string> = each.method ? {} : { origin: 'https://evil.test' };
        const answer = await visit(each, isSignedIn ? { ...foreign, cookie } : foreign);
        const place = `${each.method ?? 'GET'} ${each.path.slice(0, 60)}, ${isSignedIn ? '' : 'not '}signed in`;
        if (each.status === 0 ? answer.status >= 500 : answer.status !== each.status)
          unexpected.push(`${place}: ${answer.status}`);
        expectGuarded(place, answer.headers, each.isPublicFile === true);
        expectOwnScripts(place, answer);
        nonces.push(...(/'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.slice(1) ?? []));
      }
    }
    expect(unexpected).toEqual([]);
    expect(new Set(nonces).size).toBe(nonces.length);
    process.stdout.write(
      `Headers: ${visits.length} addresses looked at, ${failures.length} of them failures, each signed in and not.\n`,
    );
  }, 120_000);

  it('answers no preflight', async () => {
    for (const { path: address } of await listVisits()) {
      const { status, headers, text } = await visit(
        { path: address, method: 'OPTIONS', status: 204 },
        {
          origin: 'https://evil.test',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      );
      expect({ address, status, text }).toEqual({ address, status: 204, text: '' });
      expectGuarded(address, headers, false);
    }
  });

  it('shows nobody a page about another person’s video, nor tells it from one that is not there', async () => {
    const other = await connectSomebody('newcomer');
    await waitForSync(other.client, other.connectionId);
    const { node } = await other.client.query<{ node: { displayName: string; videos: { nodes: { id: string }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { displayName videos(first: 1) { nodes { id } } } } }',
      { id: other.connectionId },
    );
    const page = async (id: string, who: string) => {
      const address = `/tiktok/videos/${encodeURIComponent(id)}`;
      return (await visit({ path: address, status: 0, headers: html }, { cookie: who })).status;
    };
    const video = node.videos.nodes[0]!.id;
    const missing = Buffer.from('Video:00000000-0000-7000-8000-000000000000').toString('base64');
    expect([await page(video, other.client.cookie()), await page(video, cookie), await page(missing, cookie)]).toEqual([
      200, 404, 404,
    ]);

    const address = `/tiktok?connection=${encodeURIComponent(other.connectionId)}`;
    const dashboard = await visit({ path: address, status: 0, headers: html }, { cookie });
    expect(dashboard.text).not.toContain(node.displayName);
  }, 60_000);

  it('limits a person who does too much through pages, says so in their language, and nobody beside them', async () => {
    const [eager, calm] = [await connectSomebody('velo.du.matin'), await connectSomebody('papier.plie')];
    const change = (who: string) =>
      visit(
        {
          path: '/language',
          method: 'POST',
          status: 0,
          headers: { ...html, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
          body: 'language=fr',
        },
        { cookie: who },
      );
    expect((await change(eager.client.cookie())).status).toBe(302);
    // The rest of the minute's allowance, forty at a time.
    const forty = Array.from({ length: 40 }, (_, n) => `a${n}: updateSettings(input: { locale: FR }) { __typename }`).join(' ');
    const left = requestLimits.rates!.mutation.points - 1;
    for (let used = 0; used + 40 <= left; used += 40) await eager.client.query(`mutation { ${forty} }`);
    for (let used = left - (left % 40); used < left; used += 1) expect((await change(eager.client.cookie())).status).toBe(302);
    const answer = await change(eager.client.cookie());
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.text).toContain('Rien n’a été fait. Attendez une minute');
    expect((await change(calm.client.cookie())).status).toBe(302);
  }, 60_000);
});

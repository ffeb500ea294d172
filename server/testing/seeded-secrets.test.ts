import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../logger';
import { createSandbox, type Sandbox } from '../sandbox/sandbox';
import { policyVersion } from '../users/policy';
import { goodItems } from './language-model-behaviours';
import { type LanguageModelStub, startLanguageModelStub } from './language-model-stub';
import { findSecrets, type Place, type Secret } from './secret-search';
import { freePort, type ServerProcess, startServerProcess } from './server-process';
import { startTikTokRecorder, type TikTokRecorder } from './tiktok-recorder';
import { unzip } from './unzip';
import { Visitor } from './visitor';
import { waitFor } from './wait-for';

const seeded = {
  clientSecret: `client-secret-${randomBytes(16).toString('hex')}`,
  modelKey: `sk-${randomBytes(24).toString('base64url')}`,
  sessionSecret: randomBytes(32).toString('base64url'),
  encryptionKey: randomBytes(32),
  metricsToken: randomBytes(24).toString('base64url'),
};
const pages = ['/', '/connect', '/privacy', '/terms', '/method', '/connect/problem?code=AuthorizationStateError', '/nowhere'];
const ownPages = [
  '/tiktok',
  '/tiktok/videos',
  '/tiktok/recommendations',
  '/tiktok/scoreboard',
  '/tiktok/experiments',
  '/settings',
  '/settings/erase',
];

/**
 * The built product in production mode, with secrets that are known here and a log that says everything, goes through what it can
 * do, and through what can go wrong; nothing of what it wrote or answered may hold one of the secrets.
 */
describe('Secrets', () => {
  const places: Place[] = [];
  const secrets: Secret[] = [
    { name: 'client secret', value: seeded.clientSecret },
    { name: 'language model key', value: seeded.modelKey },
    { name: 'session secret', value: seeded.sessionSecret },
    { name: 'encryption key', value: seeded.encryptionKey },
    { name: 'metrics token', value: seeded.metricsToken },
  ];
  let folder: string;
  let sandbox: Sandbox;
  let tiktok: TikTokRecorder;
  let model: LanguageModelStub;
  let server: ServerProcess;
  let person: Visitor;
  let connectionId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crealia-secrets-'));
    const port = await freePort();
    const clientKey = 'aw-seeded-client';
    const logger = createLogger('silent');
    sandbox = await createSandbox({
      stateFile: null,
      clientKey,
      clientSecret: seeded.clientSecret,
      port: 0,
      webhookUrl: `http://localhost:${port}/webhooks/tiktok`,
      logger,
    });
    [tiktok, model] = [await startTikTokRecorder(sandbox.url), await startLanguageModelStub()];
    server = await startServerProcess({
      databaseFile: path.join(folder, 'crealia.db'),
      port,
      sandboxPort: 0,
      env: {
        PUBLIC_URL: 'https://crealia.test',
        LOG_LEVEL: 'trace',
        TIKTOK_CLIENT_KEY: clientKey,
        TIKTOK_CLIENT_SECRET: seeded.clientSecret,
        // On this machine, so that the product sends PKCE's verifier.
        TIKTOK_REDIRECT_URI: `http://localhost:${port}/api/tiktok/auth/callback`,
        TIKTOK_AUTHORIZE_URL: sandbox.authorizeUrl,
        TIKTOK_API_URL: tiktok.url,
        TIKTOK_OEMBED_URL: `${tiktok.url}/oembed`,
        TIKTOK_MEDIA_HOSTS: new URL(sandbox.url).host,
        OPENAI_API_KEY: seeded.modelKey,
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_MODEL: 'stub-1',
        METRICS_TOKEN: seeded.metricsToken,
        SESSION_SECRET: seeded.sessionSecret,
        TOKEN_ENCRYPTION_KEYS: `seeded:${seeded.encryptionKey.toString('base64')}`,
      },
    });
    person = newVisitor();
  }, 60_000);

  afterAll(async () => {
    await server.kill();
    await Promise.all([sandbox.close(), tiktok.close(), model.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const newVisitor = () => new Visitor(server.url, places, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' });

  /** From our consent to TikTok and back, by the address that TikTok would send the browser to. */
  async function connect(visitor: Visitor, creator: string): Promise<string> {
    const { startTikTokAuthorization } = await visitor.query<{ startTikTokAuthorization: { authorizeUrl: string } }>(
      `mutation ($input: StartTikTokAuthorizationInput!) {
        startTikTokAuthorization(input: $input) { ... on StartTikTokAuthorizationSuccess { authorizeUrl } ... on Error { message } }
      }`,
      { input: { consents: ['ACCOUNT_ANALYTICS'], policyVersion } },
      ['state'],
    );
    const { authorizeUrl } = startTikTokAuthorization;
    const answer = await fetch(`${sandbox.url}/_sandbox/authorize`, visitor.json({ creator, authorizeUrl }));
    const redirect = new URL(((await answer.json()) as { redirect: string }).redirect);
    secrets.push({ name: 'state', value: redirect.searchParams.get('state')! });
    secrets.push({ name: 'code', value: redirect.searchParams.get('code')! });
    const callback = `${redirect.pathname}${redirect.search}`;
    await visitor.fetch(callback);
    return callback;
  }

  async function sync(): Promise<string> {
    await person.query(`mutation ($input: SyncVideosInput!) { syncVideos(input: $input) { __typename } }`, {
      input: { connectionId },
    });
    return ended('latestSync { status error { code message } }', 'latestSync');
  }

  async function ended(selection: string, field: string): Promise<string> {
    let status = '';
    await waitFor(async () => {
      const { node } = await person.query<{ node: Record<string, { status: string } | null> }>(
        `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { ${selection} } } }`,
        { id: connectionId },
      );
      status = node[field]?.status ?? '';
      return ['SUCCEEDED', 'FAILED'].includes(status);
    }, 30_000);
    return status;
  }

  const quoting =
    (status: number, code: string) =>
    ({ bearer, form }: { bearer: string | null; form: URLSearchParams }) => ({
      status,
      body: JSON.stringify({
        error: { code, message: `Bearer ${bearer} and ${form.toString()} are wrong`, log_id: 'log' },
        error_description: form.toString(),
      }),
    });

  it('go by: signing in, reading, refreshing, and everything TikTok can say about them in its errors', async () => {
    const stranger = newVisitor();
    for (const page of [...pages, ...ownPages, '/graphql', '/healthz', '/readyz', '/metrics']) await stranger.fetch(page);

    // A code that TikTok refuses with all of it quoted, then the real way, then the same once more.
    tiktok.answer('/v2/oauth/token', 1, quoting(400, 'invalid_request'));
    await connect(person, 'papier.plie');
    const callback = await connect(person, 'papier.plie');
    await person.fetch(callback);
    await newVisitor().fetch(callback.replace(/state=[^&]+/, 'state=foreign'));
    const { viewer } = await person.query<{ viewer: { tiktokConnections: { nodes: { id: string }[] } } }>(
      '{ viewer { tiktokConnections(first: 5) { nodes { id displayName } } } }',
    );
    connectionId = viewer.tiktokConnections.nodes[0]!.id;
    expect(await ended('latestSync { status }', 'latestSync')).toBe('SUCCEEDED');

    tiktok.answer('/v2/user/info', 1, quoting(401, 'access_token_invalid'));
    expect(await sync()).toBe('SUCCEEDED');
    const page = (request: { bearer: string | null }) => ({ status: 502, type: 'text/html', body: `<p>${request.bearer}</p>` });
    tiktok.answer('/v2/user/info', 1, page);
    expect(await sync()).toBe('SUCCEEDED');
    tiktok.answer('/v2/user/info', 1, quoting(400, 'invalid_params'));
    expect(await sync()).toBe('FAILED');
    tiktok.answer('/v2/user/info', 1, ({ bearer }) => ({ status: 200, body: `{"data": {"user": {"open_id": "${bearer}` }));
    await sync();
    tiktok.answer('/v2/user/info', 1, quoting(401, 'access_token_invalid'));
    tiktok.answer('/v2/oauth/token', 1, quoting(400, 'invalid_client'));
    expect(await sync()).toBe('FAILED');
    expect(await sync()).toBe('SUCCEEDED');
  }, 90_000);

  it('go by: recommendations by a model that quotes its key, pages, programs, sessions, archives', async () => {
    const generate = async () => {
      await person.query(
        'mutation ($input: GenerateRecommendationsInput!) { generateRecommendations(input: $input) { __typename } }',
        { input: { connectionId, types: [] } },
      );
      return ended('latestGeneration { status error { message } fallbackReason }', 'latestGeneration');
    };
    model.answerWith(({ authorization }) => ({
      status: 401,
      body: JSON.stringify({ error: { message: `No: ${authorization}` } }),
    }));
    expect(await generate()).toBe('SUCCEEDED');
    model.answerWith((request) => ({ json: { items: goodItems(request) } }));
    expect(await generate()).toBe('SUCCEEDED');

    const { node } = await person.query<{ node: { videos: { nodes: { id: string; coverUrl: string }[] }; avatarUrl: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { avatarUrl videos(first: 1) { nodes { id coverUrl } } } } }',
      { id: connectionId },
    );
    const [video] = node.videos.nodes;
    const addresses = [...pages, ...ownPages, `/tiktok/videos/${video!.id}`, video!.coverUrl, node.avatarUrl];
    const rest = [
      '/settings/data',
      '/api/tiktok/videos',
      '/api/tiktok/recommendations',
      '/api/tiktok/videos?userId=other',
      '/api/nowhere',
    ];
    for (const address of [...addresses, ...rest, '/graphql', '/readyz'])
      await person.fetch(address, { headers: { accept: 'text/html' } });
    await person.fetch('/metrics', { headers: { authorization: `Bearer ${seeded.metricsToken}` } });
    await person.fetch('/api/tiktok/auth', {}, ['state']).then(({ body }) => keepState(JSON.parse(body.toString()).authorizeUrl));

    await person.post(
      '{ viewer { user { id } sessions { nodes { id browserName } } consents { id } } __schema { types { name } } }',
    );
    await person.post('{ viewer { nothing } }');
    await person.post('query ($id: ID!) { node(id: $id) { id } }', { id: person.cookieValue('crealia-session') ?? '' });
    await person.fetch('/graphql', person.json(`{"query": "{ viewer { user { id } } }", "cookie": `));
    await person.fetch('/api/tiktok/auth', person.json({ code: 'wrong', state: 'wrong' }));
    await person.fetch('/api/tiktok/videos', person.json({ videoId: person.cookieValue('crealia-session') }));

    const second = newVisitor();
    await connect(second, 'papier.plie');
    secrets.push({ name: 'session', value: tokenIn(second, 'crealia-session') });
    await person.query('mutation { revokeOtherSessions { __typename } }');
    await second.fetch('/settings');
    await downloadArchive();
  }, 90_000);

  it('go by: what TikTok sends, and the end of the connection', async () => {
    await fetch(`${sandbox.url}/_sandbox/webhook`, person.json({ event: 'tiktok.ping' }));
    await person.fetch('/webhooks/tiktok', person.json({ event: 'authorization.removed', user_openid: 'nobody' }));
    tiktok.answer('/v2/oauth/revoke', 1, quoting(400, 'invalid_request'));
    for (const field of ['isRevokedAtTikTok', '__typename'])
      await person.post(
        `mutation ($input: DisconnectTikTokInput!) {
          disconnectTikTok(input: $input) { ... on DisconnectTikTokSuccess { ${field} } ... on Error { message } }
        }`,
        { input: { connectionId } },
      );
    await person.query('mutation { signOut { __typename } }');
  }, 30_000);

  it('are in none of what the product answered, wrote to its log, or kept in its files', async () => {
    await addFiles('while it runs');
    await server.stop();
    places.push({ name: 'the log', content: server.output() });
    await addFiles('after its end');
    const everything = [...new Map([...secrets, ...tiktok.secrets].map((secret) => [secret.value, secret])).values()];

    const counts = Object.fromEntries(
      [...new Set(everything.map(({ name }) => name))].map((name) => [
        name,
        everything.filter((secret) => secret.name === name).length,
      ]),
    );
    const mebibytes = places.reduce((sum, { content }) => sum + content.length, 0) / 2 ** 20;
    process.stderr.write(`Secrets: ${JSON.stringify(counts)} sought in ${places.length} places, ${mebibytes.toFixed(1)} MiB.\n`);
    expect(findSecrets(everything, places)).toEqual([]);

    expect(everything.length).toBeGreaterThanOrEqual(20);
    const kinds = ['state', 'code', 'code_verifier', 'access_token', 'refresh_token', 'session', 'browser', 'download'];
    expect(kinds.filter((kind) => !counts[kind])).toEqual([]);
    // What was to be looked at was answered, and with what it is for.
    const answered = new Set(places.map(({ name }) => name));
    for (const address of [...ownPages, '/graphql', '/metrics', '/api/tiktok/videos'])
      expect([...answered]).toContain(`GET ${address} (200)`);
    expect([...answered].filter((name) => /\((429|5\d\d)\)$/.test(name))).toEqual([]);
    // The places do hold what was written there: a search through nothing would find nothing.
    const known = [
      { name: 'log', value: 'Crealia is ready' },
      { name: 'database and pages', value: 'papier.plie' },
    ];
    expect(new Set(findSecrets(known, places).map(({ secret }) => secret))).toEqual(new Set(['log', 'database and pages']));
  }, 60_000);

  it('reach browsers in cookies that only https and this host get to see', () => {
    const sessions = person.cookieLines.filter((line) => line.startsWith('__Host-crealia-session=') && !/Max-Age=0/.test(line));
    expect(sessions.length).toBeGreaterThan(0);
    for (const line of person.cookieLines.filter((cookie) => /crealia-(session|browser)=/.test(cookie)))
      expect(line).toMatch(/^__Host-crealia-\w+=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  function tokenIn(visitor: Visitor, cookie: string): string {
    const signed = decodeURIComponent(visitor.cookieValue(cookie) ?? '');
    return signed.slice(0, signed.lastIndexOf('.'));
  }

  function keepState(authorizeUrl: string): void {
    secrets.push({ name: 'state', value: new URL(authorizeUrl).searchParams.get('state')! });
  }

  async function downloadArchive(): Promise<void> {
    secrets.push({ name: 'session', value: tokenIn(person, 'crealia-session') });
    secrets.push({ name: 'browser', value: tokenIn(person, 'crealia-browser') });
    const { exportMyData } = await person.query<{ exportMyData: { dataExport: { id: string } } }>(
      'mutation { exportMyData { ... on ExportMyDataSuccess { dataExport { id } } ... on Error { message } } }',
    );
    const { id } = exportMyData.dataExport;
    await waitFor(async () => {
      const { node } = await person.query<{ node: { isDownloadable: boolean } }>(
        'query ($id: ID!) { node(id: $id) { ... on DataExport { isDownloadable } } }',
        { id },
      );
      return node.isDownloadable;
    });
    const { makeDownloadLink } = await person.query<{ makeDownloadLink: { url: string } }>(
      'mutation ($input: MakeDownloadLinkInput!) { makeDownloadLink(input: $input) { ... on MakeDownloadLinkSuccess { url } ... on Error { message } } }',
      { input: { dataExportId: id } },
      ['download'],
    );
    const address = new URL(makeDownloadLink.url, server.url).pathname;
    secrets.push({ name: 'download', value: address.split('/').at(-1)! });
    const { body } = await person.fetch(address);
    for (const [name, content] of await unzip(body)) places.push({ name: `${name} of the archive`, content });
    await person.fetch(address);
  }

  /** Whatever lies beside the database, and itself with its journal. */
  async function addFiles(when: string): Promise<void> {
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const place = path.join(file.parentPath, file.name);
      places.push({ name: `${path.relative(folder, place)} ${when}`, content: await readFile(place) });
    }
  }
});

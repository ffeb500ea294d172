import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCookies } from '../http/cookies';
import { connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { openRequestSession } from './browser-session';
import { getSessionViewer, startSession } from './sessions';

const day = 24 * 3600_000;
const listed = `{ viewer { sessions { totalCount nodes { id browserName systemName createdAt lastSeenAt isCurrent } } } }`;
const revoke = `mutation ($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    __typename ... on RevokeSessionSuccess { isSignedOut viewer { sessions { totalCount } } } ... on Error { message }
  }
}`;
const revokeOthers = `mutation {
  revokeOtherSessions { __typename ... on RevokeOtherSessionsSuccess { revokedCount viewer { sessions { totalCount } } } ... on Error { message } }
}`;

interface Listed {
  viewer: {
    sessions: { totalCount: number; nodes: { id: string; browserName: string; systemName: string; isCurrent: boolean }[] };
  } | null;
}

describe('sessions', () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await createTestApp();
  });
  afterAll(() => world.close());

  const signedIn = async (userAgent: string, creator = 'atelier.lumiere'): Promise<TestBrowser> => {
    const browser = world.browser();
    browser.agent.set('user-agent', userAgent);
    await connectCreator(browser, world.sandbox, creator);
    return browser;
  };
  const sessionsOf = async (browser: TestBrowser) => (await browser.query<Listed>(listed)).viewer?.sessions ?? null;
  const sessionCookie = (browser: TestBrowser) => /crealia-session=([^;]+)/.exec(browser.cookie())?.[1];
  const revokeIn = async (browser: TestBrowser, sessionId: string) =>
    (await browser.query<{ revokeSession: Record<string, unknown> }>(revoke, { input: { sessionId } })).revokeSession;

  it('are listed, end one by one, and all but this one at once', async () => {
    const laptop = await signedIn('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    const phone = await signedIn('Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Safari/604.1');
    const program = await signedIn('curl/8.14.1');

    const sessions = await sessionsOf(laptop);
    expect(sessions?.nodes.map(({ browserName, systemName, isCurrent }) => [browserName, systemName, isCurrent])).toEqual([
      ['curl', null, false],
      ['Safari', 'iPhone', false],
      ['Firefox', 'Linux', true],
    ]);

    const lost = sessions!.nodes[1]!.id;
    expect(await revokeIn(laptop, lost)).toMatchObject({ __typename: 'RevokeSessionSuccess', isSignedOut: false });
    expect(await sessionsOf(phone)).toBeNull();
    expect(await revokeIn(laptop, lost)).toMatchObject({ __typename: 'NotFoundError' });

    const { revokeOtherSessions } = await laptop.query<{ revokeOtherSessions: unknown }>(revokeOthers);
    expect(revokeOtherSessions).toMatchObject({ revokedCount: 1, viewer: { sessions: { totalCount: 1 } } });
    expect(await sessionsOf(program)).toBeNull();

    const own = (await sessionsOf(laptop))!.nodes[0]!.id;
    expect(await revokeIn(laptop, own)).toMatchObject({ isSignedOut: true });
    expect(sessionCookie(laptop)).toBeUndefined();
    expect((await laptop.post(revoke, { input: { sessionId: own } })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await laptop.query(revokeOthers)).toMatchObject({ revokeOtherSessions: { __typename: 'NotSignedInError' } });
  });

  it('of somebody else are neither seen nor ended', async () => {
    const mine = await signedIn('curl/8');
    const theirs = await signedIn('curl/8', 'papier.plie');
    const { id } = (await sessionsOf(theirs))!.nodes[0]!;
    expect(await mine.query('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    expect(await revokeIn(mine, id)).toMatchObject({ __typename: 'NotFoundError' });
    await mine.query(revokeOthers);
    expect((await sessionsOf(theirs))?.totalCount).toBe(1);
  });

  it('begin anew with every connection of an account: the token from before is worth nothing', async () => {
    const browser = await signedIn('curl/8', 'papier.plie');
    const before = sessionCookie(browser);
    await connectCreator(browser, world.sandbox, 'velo.du.matin');
    expect(sessionCookie(browser)).toBeDefined();
    expect(sessionCookie(browser)).not.toBe(before);
    const { body } = await world
      .browser()
      .agent.post('/graphql')
      .set('x-graphql-yoga-csrf', '1')
      .set('cookie', `crealia-session=${before}`)
      .send({ query: '{ viewer { user { id } } }' });
    expect(body).toEqual({ data: { viewer: null } });
    expect((await sessionsOf(browser))?.nodes.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  });

  it('end 30 days after the last request, and a year after signing in however busy', async () => {
    const { db } = world;
    const userId = String(db.sqlite.prepare('SELECT id FROM User LIMIT 1').pluck().get());
    let time = Date.parse('2026-11-22T12:00:00Z');
    const systemNow = () => new Date(time);
    const start = () => startSession({ userId, userAgent: null }, { db, systemNow });
    const isAlive = async (token: string) => (await getSessionViewer(token, { db, systemNow })) !== null;

    const idle = await start();
    time += 29 * day;
    expect(await isAlive(idle)).toBe(true);
    time += 30 * day + 1;
    expect(await isAlive(idle)).toBe(false);

    const busy = await start();
    for (let days = 0; days < 360; days += 20) {
      time += 20 * day;
      expect(await isAlive(busy)).toBe(true);
    }
    time += 5 * day;
    expect(await isAlive(busy)).toBe(false);
  });

  it('go on with a new secret while the old one is still accepted, and end with it', async () => {
    const { db } = world;
    const userId = String(db.sqlite.prepare('SELECT id FROM User LIMIT 1').pluck().get());
    const deps = { db, systemNow: () => new Date() };
    const [old, fresh] = ['o'.repeat(32), 'n'.repeat(32)];
    const cookies = (...secrets: string[]) => createCookies({ secrets, isProduction: false });
    const headerOf = (setCookie: string) => new Headers({ cookie: setCookie.split(';')[0] ?? '' });
    const signedBefore = headerOf(cookies(old).write('session', await startSession({ userId, userAgent: null }, deps)));

    const during = await openRequestSession(signedBefore, cookies(fresh, old), deps);
    expect(during.viewer?.id).toBe(userId);
    expect(during.setCookies).toHaveLength(1);
    const after = await openRequestSession(headerOf(during.setCookies[0]!), cookies(fresh), deps);
    expect(after.viewer?.id).toBe(userId);
    expect(after.setCookies).toEqual([]);
    expect((await openRequestSession(signedBefore, cookies(fresh), deps)).viewer).toBeNull();
  });
});

describe('the cookies', () => {
  const secrets = ['s'.repeat(32)];
  it.each([
    [true, /^__Host-crealia-session=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
    [false, /^crealia-session=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/],
  ])('say all that protects them (production: %s)', (isProduction, form) => {
    expect(createCookies({ secrets, isProduction }).write('session', 'token')).toMatch(form);
  });

  it('are nothing once a character is changed, cut off or taken from another name', () => {
    const cookies = createCookies({ secrets, isProduction: true });
    const pair = cookies.write('session', 'token').split(';')[0]!;
    expect(cookies.read(pair, 'session')).toBe('token');
    expect(cookies.read(pair, 'browser')).toBeNull();
    expect(cookies.read(pair.replace('token', 'tokem'), 'session')).toBeNull();
    expect(cookies.read(pair.slice(0, -3), 'session')).toBeNull();
    expect(cookies.read('__Host-crealia-session=token', 'session')).toBeNull();
    expect(cookies.read(pair.replace('__Host-', ''), 'session')).toBeNull();
    expect(() => createCookies({ secrets: [], isProduction: true })).toThrow();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorizeInSandbox, connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { policyVersion } from '../users/policy';

const startDocument = `mutation ($input: StartTikTokAuthorizationInput!) {
  startTikTokAuthorization(input: $input) { ... on StartTikTokAuthorizationSuccess { authorizeUrl } ... on Error { message } }
}`;
const problem = '/connect/problem?code=AuthorizationStateError';

describe('TikTok’s callback under attack', () => {
  let world: TestApp;
  let creators: string[];
  let next = 0;

  beforeAll(async () => {
    world = await createTestApp();
    const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
    creators = state.creators.map(({ username }) => username);
  }, 120_000);
  afterAll(() => world.close());

  /** Another one each time; after the last one the first again. */
  const newCreator = () => creators[next++ % creators.length]!;

  /** Begins in this browser and lets the creator authorize. @returns the path that TikTok sends the browser to */
  async function authorized(browser: TestBrowser, creator: string, returnTo: string | null = null): Promise<URL> {
    const input = { consents: ['ACCOUNT_ANALYTICS'], policyVersion, returnTo };
    const { startTikTokAuthorization } = await browser.query<{ startTikTokAuthorization: { authorizeUrl: string } }>(
      startDocument,
      { input },
    );
    return authorizeInSandbox(world.sandbox, { creator, authorizeUrl: startTikTokAuthorization.authorizeUrl });
  }
  const follow = async (browser: TestBrowser, { pathname, search }: URL) => {
    const { status, headers } = await browser.agent.get(pathname + search);
    return {
      status,
      location: headers.location as string,
      isSignedIn: String(headers['set-cookie']).includes('crealia-session'),
    };
  };
  const who = (browser: TestBrowser) =>
    browser.query<{ viewer: { user: { id: string }; tiktokConnections: { totalCount: number } } | null }>(
      '{ viewer { user { id } tiktokConnections { totalCount } } }',
    );
  const count = (table: string) => world.db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const counts = () => ['User', 'TikTokConnection', 'Consent', 'Session'].map(count);

  it('signs nobody in with another’s answer (login CSRF): a browser that did not begin is refused', async () => {
    const [attacker, victim] = [world.browser(), world.browser()];
    const link = await authorized(attacker, newCreator());
    const before = counts();
    expect(await follow(victim, link)).toEqual({ status: 303, location: problem, isSignedIn: false });
    // Neither is one that has begun something of its own.
    await authorized(victim, newCreator());
    expect(await follow(victim, link)).toMatchObject({ location: problem });
    expect(counts()).toEqual(before);
    expect((await who(victim)).viewer).toBeNull();
    expect(await follow(attacker, link)).toMatchObject({ location: '/tiktok' });
  });

  it('takes the same callback once, also when it comes many times at once', async () => {
    const browser = world.browser();
    const link = await authorized(browser, newCreator());
    const before = counts();
    const answers = await Promise.all(Array.from({ length: 8 }, () => follow(browser, link)));
    expect(answers.map(({ location }) => location).sort()).toEqual([...Array<string>(7).fill(problem), '/tiktok']);
    expect(await follow(browser, link)).toMatchObject({ location: problem });
    expect(counts()).toEqual(before.map((rows) => rows + 1));
  });

  it('makes one person of one account that several browsers connect at once', async () => {
    const creator = newCreator();
    const browsers = Array.from({ length: 3 }, () => world.browser());
    const links: URL[] = [];
    for (const browser of browsers) links.push(await authorized(browser, creator));
    const [users, connections] = [count('User'), count('TikTokConnection')];
    const answers = await Promise.all(browsers.map((browser, index) => follow(browser, links[index]!)));
    expect(answers.map(({ location }) => location)).toEqual(browsers.map(() => '/tiktok'));
    expect([count('User'), count('TikTokConnection')]).toEqual([users + 1, connections + 1]);
    const people = await Promise.all(browsers.map(async (browser) => (await who(browser)).viewer?.user.id));
    expect(new Set(people).size).toBe(1);
  });

  it('does not put a code into another attempt: PKCE ties the code to its state', async () => {
    const browser = world.browser();
    const [first, second] = [await authorized(browser, newCreator()), await authorized(browser, newCreator())];
    const mixed = new URL(first);
    mixed.searchParams.set('code', second.searchParams.get('code')!);
    expect(await follow(browser, mixed)).toMatchObject({ location: '/connect/problem?code=AuthorizationCodeRejectedError' });
    // And the state is used up by the try.
    expect(await follow(browser, first)).toMatchObject({ location: problem });
  });

  it('refuses a code that was used, under a state that was not', async () => {
    const browser = world.browser();
    const [first, second] = [await authorized(browser, newCreator()), await authorized(browser, newCreator())];
    expect(await follow(browser, first)).toMatchObject({ location: '/tiktok' });
    const replayed = new URL(second);
    replayed.searchParams.set('code', first.searchParams.get('code')!);
    expect((await follow(browser, replayed)).location).toMatch(/^\/connect\/problem/);
  });

  it('refuses an attempt that has expired', async () => {
    const browser = world.browser();
    const link = await authorized(browser, newCreator());
    world.db.sqlite.prepare('UPDATE AuthorizationAttempt SET expiresAt = ? WHERE usedAt IS NULL').run(Date.now() - 1);
    expect(await follow(browser, link)).toMatchObject({ location: problem });
  });

  it('finishes an attempt only for whoever was signed in when it began', async () => {
    const browser = world.browser();
    const begunByNobody = await authorized(browser, newCreator());
    await connectCreator(browser, world.sandbox, newCreator());
    expect(await follow(browser, begunByNobody)).toMatchObject({ location: problem });

    const begunSignedIn = await authorized(browser, newCreator());
    await browser.query('mutation { signOut { __typename } }');
    expect(await follow(browser, begunSignedIn)).toMatchObject({ location: problem });
  });

  it.each(['//evil.test', '/\\evil.test', '/\t/evil.test', 'https://evil.test', '/api/tiktok/auth', '/tiktok/..//evil.test'])(
    'goes nowhere else afterwards: %j',
    async (returnTo) => {
      const browser = world.browser();
      expect((await follow(browser, await authorized(browser, newCreator(), returnTo))).location).toBe('/tiktok');
    },
  );

  it.each([
    '?code=a&code=b&state=c',
    '?code[]=a&state=c',
    '?state=c',
    '?code=a',
    '',
    '?error=access_denied&error=x',
    '?error[a]=b',
  ])('answers %j with a page, not with a failure', async (search) => {
    const { status, headers } = await world.browser().agent.get(`/api/tiktok/auth/callback${search}`);
    expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/connect\/problem\?code=/)]);
  });
});

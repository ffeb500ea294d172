import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policyVersion } from '../users/policy';
import { authorizeInSandbox, connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

const start = `mutation ($input: StartTikTokAuthorizationInput!) {
  startTikTokAuthorization(input: $input) { __typename ... on StartTikTokAuthorizationSuccess { authorizeUrl } ... on Error { message } }
}`;
const connect = `mutation ($input: ConnectTikTokInput!) {
  connectTikTok(input: $input) {
    __typename
    ... on ConnectTikTokSuccess { isNewUser returnTo connection { id displayName username status scopes missingScopes followerCount } }
    ... on MissingScopeError { missingScopes }
    ... on Error { message }
  }
}`;
const whoAmI =
  '{ viewer { user { id displayName locale timeZone } tiktokConnections { totalCount nodes { id status } } consents { purpose policyVersion } } }';

interface Who {
  viewer: {
    user: { id: string; displayName: string; locale: string; timeZone: string };
    tiktokConnections: { totalCount: number; nodes: { id: string; status: string }[] };
    consents: { purpose: string; policyVersion: string }[];
  } | null;
}

describe('connecting a TikTok account', () => {
  let world: TestApp;
  let creators: string[];

  beforeAll(async () => {
    world = await createTestApp();
    const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
    creators = state.creators.map(({ username }) => username);
  });
  afterAll(() => world.close());

  const consent = { consents: ['ACCOUNT_ANALYTICS'], policyVersion };

  async function authorize(browser: TestBrowser, decision: { creator?: string; scopes?: string[] } = {}) {
    const data = await browser.query<{ startTikTokAuthorization: { authorizeUrl: string } }>(start, { input: consent });
    const { authorizeUrl } = data.startTikTokAuthorization;
    const redirect = await authorizeInSandbox(world.sandbox, { creator: creators[0]!, ...decision, authorizeUrl });
    return { code: redirect.searchParams.get('code') ?? '', state: redirect.searchParams.get('state') ?? '' };
  }
  const finish = async (browser: TestBrowser, input: { code: string; state: string }) =>
    (await browser.query<{ connectTikTok: { __typename: string; [field: string]: unknown } }>(connect, { input })).connectTikTok;
  const rows = () => ({
    users: world.db.sqlite.prepare('SELECT count(*) AS n FROM User').pluck().get(),
    connections: world.db.sqlite.prepare('SELECT count(*) AS n FROM TikTokConnection').pluck().get(),
    consents: world.db.sqlite.prepare('SELECT count(*) AS n FROM Consent').pluck().get(),
  });

  it('makes a person, keeps the consent and signs in', async () => {
    const browser = world.browser();
    const result = await finish(browser, await authorize(browser));
    expect(result).toMatchObject({ __typename: 'ConnectTikTokSuccess', isNewUser: true, returnTo: '/tiktok' });
    expect(result.connection).toMatchObject({ status: 'ACTIVE', username: creators[0], missingScopes: [] });
    const { viewer } = await browser.query<Who>(whoAmI);
    expect(viewer?.tiktokConnections.totalCount).toBe(1);
    expect(viewer?.consents).toEqual([{ purpose: 'ACCOUNT_ANALYTICS', policyVersion }]);
  });

  it('opens the same person again from another browser, without a second of anything', async () => {
    const before = rows();
    const browser = world.browser();
    expect(await finish(browser, await authorize(browser))).toMatchObject({ isNewUser: false });
    expect(rows()).toEqual(before);
  });

  it('adds a second account to the person who is signed in', async () => {
    const browser = world.browser();
    await finish(browser, await authorize(browser));
    await finish(browser, await authorize(browser, { creator: creators[1]! }));
    expect((await browser.query<Who>(whoAmI)).viewer?.tiktokConnections.totalCount).toBe(2);
  });

  it('refuses an account that belongs to somebody else', async () => {
    const browser = world.browser();
    await finish(browser, await authorize(browser, { creator: creators[2]! }));
    const before = rows();
    expect(await finish(browser, await authorize(browser, { creator: creators[0]! }))).toMatchObject({
      __typename: 'ConnectionOwnedBySomeoneElseError',
    });
    expect(rows()).toEqual(before);
  });

  it.each([
    ['no purpose', { consents: [], policyVersion }],
    ['an old policy', { consents: ['ACCOUNT_ANALYTICS'], policyVersion: '2020-01-01' }],
  ])('asks TikTok nothing without consent: %s', async (_case, input) => {
    const data = await world.browser().query<{ startTikTokAuthorization: { __typename: string } }>(start, { input });
    expect(data.startTikTokAuthorization.__typename).toBe('ConsentRequiredError');
  });

  it('refuses an unknown time zone', async () => {
    const data = await world
      .browser()
      .query<{ startTikTokAuthorization: { __typename: string } }>(start, { input: { ...consent, timeZone: 'Mars/Base' } });
    expect(data.startTikTokAuthorization.__typename).toBe('InvalidInputError');
  });

  it('refuses a state that another browser started, one it never gave, and a replay', async () => {
    const before = rows();
    const [mine, other] = [world.browser(), world.browser()];
    const answer = await authorize(mine, { creator: creators[3]! });
    expect(await finish(other, answer)).toMatchObject({ __typename: 'AuthorizationStateError' });
    expect(await finish(mine, { ...answer, state: 'never-given' })).toMatchObject({ __typename: 'AuthorizationStateError' });
    expect(rows()).toEqual(before);
    expect(await finish(mine, answer)).toMatchObject({ __typename: 'ConnectTikTokSuccess' });
    expect(await finish(mine, answer)).toMatchObject({ __typename: 'AuthorizationStateError' });
  });

  it('says so when TikTok refuses the code, and saves nothing', async () => {
    const before = rows();
    const browser = world.browser();
    const { state } = await authorize(browser);
    expect(await finish(browser, { code: 'wrong*code!1', state })).toMatchObject({
      __typename: 'AuthorizationCodeRejectedError',
    });
    expect(rows()).toEqual(before);
    expect((await browser.query<Who>(whoAmI)).viewer).toBeNull();
  });

  it('names the scope without which nothing works, saves nothing and hands the grant back', async () => {
    const before = rows();
    const browser = world.browser();
    const answer = await authorize(browser, { creator: creators[4]!, scopes: ['user.info.basic', 'user.info.stats'] });
    expect(await finish(browser, answer)).toMatchObject({ __typename: 'MissingScopeError', missingScopes: ['video.list'] });
    expect(rows()).toEqual(before);
  });

  it('works without the scopes that are only nice to have', async () => {
    const browser = world.browser();
    const answer = await authorize(browser, { creator: creators[5]!, scopes: ['user.info.basic', 'video.list'] });
    const result = await finish(browser, answer);
    expect(result.connection).toMatchObject({ missingScopes: ['user.info.profile', 'user.info.stats'], followerCount: null });
  });

  it('says so when TikTok does not answer, and saves nothing', async () => {
    const before = rows();
    const browser = world.browser();
    const answer = await authorize(browser);
    await fetch(`${world.sandbox.url}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ endpoint: 'user/info', fault: 'internal_error', times: 20 }),
    });
    expect(await finish(browser, answer)).toMatchObject({ __typename: 'TikTokUnreachableError' });
    await fetch(`${world.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
    expect(rows()).toEqual(before);
  });

  it('disconnects, revokes at TikTok and keeps the history; a stranger cannot', async () => {
    const browser = world.browser();
    const id = await connectCreator(browser, world.sandbox, creators[6]!);
    const stranger = world.browser();
    await connectCreator(stranger, world.sandbox, creators[7]!);
    const disconnect = `mutation ($input: DisconnectTikTokInput!) {
      disconnectTikTok(input: $input) { __typename ... on DisconnectTikTokSuccess { isRevokedAtTikTok connection { status isActive } } }
    }`;
    const asked = { input: { connectionId: id } };
    expect(await stranger.query(disconnect, asked)).toMatchObject({ disconnectTikTok: { __typename: 'NotFoundError' } });
    expect(await browser.query(disconnect, asked)).toMatchObject({
      disconnectTikTok: { isRevokedAtTikTok: true, connection: { status: 'DISCONNECTED', isActive: false } },
    });
    const row = world.db.sqlite
      .prepare(
        'SELECT accessTokenEncrypted, refreshTokenEncrypted FROM TikTokConnection WHERE displayName IS NOT NULL AND status = ?',
      )
      .get('DISCONNECTED');
    expect(row).toEqual({ accessTokenEncrypted: null, refreshTokenEncrypted: null });
  });

  it('keeps no token in clear', async () => {
    const sealed = world.db.sqlite
      .prepare('SELECT accessTokenEncrypted FROM TikTokConnection WHERE isActive = 1')
      .pluck()
      .all() as string[];
    expect(sealed.length).toBeGreaterThan(0);
    expect(sealed.every((text) => text.startsWith('v1.test.') && !text.includes('act.'))).toBe(true);
  });

  it('signs out', async () => {
    const browser = await world.connectedBrowser(creators[0]!);
    expect(await browser.query('mutation { signOut { __typename } }')).toEqual({ signOut: { __typename: 'SignOutSuccess' } });
    expect((await browser.query<Who>(whoAmI)).viewer).toBeNull();
    expect(await browser.query('mutation { signOut { __typename } }')).toEqual({ signOut: { __typename: 'NotSignedInError' } });
  });
});

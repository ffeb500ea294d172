import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestSandbox } from './test-sandbox';

let tiktok: TestSandbox;
beforeAll(async () => {
  tiktok = await TestSandbox.start({ redirectUris: ['https://app.example/callback'] });
});
afterAll(() => tiktok.close());

const open = (url: string, language = 'fr-FR,fr;q=0.9', cookie = '') =>
  fetch(url, { headers: { 'accept-language': language, cookie }, redirect: 'manual' });

function decide(form: [string, string][], url = tiktok.authorizeUrl()): Promise<Response> {
  const body = new URLSearchParams([['request', url.split('?')[1] ?? ''], ...form]);
  return fetch(tiktok.sandbox.authorizeUrl, { method: 'POST', body, redirect: 'manual' });
}

const leadsTo = (response: Response) => new URL(response.headers.get('location') ?? '');

describe('the authorize page', () => {
  it.each([
    ['fr-FR,fr;q=0.9', 'cette page n’est pas TikTok', '1 000 vidéos'],
    ['en-GB,en;q=0.9', 'this page is not TikTok', '1,000 videos'],
  ])(
    'speaks the language of the browser (%s), says that it is a demonstration and lists the creators',
    async (language, notice, count) => {
      const response = await open(tiktok.authorizeUrl(), language);
      const html = (await response.text()).replaceAll(/[\u202f\u00a0]/g, ' ');
      expect(response.status).toBe(200);
      expect(html).toContain(notice);
      expect(html).toContain(count);
      expect(html).toContain('@atelier.lumiere');
      expect(html).not.toContain('<script');
    },
  );

  it('allows its own style and the way back to the application, and nothing else', async () => {
    const response = await open(tiktok.authorizeUrl());
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(await response.text()).toContain(`<style nonce="${nonce}">`);
    expect(policy).toContain("form-action 'self' http://localhost:3000;");
    expect(policy).toContain("default-src 'none'");
  });

  it('lets the basic scope be seen but not switched off', async () => {
    const html = await (await open(tiktok.authorizeUrl())).text();
    expect(html).toMatch(/value="user\.info\.basic" checked disabled/);
    expect(html).toMatch(/value="video\.list" checked>/);
  });

  it('shows what came with the request as text, never as markup', async () => {
    const html = await (await open(tiktok.authorizeUrl({ state: '"><b>x' }))).text();
    expect(html).not.toContain('<b>');
  });

  it.each([
    ['client_key', { client_key: 'another' }],
    ['redirect_uri', { redirect_uri: 'https://elsewhere.example/callback' }],
    ['redirect_uri', { redirect_uri: 'http://localhost/no-port' }],
    ['redirect_uri', { redirect_uri: 'http://localhost:3000/callback?with=query' }],
    ['response_type', { response_type: 'token' }],
    ['code_challenge', { code_challenge: null }],
    ['code_challenge', { code_challenge_method: 'plain' }],
    ['state', { state: null }],
  ])('names a wrong %s on its own page instead of going back to the application', async (parameter, change) => {
    const response = await open(tiktok.authorizeUrl(change));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<code>${parameter}</code>`);
  });

  it('needs no challenge from a registered web address', async () => {
    const change = { redirect_uri: 'https://app.example/callback', code_challenge: null, code_challenge_method: null };
    expect((await open(tiktok.authorizeUrl(change))).status).toBe(200);
  });

  it('refuses the whole request for one scope that is not approved', async () => {
    const back = leadsTo(await open(tiktok.authorizeUrl({ scope: 'user.info.basic,video.insights' })));
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'invalid_scope',
      error_type: 'scope',
      state: 'some-state',
    });
  });
});

describe('the decision', () => {
  it('leads back with a code that arrives percent-encoded, the granted scopes and the state', async () => {
    const response = await decide([
      ['decision', 'authorize'],
      ['creator', 'small'],
      ['scopes', 'video.list'],
    ]);
    const back = leadsTo(response);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/code=[\w-]+%2A0%21\d{4}\.va&/);
    expect(back.searchParams.get('scopes')).toBe('user.info.basic,video.list');
    expect(back.searchParams.get('state')).toBe('some-state');
    const { json } = await tiktok.exchange(back.searchParams.get('code') ?? '');
    expect(json.scope).toBe('user.info.basic,video.list');
  });

  it('leads back with access_denied after Cancel', async () => {
    const back = leadsTo(await decide([['decision', 'cancel']]));
    expect(back.origin + back.pathname).toBe('http://localhost:3000/api/tiktok/auth/callback');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('error_description')).toBeTruthy();
    expect(back.searchParams.get('state')).toBe('some-state');
  });

  it('never grants a scope that was not asked for', async () => {
    const back = leadsTo(
      await decide(
        [
          ['decision', 'authorize'],
          ['creator', 'small'],
          ['scopes', 'video.list'],
        ],
        tiktok.authorizeUrl({ scope: 'user.info.basic' }),
      ),
    );
    expect(back.searchParams.get('scopes')).toBe('user.info.basic');
  });

  it('is remembered for a request with disable_auto_auth=0, and asked again otherwise', async () => {
    const given = await decide([
      ['decision', 'authorize'],
      ['creator', 'established'],
      ...['user.info.profile', 'user.info.stats', 'video.list'].map((scope): [string, string] => ['scopes', scope]),
    ]);
    const cookie = given.headers.get('set-cookie')?.split(';')[0];
    const again = await open(tiktok.authorizeUrl({ disable_auto_auth: '0' }), 'fr', cookie);
    expect(again.status).toBe(302);
    expect(leadsTo(again).searchParams.get('code')).toBeTruthy();
    expect((await open(tiktok.authorizeUrl({ disable_auto_auth: '1' }), 'fr', cookie)).status).toBe(200);
  });
});

describe('the decision by a program', () => {
  it.each(['established', 'cuisine.nomade', '@cuisine.nomade'])('knows a creator as %s', async (creator) => {
    const tokens = await tiktok.connect(creator);
    const { json } = await tiktok.user(tokens.access_token, 'username');
    expect(json.data.user.username).toBe('cuisine.nomade');
  });

  it('makes a creator by its name on the spot, the same one every time', async () => {
    const first = await tiktok.connect('small-07');
    const second = await tiktok.connect('small-07');
    expect(first.open_id).toBe(second.open_id);
    const { json } = await tiktok.user(first.access_token, 'video_count');
    expect(json.data.user.video_count).toBe(150);
  });

  it('can cancel, and says what is wrong with a request', async () => {
    const cancelled = await tiktok.control('authorize', { cancel: true, authorizeUrl: tiktok.authorizeUrl() });
    expect(new URL(cancelled.json.redirect).searchParams.get('error')).toBe('access_denied');
    const wrong = await tiktok.control('authorize', { creator: 'small', authorizeUrl: tiktok.authorizeUrl({ client_key: 'x' }) });
    expect([wrong.status, wrong.json.error.code]).toEqual([400, 'client_key']);
    const unknown = await tiktok.control('authorize', { creator: 'nobody', authorizeUrl: tiktok.authorizeUrl() });
    expect([unknown.status, unknown.json.error.code]).toEqual([404, 'creator_not_found']);
  });
});

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { sandboxClientSecret } from '../sandbox/defaults';
import { createTestApp, type TestApp } from '../testing/test-app';
import { isSignedByTikTok } from './webhook';

describe('TikTok’s webhook', () => {
  let world: TestApp;
  let openId: string;
  beforeAll(async () => {
    world = await createTestApp();
    await world.connectedBrowser('small');
    openId = String(world.db.sqlite.prepare('SELECT tiktokUserId FROM TikTokConnection').pluck().get());
  });
  afterAll(() => world.close());

  const status = () => world.db.sqlite.prepare('SELECT status FROM TikTokConnection').pluck().get();
  function send(event: object, { secret = sandboxClientSecret, at = world.clock.now(), changed = false } = {}) {
    const body = JSON.stringify(event);
    const time = Math.floor(at.getTime() / 1000);
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    return supertest(world.app.http)
      .post('/webhooks/tiktok')
      .set({ 'content-type': 'application/json', 'tiktok-signature': `t=${time},s=${signature}` })
      .send(changed ? body.replace('removed', 'restored') : body);
  }
  const removed = (reason: number) => ({
    event: 'authorization.removed',
    user_openid: openId,
    content: JSON.stringify({ reason }),
  });

  it('refuses a wrong secret, a changed body and a stale time', async () => {
    expect((await send(removed(1), { secret: 'wrong' })).status).toBe(401);
    expect((await send(removed(1), { changed: true })).status).toBe(401);
    expect((await send(removed(1), { at: new Date(world.clock.now().getTime() - 73 * 3_600_000) })).status).toBe(401);
    expect(status()).toBe('ACTIVE');
  });

  it.each([
    ['an unknown event', { event: 'post.publish.complete', content: '{}' }],
    ['an account that is not here', { event: 'authorization.removed', user_openid: 'nobody', content: '{"reason":1}' }],
    ['a ping', { event: 'tiktok.ping', user_openid: '1', content: '{"reason":"testing Webhook"}', create_time: 1 }],
  ])('accepts %s', async (_case, event) => {
    expect((await send(event)).status).toBe(200);
    expect(status()).toBe('ACTIVE');
  });

  it('does nothing more when the revoke was our own', async () => {
    expect((await send(removed(5))).status).toBe(200);
    expect(status()).toBe('ACTIVE');
  });

  it('ends the use at once, and minds neither a duplicate nor a retry that is hours late', async () => {
    expect((await send(removed(1), { at: new Date(world.clock.now().getTime() - 20 * 3_600_000) })).status).toBe(200);
    expect(status()).toBe('REVOKED');
    expect((await send(removed(1))).status).toBe(200);
    expect(status()).toBe('REVOKED');
  });

  it.each([[undefined], [''], ['t=1'], ['s=ab'], ['t=x,s=zz'], ['nonsense']])(
    'takes the header %j for no signature',
    (header) => {
      expect(isSignedByTikTok(header, Buffer.from('{}'), 'secret', new Date())).toBe(false);
    },
  );
});

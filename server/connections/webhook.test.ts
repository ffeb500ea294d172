import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
  const removed = (reason: number, at: Date | null = world.clock.now()) => ({
    event: 'authorization.removed',
    user_openid: openId,
    ...(at && { create_time: Math.floor(at.getTime() / 1000) }),
    content: JSON.stringify({ reason }),
  });
  /** As if the person had let us in again just now. */
  const connectAgain = () =>
    world.db.sqlite
      .prepare("UPDATE TikTokConnection SET status = 'ACTIVE', isActive = 1, eraseAfter = NULL, authorizedAt = ?")
      .run(world.clock.now().getTime());
  beforeEach(() => void connectAgain());

  it('refuses a wrong secret, a changed body and a stale time', async () => {
    expect((await send(removed(1), { secret: 'wrong' })).status).toBe(401);
    expect((await send(removed(1), { changed: true })).status).toBe(401);
    expect((await send(removed(1), { at: new Date(world.clock.now().getTime() - 73 * 3_600_000) })).status).toBe(401);
    expect((await send(removed(1), { at: new Date(world.clock.now().getTime() + 3_600_000) })).status).toBe(401);
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

  it('leaves alone what was authorized after the removal, however late its news comes', async () => {
    const before = new Date(world.clock.now().getTime() - 5_000);
    expect((await send(removed(1, before))).status).toBe(200);
    expect(status()).toBe('ACTIVE');
    expect((await send(removed(1, null))).status).toBe(200);
    expect(status()).toBe('REVOKED');
  });

  it('ends the run that is under way and drops its job', async () => {
    const run = world.db.sqlite.prepare('SELECT status, errorCode FROM SyncRun ORDER BY createdAt DESC LIMIT 1');
    world.db.sqlite.exec("UPDATE SyncRun SET status = 'RUNNING', errorCode = NULL");
    await send(removed(1));
    expect(run.get()).toEqual({ status: 'FAILED', errorCode: 'CONNECTION_NOT_ACTIVE' });
    expect(world.db.sqlite.prepare('SELECT count(*) FROM Job').pluck().get()).toBe(0);
  });

  it('keeps an account that was disconnected here as it is', async () => {
    world.db.sqlite.exec("UPDATE TikTokConnection SET status = 'DISCONNECTED', isActive = 0");
    expect((await send(removed(1))).status).toBe(200);
    expect(status()).toBe('DISCONNECTED');
  });

  it.each([
    ['no JSON', 'not { json'],
    ['nothing', ''],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x7b])],
    ['content that is no JSON', '{"event":"authorization.removed","user_openid":"nobody","content":"{"}'],
    ['a reason that is no number', '{"event":"authorization.removed","user_openid":"nobody","content":"{\\"reason\\":\\"x\\"}"}'],
    ['wrong types', '{"event":7,"user_openid":[],"create_time":"x","content":{}}'],
  ])('is calm about %s', async (_case, text) => {
    const body = Buffer.from(text);
    const time = Math.floor(world.clock.now().getTime() / 1000);
    const signature = createHmac('sha256', sandboxClientSecret).update(`${time}.`).update(body).digest('hex');
    const answer = await supertest(world.app.http)
      .post('/webhooks/tiktok')
      .set({ 'content-type': 'application/octet-stream', 'tiktok-signature': `t=${time},s=${signature}` })
      .send(body);
    expect([answer.status, status()]).toEqual([200, 'ACTIVE']);
  });

  it.each([[undefined], [''], ['t=1'], ['s=ab'], ['t=x,s=zz'], ['nonsense'], [`t=1,s=${'z'.repeat(64)}`]])(
    'takes the header %j for no signature',
    (header) => {
      expect(isSignedByTikTok(header, Buffer.from('{}'), 'secret', new Date())).toBe(false);
    },
  );
});

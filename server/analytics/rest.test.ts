import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

describe('REST addresses for videos', () => {
  let world: TestApp;
  let browser: TestBrowser;
  let other: TestBrowser;

  beforeAll(async () => {
    world = await createTestApp();
    world.app.start();
    browser = await world.connectedBrowser('small');
    other = await world.connectedBrowser('few');
    const done = () =>
      Number(world.db.sqlite.prepare(`SELECT count(*) FROM SyncRun WHERE status = 'SUCCEEDED'`).pluck().get()) === 2;
    for (let tries = 0; tries < 200 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done()).toBe(true);
  });
  afterAll(() => world.close());

  it.each([
    ['', 20],
    ['?maxCount=1', 1],
    ['?maxCount=100', 100],
  ])('lists the newest videos first: %s', async (query, count) => {
    const { status, body } = await browser.agent.get(`/api/tiktok/videos${query}`);
    expect(status).toBe(200);
    expect(body.videos).toHaveLength(count);
    const times = body.videos.map(({ publishedAt }: { publishedAt: string }) => publishedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it.each(['0', '101', '-1', 'many', '1.5'])('refuses maxCount=%s', async (maxCount) => {
    const { status, body } = await browser.agent.get('/api/tiktok/videos').query({ maxCount });
    expect([status, body.error.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it.each(['maxCount=1&maxCount=2', 'maxCount[]=5', 'maxCount[a]=5'])('refuses %s', async (query) => {
    const { status, body } = await browser.agent.get(`/api/tiktok/videos?${query}`);
    expect([status, body.error.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it('asks strangers to sign in', async () => {
    const { status, body } = await supertest(world.app.http).get('/api/tiktok/videos');
    expect([status, body.error.code]).toEqual([401, 'UNAUTHENTICATED']);
    const posted = await supertest(world.app.http).post('/api/tiktok/videos').send({ videoId: 'x' });
    expect(posted.status).toBe(401);
  });

  it('refuses a userId that is not the caller’s, and takes their own', async () => {
    const { viewer } = await browser.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
    expect((await browser.agent.get('/api/tiktok/videos').query({ userId: viewer.user.id })).status).toBe(200);
    expect((await other.agent.get('/api/tiktok/videos').query({ userId: viewer.user.id })).status).toBe(403);
  });

  it('gives the analytics of one video, and of nobody else’s', async () => {
    const { body } = await browser.agent.get('/api/tiktok/videos?maxCount=1');
    const videoId = body.videos[0].id;
    const mine = await browser.agent.post('/api/tiktok/videos').send({ videoId });
    expect(mine.body.analytics).toMatchObject({ id: videoId, engagement: { engagementRateByReach: null } });
    expect((await other.agent.post('/api/tiktok/videos').send({ videoId })).status).toBe(404);
    expect((await browser.agent.post('/api/tiktok/videos').send({})).status).toBe(400);
  });

  it.each([
    ['/api/tiktok/nothing', 404],
    ['/api/tiktok/auth?userId=somebody', 403],
  ])('answers %s with %s in the REST shape', async (address, expected) => {
    const { status, body } = await browser.agent.get(address);
    expect(status).toBe(expected);
    expect(body.error).toEqual({ code: expect.any(String), message: expect.any(String) });
  });
});

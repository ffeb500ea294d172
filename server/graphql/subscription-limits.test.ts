import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { csrfHeader } from './csrf';

const lifeMs = 1_500;

describe('subscriptions', () => {
  let world: TestApp;
  let server: Server;
  let person: TestBrowser & { connectionId: string };
  let runId: string;

  beforeAll(async () => {
    world = await createTestApp({ limits: { subscriptions: { perPerson: 3, lifeMs } } });
    server = createServer(world.app.http).listen(0);
    person = await world.connectedBrowser('newcomer');
    // Jobs are not started: the first run waits, and so does whoever follows it.
    const { node } = await person.query<{ node: { latestSync: { id: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { id } } } }',
      { id: person.connectionId },
    );
    runId = node.latestSync.id;
  }, 120_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await world.close();
  });

  async function follow(cookie = person.cookie()) {
    const controller = new AbortController();
    const response = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/graphql`, {
      method: 'POST',
      signal: controller.signal,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie, [csrfHeader]: '1' },
      body: JSON.stringify({
        query: 'subscription ($id: ID!) { syncProgress(runId: $id) { status } }',
        variables: { id: runId },
      }),
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let said = '';
    while (!said.includes('data: {')) said += (await reader.read()).value ?? '';
    const rest = async () => {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) said += chunk.value;
      return said;
    };
    return { response, said: () => said, rest, abort: () => controller.abort() };
  }

  it('are so many at once for each person, and a closed one makes room', async () => {
    const open = [await follow(), await follow(), await follow()];
    expect(open.map(({ said }) => /"status":"QUEUED"/.test(said()))).toEqual([true, true, true]);
    const refused = await follow();
    expect(refused.said()).toContain('TOO_MANY_SUBSCRIPTIONS');

    open[0]!.abort();
    const again = async (): Promise<Awaited<ReturnType<typeof follow>>> => {
      const next = await follow();
      return next.said().includes('TOO_MANY') ? again() : next;
    };
    const next = await again();
    expect(next.said()).toContain('QUEUED');
    expect(next.response.headers.get('cache-control')).toBe('no-store');

    // And all of them end by themselves.
    const ended = await Promise.all([open[1]!.rest(), open[2]!.rest(), next.rest()]);
    for (const said of ended) expect(said).toMatch(/event: complete/);
    expect((await follow()).said()).toContain('QUEUED');
  });
});

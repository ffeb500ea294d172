import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { getOperationAST, print, typeFromAST, type GraphQLInputType, type NamedTypeNode } from 'graphql';
import { schema } from '../graphql/schema';
import { sandboxClientSecret } from '../sandbox/defaults';
import { listRoutes } from '../testing/http-routes';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { readWebOperations } from '../testing/web-operations';
import type { KnownValues } from './argument-values';
import { hostileRequest, type HostileRequest, type WebDocument } from './hostile-requests';
import { promise } from './nothing-invented';
import { reportingLogger } from './reporting-logger';
import type { Family } from './run-family';
import { createAgent, type ReceivedAnswer, sendRaw, sendRequest } from './send-request';

/** No answer to one request may be larger: the largest page of videos is a tenth of it. */
const maximumAnswerCharacters = 4_000_000;

/** What only the inside of the server knows: files, lines, libraries, statements. */
const inside =
  /node_modules|\/server\/|\.ts:\d+|\n\s+at |SQLITE_|SqliteError|Prisma|better-sqlite|Cannot read propert|is not a function|INTERNAL_ERROR|ECONN/;

/**
 * Requests of every kind to the whole server over HTTP. Whatever comes, the answer is below 500, names nothing of the inside, and
 * nothing lands in the log as an error; and afterwards the server answers a plain request.
 */
export const graphqlRequests: Family = {
  name: 'graphql-requests',
  inputsPerRun: 1,
  async open() {
    const reported: string[] = [];
    const test = await createTestApp({ logger: reportingLogger(reported) });
    const server = createServer(test.app.http);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const agent = createAgent();
    const person = await test.connectedBrowser('newcomer');
    await syncOnce(test, person);
    const stranger = await test.connectedBrowser('small');
    // GraphiQL stays in memory once somebody has opened it: that is no growth.
    await person.agent.get('/graphql').set('accept', 'text/html');
    const nextFragile = await fragilePeople(test);
    let fragile = await nextFragile();
    const counts = { answered: 0, refused: 0, raw: 0, signedInAgain: 0 };
    const slowest = new Map<string, number>();

    const arbitrary = hostileRequest({
      schema,
      known: await knownValues(person, stranger.connectionId),
      webDocuments: await webDocuments(),
      routes: listRoutes(test.app.http),
      clientSecret: sandboxClientSecret,
      now: () => test.clock.now(),
    });

    const send = async (request: HostileRequest): Promise<ReceivedAnswer> => {
      if ('raw' in request) {
        const text = await sendRaw(port, request.raw);
        // Nothing at all is an answer too: Node hangs up on what is no HTTP.
        return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 400), contentType: '', text };
      }
      const cookie = { nobody: undefined, person: person.cookie(), fragile: fragile.cookie() }[request.who];
      const headers = { ...request.sent.headers, ...(cookie && { cookie }) };
      return sendRequest(port, agent, { ...request.sent, headers });
    };

    const check = fc.asyncProperty(arbitrary, async (request) => {
      reported.length = 0;
      const startedAt = performance.now();
      const { status, contentType, text } = await send(request);
      slowest.set(request.kind, Math.max(slowest.get(request.kind) ?? 0, performance.now() - startedAt));
      counts['raw' in request ? 'raw' : status < 400 ? 'answered' : 'refused'] += 1;
      promise(status < 500, `Answered with ${status}`, text.slice(0, 500));
      promise(reported.length === 0, 'An error was logged', reported);
      // GraphiQL's page is nine megabytes of its own scripts.
      if (contentType.includes('html')) return;
      promise(text.length <= maximumAnswerCharacters, 'The answer is too large', text.length);
      promise(!inside.test(text), 'The answer tells of the inside', inside.exec(text)?.[0]);
      if (contentType.includes('json') && text !== '') JSON.parse(text);
      if ('sent' in request && request.who === 'fragile' && !(await isSignedIn(fragile))) {
        fragile = await nextFragile();
        counts.signedInAgain += 1;
      }
    });

    return {
      check: (parameters) => fc.check(check, parameters) as Promise<fc.RunDetails<unknown>>,
      counts: () => ({ ...counts, ...slowestKinds(slowest) }),
      async close() {
        agent.destroy();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await test.close();
      },
    };
  },
};

/** The five kinds that took longest, with the time of their slowest request in milliseconds. */
function slowestKinds(slowest: ReadonlyMap<string, number>): Record<string, number> {
  const ordered = [...slowest].sort(([, one], [, other]) => other - one).slice(0, 5);
  return Object.fromEntries(ordered.map(([kind, ms]) => [`slowestMs.${kind}`, Math.round(ms)]));
}

async function isSignedIn(browser: TestBrowser): Promise<boolean> {
  const { data } = await browser.post('{ viewer { user { id } tiktokConnections { id } } }');
  return ((data as { viewer: { tiktokConnections: unknown[] } | null } | undefined)?.viewer?.tiktokConnections.length ?? 0) > 0;
}

/** People with an account each, one after the other: what signs one of them out or erases them must not end the trial. */
async function fragilePeople(test: TestApp): Promise<() => Promise<TestBrowser>> {
  const control = (what: string, body: unknown) =>
    fetch(`${test.sandbox.url}/_sandbox/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  // People sign in again more often here than TikTok's quota of a minute allows.
  await control('settings', { rateLimitPerMinute: null });
  for (const size of ['newcomer', 'small']) await control('creators', { size, count: 99 });
  const { creators } = (await (await fetch(`${test.sandbox.url}/_sandbox/state`)).json()) as { creators: { id: string }[] };
  const ids = creators.map(({ id }) => id).filter((id) => /-\d\d$/.test(id));
  let next = 0;
  return () => {
    const id = ids[next++ % ids.length];
    if (id === undefined) throw new Error('The sandbox made no creators.');
    // Who asked to be erased would stay so, because background work is off; the accounts come round again.
    test.db.sqlite.exec('DELETE FROM User WHERE id IN (SELECT ownerId FROM TikTokConnection WHERE erasureId IS NOT NULL)');
    return test.connectedBrowser(id);
  };
}

async function syncOnce(test: TestApp, person: TestBrowser & { connectionId: string }): Promise<void> {
  test.app.jobs.start();
  const question = 'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { status } } } }';
  for (;;) {
    const { node } = await person.query<{ node: { latestSync: { status: string } | null } }>(question, {
      id: person.connectionId,
    });
    if (node.latestSync && ['SUCCEEDED', 'FAILED'].includes(node.latestSync.status)) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // From here on work only piles up: what is fuzzed is the way in.
  await test.app.jobs.stop();
}

async function knownValues(person: TestBrowser & { connectionId: string }, othersId: string): Promise<KnownValues> {
  const { viewer, node } = await person.query<{
    viewer: { user: { id: string } };
    node: { latestSync: { id: string }; videos: { edges: { cursor: string; node: { id: string } }[] } };
  }>(
    'query ($id: ID!) { viewer { user { id } } node(id: $id) { ... on TikTokConnection { latestSync { id } videos(first: 3) { edges { cursor node { id } } } } } }',
    { id: person.connectionId },
  );
  const { edges } = node.videos;
  return {
    ids: [person.connectionId, othersId, viewer.user.id, node.latestSync.id, ...edges.map((edge) => edge.node.id)],
    cursors: [edges[0]?.cursor ?? '', ...edges.slice(1).map(({ cursor }) => cursor)],
  };
}

async function webDocuments(): Promise<WebDocument[]> {
  return Object.values(await readWebOperations()).map((document) => ({
    query: print(document),
    variables: (getOperationAST(document)?.variableDefinitions ?? []).map(({ variable, type }) => ({
      name: variable.name.value,
      type: typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType,
    })),
  }));
}

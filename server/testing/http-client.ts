import { csrfHeader } from '../graphql/csrf';
import { policyVersion } from '../users/policy';

/** A program that uses a running server as a browser would: keeps cookies, sends our header. */
export interface HttpClient {
  query<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  get(path: string): Promise<Response>;
  /** The cookies gathered so far, as a header. */
  cookie(): string;
}

export function createHttpClient(url: string): HttpClient {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  return {
    cookie,
    get: async (path) => keep(await fetch(`${url}${path}`, { headers: { cookie: cookie() } })),
    async query<Data>(query: string, variables?: Record<string, unknown>) {
      const response = keep(
        await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: cookie(), [csrfHeader]: '1' },
          body: JSON.stringify({ query, variables }),
        }),
      );
      const body = (await response.json()) as { data?: Data; errors?: unknown };
      if (body.errors || !body.data) throw new Error(`${JSON.stringify(body)} for ${query}`);
      return body.data;
    },
  };
}

/** Consents, lets the sandbox's creator authorize, and exchanges. @returns the connection's global id */
export async function connectOverHttp(client: HttpClient, sandboxUrl: string, creator: string): Promise<string> {
  const started = await client.query<{ startTikTokAuthorization: { authorizeUrl: string } }>(
    `mutation ($input: StartTikTokAuthorizationInput!) {
      startTikTokAuthorization(input: $input) { ... on StartTikTokAuthorizationSuccess { authorizeUrl } }
    }`,
    { input: { consents: ['ACCOUNT_ANALYTICS'], policyVersion } },
  );
  const answer = await fetch(`${sandboxUrl}/_sandbox/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ creator, authorizeUrl: started.startTikTokAuthorization.authorizeUrl }),
  });
  const { redirect } = (await answer.json()) as { redirect: string };
  const parameters = new URL(redirect).searchParams;
  const { connectTikTok } = await client.query<{ connectTikTok: { connection?: { id: string }; message?: string } }>(
    `mutation ($input: ConnectTikTokInput!) {
      connectTikTok(input: $input) { ... on ConnectTikTokSuccess { connection { id } } ... on Error { message } }
    }`,
    { input: { code: parameters.get('code'), state: parameters.get('state') } },
  );
  if (!connectTikTok.connection) throw new Error(connectTikTok.message);
  return connectTikTok.connection.id;
}

interface Creator {
  id: string;
  username: string;
  videoCount: number;
}

/** The sandbox's creators, by how many videos they have. */
export async function listSandboxCreators(sandboxUrl: string): Promise<Creator[]> {
  const state = (await (await fetch(`${sandboxUrl}/_sandbox/state`)).json()) as { creators: Creator[] };
  return state.creators;
}

export interface SyncRunAnswer {
  status: string;
  listedCount: number;
  readingCount: number;
  error: { code: string; message: string } | null;
}

/** Polls until the latest run of a connection has ended. */
export async function waitForSync(client: HttpClient, connectionId: string, withinMs = 60_000): Promise<SyncRunAnswer> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const { node } = await client.query<{ node: { latestSync: SyncRunAnswer | null } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { status listedCount readingCount error { code message } } } } }',
      { id: connectionId },
    );
    if (node.latestSync && ['SUCCEEDED', 'FAILED'].includes(node.latestSync.status)) return node.latestSync;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`No sync ended within ${withinMs} ms.`);
}

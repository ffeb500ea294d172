import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { csrfHeader } from '../graphql/csrf';
import type { KnownValues } from './argument-values';
import { bodies, rawRequests } from './hostile-bytes';
import { hostileText } from './hostile-text';
import { jsonMutation, mutate } from './json-mutations';
import { treeOf, writeTree } from './json-tree';
import { pathologicalDocument } from './pathological-documents';
import { documentFrom } from './schema-documents';
import type { SentRequest } from './send-request';
import { choices, Tape } from './tape';
import { valueFor } from './argument-values';

/** What a request may be made of. */
export interface RequestMaterial {
  schema: GraphQLSchema;
  known: KnownValues;
  /** Documents of the web app with the names and types of their variables. */
  webDocuments: readonly WebDocument[];
  /** `GET /api/tiktok/videos` and the like. */
  routes: readonly string[];
  clientSecret: string;
  now: () => Date;
}

export interface WebDocument {
  query: string;
  variables: readonly { name: string; type: Parameters<typeof valueFor>[0] }[];
}

export type HostileRequest =
  | { kind: string; raw: Buffer }
  | {
      kind: string;
      sent: SentRequest;
      /** Whose cookie goes with it: `fragile` is somebody whom a mutation may sign out. */ who: 'nobody' | 'person' | 'fragile';
    };

const json = { 'content-type': 'application/json', accept: 'application/json', [csrfHeader]: '1' };
const who = fc.constantFrom('person' as const, 'person' as const, 'person' as const, 'nobody' as const);

function graphql(kind: string, payload: unknown, who: 'nobody' | 'person' | 'fragile'): HostileRequest {
  return { kind, who, sent: { method: 'POST', path: '/graphql', headers: json, body: Buffer.from(JSON.stringify(payload)) } };
}

export function hostileRequest(material: RequestMaterial): fc.Arbitrary<HostileRequest> {
  const { schema, known, webDocuments, routes, clientSecret, now } = material;

  const generated = fc.tuple(choices, who).map(([tape, who]) => {
    const { operation, query, variables } = documentFrom(schema, new Tape(tape), known);
    return graphql(operation, { query, variables }, operation === 'mutation' && who === 'person' ? 'fragile' : who);
  });

  const webOperation = fc.tuple(fc.constantFrom(...webDocuments), choices).map(([{ query, variables }, numbers]) => {
    const tape = new Tape(numbers);
    const given = Object.fromEntries(variables.map(({ name, type }) => [name, valueFor(type, name, tape, known)]));
    return graphql('webOperation', { query, variables: given }, /^\s*mutation/m.test(query) ? 'fragile' : 'person');
  });

  const pathological = fc.tuple(pathologicalDocument, who).map(([{ kind, query }, who]) => graphql(kind, { query }, who));

  const plain = {
    query: 'query A($id: ID!) { node(id: $id) { id } }',
    variables: { id: known.ids[0] },
    operationName: 'A',
    extensions: {},
  };
  const shape = fc
    .tuple(fc.array(jsonMutation, { minLength: 1, maxLength: 3 }), fc.constantFrom(1, 1, 1, 3, 200), who)
    .map(([mutations, times, who]): HostileRequest => {
      const tree = mutations.reduce((current, mutation) => mutate(current, mutation).tree, treeOf(plain));
      const text = times === 1 ? writeTree(tree) : `[${Array.from({ length: times }, () => writeTree(tree)).join(',')}]`;
      return { kind: 'shape', who, sent: { method: 'POST', path: '/graphql', headers: json, body: Buffer.from(text) } };
    });

  const someBody = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    hostileText.map((text) => Buffer.from(text)),
    fc.nat({ max: 120 }).map((length) => Buffer.from(JSON.stringify(plain)).subarray(0, length)),
    fc.constantFrom(...bodies(plain)),
  );
  const contentTypes = ['application/json', 'application/json; charset=utf-16', 'application/json; charset=nope', 'application/graphql', 'application/graphql+json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', 'text/json', '', ';', 'application/json; charset', 'image/png', 'x'.repeat(2_000)]; // prettier-ignore
  const encodings = ['identity', 'gzip', 'deflate', 'br', 'x-gzip', 'gzip, gzip', 'nope', '', 'GZIP', 'zstd'];
  const accepts = ['application/json', 'application/graphql-response+json', 'text/event-stream', 'multipart/mixed', '*/*', 'text/html', '', 'nope', 'application/json;q=0', 'text/html;q=x', ','.repeat(500)]; // prettier-ignore
  const addresses = fc.oneof(
    fc.constant('/graphql'),
    fc.constantFrom(...routes).map((route) => route.split(' ')[1] ?? '/'),
  );
  const body = fc
    .record({
      path: addresses,
      body: someBody,
      type: fc.constantFrom(...contentTypes),
      encoding: fc.option(fc.constantFrom(...encodings)),
      accept: fc.constantFrom(...accepts),
      who,
    })
    .map(({ path, body, type, encoding, accept, who }): HostileRequest => ({
      kind: 'body',
      who,
      sent: {
        method: 'POST',
        path,
        headers: { accept, [csrfHeader]: '1', 'content-type': type, ...(encoding !== null && { 'content-encoding': encoding }) },
        body,
      },
    }));

  const queryValue = fc.oneof(
    hostileText.map((text) => text.slice(0, 500)),
    fc.constantFrom('-1', '0', '1e9', 'NaN', '20', '99999999999999999999', '{__typename}', 'mutation{__typename}', '[]'),
  );
  const queryString = fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'query',
          'variables',
          'operationName',
          'extensions',
          'maxCount',
          'limit',
          'cursor',
          'userId',
          'code',
          'state',
          'error',
          'scopes',
          'maxCount[]',
          '__proto__',
          'a[b][c]',
        ),
        queryValue,
      ),
      { maxLength: 4 },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(Buffer.from(value).toString())}`).join('&'));
  const method = fc
    .record({
      method: fc.constantFrom('GET', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'),
      path: addresses,
      query: queryString,
      accept: fc.constantFrom(...accepts),
      who,
    })
    .map(({ method, path, query, accept, who }): HostileRequest => ({
      kind: 'method',
      who,
      sent: { method, path: `${path}?${query}`, headers: { accept, [csrfHeader]: '1' }, body: null },
    }));

  const rest = fc
    .record({
      route: fc.constantFrom(...routes),
      query: queryString,
      id: fc.constantFrom(...known.ids, '..', '%2e%2e%2f', '%00', '%', '%ff', 'x'.repeat(3_000)),
      mutations: fc.array(jsonMutation, { maxLength: 3 }),
      who,
    })
    .map(({ route, query, id, mutations, who }): HostileRequest => {
      const [method = 'GET', path = '/'] = route.split(' ');
      const tree = mutations.reduce(
        (current, mutation) => mutate(current, mutation).tree,
        treeOf({ code: 'a', state: 'b', videoId: known.ids[0], connectionId: known.ids[0], locale: 'FR' }),
      );
      const body = method === 'POST' ? Buffer.from(writeTree(tree)) : null;
      return {
        kind: 'rest',
        who,
        sent: {
          method,
          path: `${path.replace(/:\w+/g, () => encodeURI(id).replaceAll('%25', '%'))}?${query}`,
          headers: json,
          body,
        },
      };
    });

  const event = {
    client_key: 'key',
    event: 'authorization.removed',
    create_time: 1_795_000_000,
    user_openid: '-000',
    content: '{"reason":1}',
  };
  const signature = fc.oneof(
    { weight: 3, arbitrary: fc.constant('right' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '',
        't=,s=',
        't=1,s=ff',
        's=zz,t=1',
        't==,s==',
        't=1e3,s=00',
        `t=${'9'.repeat(400)},s=${'f'.repeat(64)}`,
        't=-1,s=00',
        ','.repeat(3_000),
        't=1,t=2,s=1,s=2',
        '__proto__=1',
      ),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, '.')) },
  );
  const webhook = fc
    .tuple(fc.array(jsonMutation, { maxLength: 3 }), signature, fc.option(someBody, { freq: 4 }))
    .map(([mutations, signature, other]): HostileRequest => {
      const body =
        other ?? Buffer.from(writeTree(mutations.reduce((current, mutation) => mutate(current, mutation).tree, treeOf(event))));
      const time = Math.floor(now().getTime() / 1000);
      const right = `t=${time},s=${createHmac('sha256', clientSecret).update(`${time}.`).update(body).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'tiktok-signature': signature === 'right' ? right : signature };
      return { kind: 'webhook', who: 'nobody', sent: { method: 'POST', path: '/webhooks/tiktok', headers, body } };
    });

  const raw = fc
    .oneof(
      fc.constantFrom(...rawRequests),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    )
    .map((raw): HostileRequest => ({ kind: 'raw', raw }));

  const headerName = fc.constantFrom(
    'cookie',
    'accept-language',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-request-id',
    'origin',
    'referer',
    'user-agent',
    'range',
    'if-none-match',
    'if-modified-since',
    'expect',
    'authorization',
    'x-http-method-override',
    'forwarded',
    'te',
    'last-event-id',
  );
  const headerValue = fc.constantFrom(
    '',
    ';',
    '=',
    'crealia-session=',
    'crealia-session=s%3Aabc.def; crealia-browser=%',
    '__proto__=1; constructor=2',
    'a=b;'.repeat(800),
    'null',
    'Bearer',
    'Bearer x',
    'fr;q=9,en;q=-1,*',
    '*',
    'bytes=0-99999999999',
    '100-continue',
    'trailers',
    'W/"x"',
    'é',
    '127.0.0.1, ::1',
    'https://evil.test',
  );
  const headers = fc
    .tuple(
      fc.dictionary(headerName, headerValue, { minKeys: 1, maxKeys: 5 }),
      fc.constantFrom('/graphql', '/healthz', '/', '/api/tiktok/videos'),
    )
    .map(([odd, path]): HostileRequest => ({
      kind: 'headers',
      who: 'nobody',
      sent: {
        method: path === '/graphql' ? 'POST' : 'GET',
        path,
        headers: { ...json, ...odd },
        body: path === '/graphql' ? Buffer.from('{"query":"{ __typename }"}') : null,
      },
    }));

  return fc.oneof(
    { weight: 30, arbitrary: generated },
    { weight: 15, arbitrary: webOperation },
    { weight: 12, arbitrary: pathological },
    { weight: 10, arbitrary: shape },
    { weight: 10, arbitrary: body },
    { weight: 6, arbitrary: method },
    { weight: 8, arbitrary: rest },
    { weight: 5, arbitrary: webhook },
    { weight: 4, arbitrary: headers },
    { weight: 3, arbitrary: raw },
  );
}

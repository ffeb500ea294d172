import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { jsonMutation, type JsonMutation, mutate } from './json-mutations';
import { type JsonPath, type JsonTree, treeOf, writeTree } from './json-tree';

/** What is done to one answer of TikTok: to its JSON, then to its bytes, then to its envelope. */
export interface AnswerPlan {
  mutations: readonly JsonMutation[];
  damage: Damage;
  status: number;
  headers: Record<string, string>;
}

export interface HostileAnswer {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array<ArrayBuffer>;
  /** The same as whoever reads it right finds it. */
  text: string;
  /** Places of the JSON that were changed; null where its bytes were, and nothing is left to rely on. */
  changedPaths: readonly JsonPath[] | null;
}

type Damage =
  | { kind: 'none' }
  | { kind: 'truncate'; share: number }
  | { kind: 'insert'; share: number; bytes: readonly number[] }
  | { kind: 'utf16' | 'latin1' | 'bom' | 'doubled' | 'prefixed' | 'empty' | 'html' | 'blank' | 'huge' }
  /** Compressed, and said so or not; with `isBroken` the last bytes are missing. */
  | { kind: 'compressed'; by: 'gzip' | 'deflate' | 'br'; isSaid: boolean; isBroken: boolean };

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 20, arbitrary: fc.constant<Damage>({ kind: 'none' }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('truncate' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'utf16' as const,
        'latin1' as const,
        'bom' as const,
        'doubled' as const,
        'prefixed' as const,
        'empty' as const,
        'html' as const,
        'blank' as const,
        'huge' as const,
      )
      .map((kind): Damage => ({ kind })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('compressed' as const),
      by: fc.constantFrom('gzip' as const, 'deflate' as const, 'br' as const),
      isSaid: fc.boolean(),
      isBroken: fc.boolean(),
    }),
  },
);

const headers: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom('content-type', 'retry-after', 'x-tt-logid', 'location', 'x-ratelimit-remaining', 'set-cookie'),
  // A time to wait that would be obeyed is left out: the tests would wait too.
  fc.constantFrom(
    '',
    '0',
    '-1',
    'soon',
    '1e9',
    'application/json',
    'text/html; charset=utf-16',
    'a=b; Path=/',
    '<script>',
    'é',
    '0123456789ABCDEF',
    'x'.repeat(500),
  ),
  { maxKeys: 2 },
);

export const answerPlan: fc.Arbitrary<AnswerPlan> = fc.record({
  mutations: fc.array(jsonMutation, { maxLength: 4 }),
  damage,
  status: fc.oneof(
    { weight: 12, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.constantFrom(201, 206, 302, 400, 401, 403, 404, 418, 429, 500, 502, 503, 599) },
  ),
  headers,
});

export function makeAnswer(recorded: unknown, plan: AnswerPlan): HostileAnswer {
  let tree: JsonTree = treeOf(recorded);
  const changedPaths: JsonPath[] = [];
  for (const mutation of plan.mutations) {
    const mutated = mutate(tree, mutation);
    tree = mutated.tree;
    changedPaths.push(mutated.path);
  }
  const text = writeTree(tree);
  const { bytes, encoding } = damaged(text, plan.damage);
  return {
    status: plan.status,
    headers: { 'content-type': 'application/json', ...plan.headers, ...(encoding && { 'content-encoding': encoding }) },
    bytes: new Uint8Array(bytes),
    text: plan.damage.kind === 'compressed' ? text : new TextDecoder().decode(bytes),
    changedPaths: plan.damage.kind === 'none' ? changedPaths : null,
  };
}

function damaged(text: string, damage: Damage): { bytes: Buffer; encoding?: string } {
  const bytes = Buffer.from(text);
  switch (damage.kind) {
    case 'none':
      return { bytes };
    case 'truncate':
      return { bytes: bytes.subarray(0, Math.floor(bytes.length * damage.share)) };
    case 'insert': {
      const at = Math.floor(bytes.length * damage.share);
      return { bytes: Buffer.concat([bytes.subarray(0, at), Buffer.from(damage.bytes), bytes.subarray(at)]) };
    }
    case 'utf16':
      return { bytes: Buffer.from(text, 'utf16le') };
    case 'latin1':
      return { bytes: Buffer.from(text, 'latin1') };
    case 'bom':
      return { bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) };
    case 'doubled':
      return { bytes: Buffer.concat([bytes, bytes]) };
    case 'prefixed':
      return { bytes: Buffer.concat([Buffer.from(")]}',\n"), bytes]) };
    case 'empty':
      return { bytes: Buffer.alloc(0) };
    case 'html':
      return { bytes: Buffer.from('<!doctype html><title>502 Bad Gateway</title>') };
    case 'blank':
      return { bytes: Buffer.alloc(100_000, ' ') };
    case 'huge':
      return { bytes: Buffer.concat([bytes, Buffer.alloc(6_000_000, ' ')]) };
    case 'compressed': {
      const packed = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[damage.by](bytes);
      return {
        bytes: damage.isBroken ? packed.subarray(0, packed.length - 5) : packed,
        encoding: damage.isSaid ? damage.by : undefined,
      };
    }
  }
}

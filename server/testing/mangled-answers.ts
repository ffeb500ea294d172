import type { Endpoint } from './faulty-proxy';

export type Mangling = 'wrong-types' | 'one-odd-entry' | 'missing-fields' | 'unknown-fields';
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const tenMegabytes = 10_000_000;

/** Answers whose form is not the one promised. A picture stays as it is: there is no form to change. */
export const manglers: Record<Mangling, (body: Buffer, endpoint: Endpoint | null) => Buffer> = {
  'wrong-types': (body) => changed(body, (json) => withoutVerdict(json, spoilt)),
  'one-odd-entry': (body) =>
    changed(body, (json) => {
      const videos = at(json, 'data', 'videos');
      if (Array.isArray(videos)) videos[1] = spoilt(videos[1] ?? null);
      return json;
    }),
  'missing-fields': (body, endpoint) => changed(body, (json) => withoutVerdict(json, (value) => bare(value, endpoint))),
  'unknown-fields': (body) => {
    const json = parse(body);
    if (json === undefined) return body;
    const text = JSON.stringify(json).replaceAll(/\{(?=")/g, '{"a_later_field":{"deep":[1,null]},"__proto__":{"isAdmin":true},');
    return Buffer.from(text);
  },
};

/** The same answer, ten megabytes long. */
export function padded(body: Buffer, type: string): Buffer {
  const json = parse(body);
  if (type.startsWith('image/') || typeof json !== 'object') return Buffer.concat([body, Buffer.alloc(tenMegabytes)]);
  return Buffer.from(JSON.stringify({ ...json, padding: 'x'.repeat(tenMegabytes) }));
}

function changed(body: Buffer, change: (json: Json) => Json): Buffer {
  const json = parse(body);
  return json === undefined ? body : Buffer.from(JSON.stringify(change(json)));
}

function parse(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString()) as Json;
  } catch {
    // A picture.
    return undefined;
  }
}

/** TikTok's own word on how a call went stays readable: it is what makes the rest look right. */
function withoutVerdict(json: Json, change: (value: Json) => Json): Json {
  if (!isRecord(json)) return change(json);
  const { error, ...rest } = json;
  return { ...(change(rest) as object), ...(error !== undefined && { error }) };
}

function spoilt(value: Json): Json {
  if (Array.isArray(value)) return value.map(spoilt);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoilt(inner)]));
  return typeof value === 'string' ? { wrong: true } : typeof value === 'number' ? 'many' : [];
}

/** What remains of an answer in which only what names a thing is left. */
function bare(json: Json, endpoint: Endpoint | null): Json {
  if (!isRecord(json)) return json;
  if (endpoint === 'exchange' || endpoint === 'refresh') return only(json, 'open_id', 'access_token');
  if (endpoint === 'user') return { data: { user: only(at(json, 'data', 'user'), 'open_id') } };
  if (endpoint === 'list' || endpoint === 'query') {
    const data = at(json, 'data');
    const videos = at(data, 'videos');
    return {
      data: { ...(isRecord(data) ? data : {}), videos: Array.isArray(videos) ? videos.map((video) => only(video, 'id')) : [] },
    };
  }
  if (endpoint === 'model') return only(json, 'id', 'object', 'model');
  return endpoint === 'oembed' ? only(json, 'version', 'type') : {};
}

function only(json: Json | undefined, ...names: string[]): Json {
  return isRecord(json) ? Object.fromEntries(Object.entries(json).filter(([name]) => names.includes(name))) : {};
}

function at(json: Json | undefined, ...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, name) => (isRecord(value) ? value[name] : undefined), json);
}

function isRecord(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** Bodies that are expensive to unpack, or that say something else than they are. */
export function bodies(plain: unknown): Buffer[] {
  const text = JSON.stringify(plain);
  return [
    Buffer.alloc(0),
    Buffer.from(text),
    gzipSync(text),
    deflateSync(text),
    brotliCompressSync(text),
    gzipSync(text).subarray(0, 30),
    // 30 MB of blanks in 30 KB, and the same packed twice.
    gzipSync(Buffer.alloc(30_000_000, ' ')),
    gzipSync(gzipSync(Buffer.alloc(30_000_000, ' '))),
    deflateSync(Buffer.alloc(30_000_000, ' ')),
    brotliCompressSync(Buffer.alloc(30_000_000, ' ')),
    Buffer.from(text, 'utf16le'),
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
    Buffer.from(`query=${encodeURIComponent('{ __typename }')}`),
    Buffer.from('--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--\r\n'),
    Buffer.alloc(1_000_001, '{'),
    Buffer.alloc(999_999, '['),
  ];
}

/** What need not be HTTP. */
export const rawRequests = [
  'GET /graphql HTTP/9.9\r\nhost: a\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: -5\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999999999999\r\n\r\nx',
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\nx-graphql-yoga-csrf: 1\r\n\r\n{"query"',
  'POST /graphql HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx',
  'POST /api/tiktok/auth HTTP/1.1\r\nhost: a\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc',
  `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: a\r\n${Array.from({ length: 3_000 }, (_, i) => `x${i}: y`).join('\r\n')}\r\n\r\n`,
  'GET /%ff%fe/%00/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'GET //evil.test/graphql HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'GET http://evil.test/graphql HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'GET * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'CONNECT evil.test:443 HTTP/1.1\r\nhost: evil.test:443\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: [::1\r\nconnection: close\r\n\r\n',
  'GET /graphql?query={__typename} HTTP/1.1\r\nhost: a b\r\naccept: application/json\r\nx-graphql-yoga-csrf: 1\r\nconnection: close\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: \r\ncontent-type: application/json\r\ncontent-length: 24\r\nconnection: close\r\n\r\n{"query":"{__typename}"}',
  'GET /graphql HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: x\r\nsec-websocket-version: 13\r\n\r\n',
  'GET / HTTP/1.1\nhost: a\n\n',
  '\r\n\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
].map((text) => Buffer.from(text, 'latin1')); // prettier-ignore

import { describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { createLogger } from '../logger';
import { answerUnexpected } from './answer-unexpected';
import { limitedBody, limitedForm } from './body-limit';
import { addressKey } from './client-address';
import { jsonDepth } from './json-depth';
import { requestGuards } from './request-guards';
import { isFromElsewhere } from './same-origin';

const publicUrl = 'https://crealia.test';
const logger = createLogger('silent');

describe('where a request comes from', () => {
  it.each<[string, string, Record<string, string>, boolean]>([
    ['a page of ours', 'POST', { 'sec-fetch-site': 'same-origin' }, false],
    ['the person’s own hand', 'POST', { 'sec-fetch-site': 'none' }, false],
    ['another site', 'POST', { 'sec-fetch-site': 'cross-site' }, true],
    ['a subdomain', 'POST', { 'sec-fetch-site': 'same-site' }, true],
    ['another site that names our origin too', 'POST', { 'sec-fetch-site': 'cross-site', origin: publicUrl }, true],
    ['our page in an older browser', 'POST', { origin: publicUrl, host: 'crealia.test' }, false],
    ['our page behind a proxy that changes the host', 'POST', { origin: publicUrl, host: '10.0.0.7:3000' }, false],
    ['our page under the machine’s own name', 'POST', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, false],
    ['another site in an older browser', 'POST', { origin: 'https://evil.test', host: 'crealia.test' }, true],
    ['a sandboxed frame', 'POST', { origin: 'null', host: 'crealia.test' }, true],
    ['no browser', 'POST', { host: 'crealia.test' }, false],
    ['another site that only reads', 'GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }, false],
    ['another site with a method of its own', 'DELETE', { 'sec-fetch-site': 'cross-site' }, true],
  ])('%s', (_case, method, headers, expected) => expect(isFromElsewhere({ method, headers }, publicUrl)).toBe(expected));
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  [undefined, 'unknown'],
])('the address %s counts as %s', (address, expected) => expect(addressKey(address)).toBe(expected));

it.each([
  ['1', 0],
  ['{"a":[1,{"b":2}]}', 3],
  ['"[[[["', 0],
  ['"\\"[[["', 0],
  ['[][][]', 1],
  ['['.repeat(100), 41],
])('the brackets of %s are %d deep', (text, depth) => expect(jsonDepth(Buffer.from(text), 40)).toBe(depth));

describe('every request', () => {
  const app = express();
  app.use(requestGuards({ publicUrl, limits: { urlLength: 200, answerMs: 50 }, logger }));
  app.get('/slow', (_request, response, next) => {
    setTimeout(() => {
      try {
        response.json({ late: true });
      } catch (error) {
        next(error);
      }
    }, 120);
  });
  app.get('/stream', (_request, response) => {
    response.type('text/event-stream').write('data: 1\n\n');
    setTimeout(() => response.end('data: 2\n\n'), 120);
  });
  app.get('/broken', () => {
    throw new Error('secret detail');
  });
  app.use('/graphql', limitedBody({ bodyBytes: 1_000, jsonDepth: 5 }), (_request, response) => void response.json({}));
  app.use('/api', limitedBody({ bodyBytes: 1_000, jsonDepth: 5 }), (_request, response) => void response.json({}));
  app.use(limitedForm({ formBytes: 1_000 }), (_request, response) => void response.send('page'));
  app.use(answerUnexpected(logger));

  it.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])('by %s is refused', async (method) => {
    const answer = await (supertest(app) as unknown as Record<string, (path: string) => supertest.Test>)[method.toLowerCase()]!(
      '/',
    );
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });

  it('has an address that is not too long', async () => {
    expect((await supertest(app).get(`/${'a'.repeat(199)}`)).status).toBe(200);
    expect((await supertest(app).get(`/${'a'.repeat(200)}`)).status).toBe(414);
    expect((await supertest(app).post(`/graphql?x=${'a'.repeat(200)}`)).body.errors[0].extensions.code).toBe('URI_TOO_LONG');
  });

  it.each(['/%E0%A4%A', '/%'])('has an address that can be read, unlike %s', async (path) => {
    expect((await supertest(app).get(path)).status).toBe(400);
  });

  it.each(['a b', 'x/y', '', 'user@host'])('names a host, unlike %j', async (host) => {
    expect((await supertest(app).get('/').set('host', host)).status).toBe(400);
  });

  it('from another site is refused before its body is read', async () => {
    const answer = await supertest(app).post('/api/x').set('sec-fetch-site', 'cross-site').send('{'.repeat(5_000));
    expect([answer.status, answer.body.error.code]).toEqual([403, 'CROSS_ORIGIN']);
  });

  it.each<[string, string]>([
    ['/api/x', 'error'],
    ['/graphql', 'errors'],
  ])('to %s has a body within bounds', async (path, shape) => {
    const send = (body: string) => supertest(app).post(path).type('json').send(body);
    expect((await send('{"a":[[[1]]]}')).status).toBe(200);
    const [large, deep] = [await send(`"${'x'.repeat(1_000)}"`), await send('[[[[[[1]]]]]]')];
    expect([large.status, deep.status]).toEqual([413, 400]);
    expect([Object.keys(large.body), Object.keys(deep.body)]).toEqual([[shape], [shape]]);
  });

  it('to a page has a form within bounds that says how long it is', async () => {
    const form = supertest(app).post('/connect').type('form');
    expect((await form.send(`a=${'x'.repeat(900)}`)).status).toBe(200);
    expect(
      (
        await supertest(app)
          .post('/connect')
          .type('form')
          .send(`a=${'x'.repeat(1_000)}`)
      ).status,
    ).toBe(413);
    const endless = supertest(app).post('/connect').set('transfer-encoding', 'chunked');
    endless.write('a=b');
    expect((await endless).status).toBe(411);
  });

  it('is told in one sentence when something breaks, and nothing of what', async () => {
    const answer = await supertest(app).get('/broken');
    expect([answer.status, answer.text]).toEqual([500, expect.stringMatching(/^Something went wrong here\./)]);
    expect(answer.text).not.toContain('secret detail');
  });

  it('gets an answer in time, or is told that it does not', async () => {
    const answer = await supertest(app).get('/slow');
    expect([answer.status, answer.headers['retry-after'], answer.text]).toEqual([
      503,
      '10',
      expect.stringContaining('Try again'),
    ]);
    expect((await supertest(app).get('/stream')).text).toBe('data: 1\n\ndata: 2\n\n');
  });
});

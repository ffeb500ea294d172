import express from 'express';
import supertest from 'supertest';
import { createMetrics } from './metrics';
import { metricsRoute, type MetricsRouteOptions } from './metrics-route';

const token = 'a-token-of-some-length';
const get = (options: Partial<MetricsRouteOptions>, headers: Record<string, string> = {}) =>
  supertest(express().use(metricsRoute({ metrics: createMetrics(), token: null, isProduction: false, ...options })))
    .get('/metrics')
    .set(headers);

describe('with a token', () => {
  it.each([
    ['the token', `Bearer ${token}`, 200],
    ['nothing', '', 401],
    ['another token', 'Bearer another-token-of-some', 401],
    ['a token that only begins alike', `Bearer ${token}x`, 401],
    ['the start of the token', 'Bearer a-token', 401],
    ['the token as a password', `Basic ${Buffer.from(`me:${token}`).toString('base64')}`, 401],
  ])('answers whoever shows %s', async (_name, authorization, status) => {
    for (const isProduction of [false, true]) {
      const response = await get({ token, isProduction }, { authorization });
      expect(response.status).toBe(status);
      expect(response.text).not.toContain(token);
      expect(response.headers['cache-control']).toBe('no-store');
    }
  });
});

describe('without a token', () => {
  it('answers programs on this machine', async () => {
    const response = await get({});
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.text).toContain('# TYPE crealia_http_requests_total counter');
  });

  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['forwarded', 'for=203.0.113.9'],
    ['x-real-ip', '203.0.113.9'],
    ['via', '1.1 proxy'],
    ['host', 'crealia.example'],
  ])('answers nobody who comes through something else (%s: %s)', async (name, value) => {
    expect((await get({}, { [name]: value })).status).toBe(404);
  });

  it('answers nobody in production, where the proxy is on this machine too', async () => {
    expect((await get({ isProduction: true })).status).toBe(404);
  });
});

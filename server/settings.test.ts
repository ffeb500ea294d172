import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from './project-root';
import { readSettings, settingNames, SettingsError } from './settings';

describe('settings', () => {
  let folder: string;
  let base: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crealia-settings-'));
    base = { DATABASE_URL: `file:${folder}/data/crealia.db` };
  });
  afterAll(() => rm(folder, { recursive: true }));

  const key = Buffer.alloc(32, 7).toString('base64');
  const production = { PUBLIC_URL: 'https://crealia.test', SESSION_SECRET: 'k'.repeat(32), TOKEN_ENCRYPTION_KEYS: `a:${key}` };

  it('needs nothing: the sandbox, statistics alone, and secrets made once beside the database', async () => {
    const first = readSettings(base);
    expect(first).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      isProduction: false,
      languageModel: null,
      sandbox: { port: 3900 },
    });
    expect(first.tiktok.apiUrl).toBe('http://localhost:3900');
    const second = readSettings(base);
    expect(second.sessionSecrets).toEqual(first.sessionSecrets);
    expect(second.encryptionKeys.keys()).toEqual(first.encryptionKeys.keys());
    expect((await stat(path.join(folder, 'data/session-secret'))).mode & 0o077).toBe(0);
  });

  it('talks to TikTok itself once both keys are there', () => {
    const settings = readSettings({ ...base, TIKTOK_CLIENT_KEY: 'key', TIKTOK_CLIENT_SECRET: 'secret' });
    expect(settings.sandbox).toBeNull();
    expect(settings.tiktok).toMatchObject({
      apiUrl: 'https://open.tiktokapis.com',
      redirectUri: 'http://localhost:3000/api/tiktok/auth/callback',
    });
  });

  it('moves every default address with PORT and PUBLIC_URL', () => {
    expect(readSettings({ ...base, PORT: '4100' }).tiktok.redirectUri).toBe('http://localhost:4100/api/tiktok/auth/callback');
    expect(readSettings({ ...base, ...production, PUBLIC_URL: 'https://crealia.test/' })).toMatchObject({
      publicUrl: 'https://crealia.test',
      isProduction: true,
    });
  });

  it.each<[string, unknown]>([
    ['', false],
    ['0', false],
    ['false', false],
    ['1', 1],
    ['loopback, 10.0.0.0/8 fd00::/8', ['loopback', '10.0.0.0/8', 'fd00::/8']],
  ])('believes proxies %j', (text, expected) => {
    expect(readSettings({ ...base, TRUST_PROXY: text }).trustProxy).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ...['true', '11', '-1', 'proxy.test', '10.0.0.0/33', '10.0.0.0/8/8', '0.0.0.0/0', ','].map(
      (text): [string, Record<string, string>, string[]] => [`proxies ${text}`, { TRUST_PROXY: text }, ['TRUST_PROXY']],
    ),
    ['half a TikTok app', { TIKTOK_CLIENT_KEY: 'key' }, ['TIKTOK_CLIENT_SECRET']],
    ['a model without its key', { OPENAI_MODEL: 'some-model' }, ['OPENAI_API_KEY']],
    ['half the prices of a model', { OPENAI_API_KEY: 'k', OPENAI_INPUT_PRICE: '0.4' }, ['OPENAI_OUTPUT_PRICE']],
    [
      'amounts that are none',
      { OPENAI_MONTHLY_TOKENS: '-1', OPENAI_MAX_OUTPUT_TOKENS: '10', OPENAI_INPUT_PRICE: 'cheap', OPENAI_OUTPUT_PRICE: '-2' },
      ['OPENAI_MONTHLY_TOKENS', 'OPENAI_MAX_OUTPUT_TOKENS', 'OPENAI_INPUT_PRICE', 'OPENAI_OUTPUT_PRICE'],
    ],
    ['production without secrets', { PUBLIC_URL: 'https://crealia.test' }, ['SESSION_SECRET', 'TOKEN_ENCRYPTION_KEYS']],
    ['an example secret in production', { ...production, SESSION_SECRET: `change-me-${'x'.repeat(30)}` }, ['SESSION_SECRET']],
    ['one of several secrets too short', { SESSION_SECRET: `${'k'.repeat(40)},short` }, ['SESSION_SECRET']],
    [
      'keys in two places',
      { TOKEN_ENCRYPTION_KEYS: `a:${key}`, TOKEN_ENCRYPTION_KEYS_FILE: 'keys' },
      ['TOKEN_ENCRYPTION_KEYS_FILE'],
    ],
    ['a file of keys that is not there', { TOKEN_ENCRYPTION_KEYS_FILE: '/nowhere/keys' }, ['/nowhere/keys cannot be read']],
    ['a key that is too short', { TOKEN_ENCRYPTION_KEYS: 'a:c2hvcnQ=' }, ['TOKEN_ENCRYPTION_KEYS']],
    ['a port that is a word, and a wrong address', { PORT: 'eighty', PUBLIC_URL: 'crealia' }, ['PORT', 'PUBLIC_URL']],
    ['a database that is not there yet', { DATABASE_URL: 'postgresql://localhost/crealia' }, ['DATABASE_URL']],
  ])('lists every problem at once: %s', (_case, environment, named) => {
    const read = () => readSettings({ ...base, ...environment });
    expect(read).toThrow(SettingsError);
    for (const name of named) expect(read).toThrow(name);
  });

  it.each([
    ['token-encryption-keys', '', 'is empty'],
    ['token-encryption-keys', 'generated:cut', 'must be id:base64'],
    ['session-secret', '', 'is empty or cut short'],
    ['session-secret', 'cut', 'is empty or cut short'],
  ])('refuses a kept file %s that says “%s”, and leaves it as it is', async (name, text, expected) => {
    const damaged = await mkdtemp(path.join(folder, 'damaged-'));
    await writeFile(path.join(damaged, name), text);
    const read = () => readSettings({ DATABASE_URL: `file:${damaged}/crealia.db` });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(`${name} ${expected}`);
    expect(await readFile(path.join(damaged, name), 'utf8')).toBe(text);
  });

  it('takes several session secrets, and keys from a file, in production too', async () => {
    const file = path.join(folder, 'keys-of-production');
    await writeFile(file, `b:${key},a:${Buffer.alloc(32, 8).toString('base64')}\n`);
    const rest = { PUBLIC_URL: production.PUBLIC_URL };
    const SESSION_SECRET = `${'n'.repeat(32)}, ${'o'.repeat(32)}`;
    const settings = readSettings({ ...base, ...rest, SESSION_SECRET, TOKEN_ENCRYPTION_KEYS_FILE: file });
    expect(settings.sessionSecrets).toEqual(['n'.repeat(32), 'o'.repeat(32)]);
    expect(settings.encryptionKeys.keys().map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('gives a model its limits and prices', () => {
    const limits = (environment: Record<string, string>) =>
      readSettings({ ...base, OPENAI_API_KEY: 'k', ...environment }).languageModel?.terms;
    expect(limits({})).toEqual({ maxOutputTokens: 25_000, monthlyTokens: 300_000, prices: null });
    expect(
      limits({
        OPENAI_MAX_OUTPUT_TOKENS: '8000',
        OPENAI_MONTHLY_TOKENS: '0',
        OPENAI_INPUT_PRICE: '0',
        OPENAI_OUTPUT_PRICE: '1.6',
      }),
    ).toEqual({ maxOutputTokens: 8_000, monthlyTokens: 0, prices: { input: 0, output: 1.6 } });
  });

  it('treats an empty setting as unset, as .env files leave them', () => {
    expect(readSettings({ ...base, TIKTOK_CLIENT_KEY: '', OPENAI_API_KEY: '' })).toMatchObject({ languageModel: null });
  });

  it('has every setting, and no other, in .env.example', async () => {
    const example = await readFile(path.join(projectRoot, '.env.example'), 'utf8');
    const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...settingNames].sort());
  });
});

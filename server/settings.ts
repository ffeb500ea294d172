import path from 'node:path';
import { z } from 'zod';
import type { KeySource } from './connections/encryption-keys';
import { parseTrustProxy, type TrustProxy } from './http/trust-proxy';
import type { LanguageModelTerms } from './language-model/language-model';
import { projectRoot } from './project-root';
import { readEncryptionKeys, readSessionSecrets } from './secret-settings';
import { defaultSandboxPort, sandboxClientKey, sandboxClientSecret } from './sandbox/defaults';

/** Everything the environment decides. An optional integration is whole or null, never half. */
export interface Settings {
  port: number;
  /** Without a trailing slash. */
  publicUrl: string;
  /** `publicUrl` is https: secure cookies, HSTS, no generated secrets. */
  isProduction: boolean;
  /** Whose word is taken for the address of a request: the proxies in front, none by default. */
  trustProxy: TrustProxy;
  logLevel: string;
  databaseFile: string;
  /** The first signs, all are accepted. */
  sessionSecrets: string[];
  encryptionKeys: KeySource;
  tiktok: TikTokSettings;
  /** The stand-in for TikTok, run by this process; null with real keys. */
  sandbox: { port: number; stateFile: string } | null;
  languageModel: LanguageModelSettings | null;
  /** Pictures kept on disk: where, and how much room they may take. */
  media: { folder: string; maxBytes: number };
  /** Whoever shows it may read /metrics; null: see metricsRoute. */
  metricsToken: string | null;
}

export interface LanguageModelSettings {
  apiKey: string;
  baseUrl: string | null;
  model: string;
  timeoutMs: number;
  terms: LanguageModelTerms;
}

export interface TikTokSettings {
  clientKey: string;
  clientSecret: string;
  redirectUri: string;
  authorizeUrl: string;
  apiUrl: string;
  oembedUrl: string;
  mediaHosts: string[];
}

/** Every problem of the environment, in one message for the operator. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee .env.example for each setting.`,
    );
  }
}

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsUnset, schema.optional());
const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65535, 'must be 0 to 65535');
const tokens = z.coerce.number('must be a number of tokens').int('must be a whole number of tokens');
const price = z.coerce
  .number('must be a number of US dollars per million tokens, such as 0.40')
  .min(0, 'must be 0 or more US dollars per million tokens')
  .max(10_000, 'must be US dollars per million tokens, 10000 at most');
const url = z.url({ protocol: /^https?$/, error: 'must be a full URL such as https://crealia.example' });

const environmentSchema = z.object({
  PORT: optional(port),
  PUBLIC_URL: optional(url),
  TRUST_PROXY: optional(z.string()),
  LOG_LEVEL: optional(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    ),
  ),
  DATABASE_URL: optional(
    z.string().regex(/^file:./, 'must be file:PATH (PostgreSQL is on the growth path, not in this version)'),
  ),
  TIKTOK_CLIENT_KEY: optional(z.string()),
  TIKTOK_CLIENT_SECRET: optional(z.string()),
  TIKTOK_REDIRECT_URI: optional(url),
  TIKTOK_AUTHORIZE_URL: optional(url),
  TIKTOK_API_URL: optional(url),
  TIKTOK_OEMBED_URL: optional(url),
  TIKTOK_MEDIA_HOSTS: optional(z.string()),
  MEDIA_CACHE_MEGABYTES: optional(
    z.coerce.number('must be a number of megabytes').min(1, 'must be 1 at least').max(1_000_000, 'must be 1000000 at most'),
  ),
  SANDBOX_PORT: optional(port),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(url),
  OPENAI_MODEL: optional(z.string()),
  OPENAI_TIMEOUT_SECONDS: optional(
    z.coerce.number('must be a number of seconds').positive('must be more than 0').max(300, 'must be 300 at most'),
  ),
  OPENAI_MAX_OUTPUT_TOKENS: optional(tokens.min(1_000, 'must be 1000 at least').max(200_000, 'must be 200000 at most')),
  OPENAI_MONTHLY_TOKENS: optional(tokens.min(0, 'must be 0 or more').max(1_000_000_000, 'must be 1000000000 at most')),
  OPENAI_INPUT_PRICE: optional(price),
  OPENAI_OUTPUT_PRICE: optional(price),
  METRICS_TOKEN: optional(z.string().min(16, 'must have 16 characters at least')),
  TOKEN_ENCRYPTION_KEYS: optional(z.string()),
  TOKEN_ENCRYPTION_KEYS_FILE: optional(z.string()),
  SESSION_SECRET: optional(z.string()),
});

type Environment = z.infer<typeof environmentSchema>;

/** Names of all settings; .env.example lists the same ones (a test compares). */
export const settingNames = Object.keys(environmentSchema.shape);

/** @throws SettingsError with every problem at once. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const env = parseEnvironment(environment);
  const problems: string[] = [];

  const listenPort = env.PORT ?? 3000;
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${listenPort}`).replace(/\/+$/, '');
  const isProduction = publicUrl.startsWith('https://');
  const databaseFile = toDatabaseFile(env);
  const secretsFolder = path.dirname(databaseFile);

  const isSandbox = !env.TIKTOK_CLIENT_KEY && !env.TIKTOK_CLIENT_SECRET;
  if (Boolean(env.TIKTOK_CLIENT_KEY) !== Boolean(env.TIKTOK_CLIENT_SECRET)) {
    problems.push('TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET go together: set both for TikTok, or neither for the sandbox.');
  }
  checkLanguageModel(env, problems);
  const trustProxy = parseTrustProxy(env.TRUST_PROXY);
  if (trustProxy === null)
    problems.push('TRUST_PROXY must be the number of proxies in front, or their addresses: 1, loopback, 10.0.0.0/8 or the like.');
  const place = { isProduction, folder: secretsFolder, problems };
  const sessionSecrets = readSessionSecrets(env.SESSION_SECRET, place);
  const encryptionKeys = readEncryptionKeys({ list: env.TOKEN_ENCRYPTION_KEYS, file: env.TOKEN_ENCRYPTION_KEYS_FILE }, place);
  if (problems.length > 0 || !encryptionKeys || trustProxy === null) throw new SettingsError(problems);

  return {
    port: listenPort,
    publicUrl,
    isProduction,
    trustProxy,
    logLevel: env.LOG_LEVEL ?? 'info',
    databaseFile,
    sessionSecrets,
    encryptionKeys,
    tiktok: tiktokSettings(env, publicUrl, isSandbox),
    sandbox: isSandbox
      ? { port: env.SANDBOX_PORT ?? defaultSandboxPort, stateFile: path.join(secretsFolder, 'sandbox.json') }
      : null,
    languageModel: languageModelSettings(env),
    media: { folder: path.join(secretsFolder, 'media'), maxBytes: (env.MEDIA_CACHE_MEGABYTES ?? 500) * 1_000_000 },
    metricsToken: env.METRICS_TOKEN ?? null,
  };
}

/** Where the database lies, for programs that need nothing else. @throws SettingsError */
export function readDatabaseFile(environment: Record<string, string | undefined>): string {
  return toDatabaseFile(parseEnvironment(environment));
}

function toDatabaseFile(env: Environment): string {
  return path.resolve(projectRoot, (env.DATABASE_URL ?? 'file:./data/crealia.db').slice('file:'.length));
}

/** The language model alone, for programs that need nothing else. @throws SettingsError */
export function readLanguageModelSettings(environment: Record<string, string | undefined>): LanguageModelSettings | null {
  const problems: string[] = [];
  const env = parseEnvironment(environment);
  checkLanguageModel(env, problems);
  if (problems.length > 0) throw new SettingsError(problems);
  return languageModelSettings(env);
}

function parseEnvironment(environment: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`));
}

function checkLanguageModel(env: Environment, problems: string[]): void {
  if (!env.OPENAI_API_KEY && (env.OPENAI_BASE_URL || env.OPENAI_MODEL)) {
    problems.push('OPENAI_BASE_URL and OPENAI_MODEL need OPENAI_API_KEY: set it, or leave all three out for statistics alone.');
  }
  if ((env.OPENAI_INPUT_PRICE === undefined) !== (env.OPENAI_OUTPUT_PRICE === undefined)) {
    problems.push('OPENAI_INPUT_PRICE and OPENAI_OUTPUT_PRICE go together: set both for costs, or neither.');
  }
}

function languageModelSettings(env: Environment): LanguageModelSettings | null {
  if (!env.OPENAI_API_KEY) return null;
  const { OPENAI_INPUT_PRICE: input, OPENAI_OUTPUT_PRICE: output } = env;
  return {
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL ?? null,
    model: env.OPENAI_MODEL ?? 'gpt-4.1-mini',
    timeoutMs: (env.OPENAI_TIMEOUT_SECONDS ?? 60) * 1000,
    terms: {
      // OpenAI advises to leave 25,000 tokens for reasoning and answer when starting with a reasoning model.
      maxOutputTokens: env.OPENAI_MAX_OUTPUT_TOKENS ?? 25_000,
      monthlyTokens: env.OPENAI_MONTHLY_TOKENS ?? 300_000,
      prices: input === undefined || output === undefined ? null : { input, output },
    },
  };
}

function tiktokSettings(env: Environment, publicUrl: string, isSandbox: boolean): TikTokSettings {
  const sandboxUrl = `http://localhost:${env.SANDBOX_PORT ?? defaultSandboxPort}`;
  return {
    clientKey: env.TIKTOK_CLIENT_KEY ?? sandboxClientKey,
    clientSecret: env.TIKTOK_CLIENT_SECRET ?? sandboxClientSecret,
    redirectUri: env.TIKTOK_REDIRECT_URI ?? `${publicUrl}/api/tiktok/auth/callback`,
    authorizeUrl:
      env.TIKTOK_AUTHORIZE_URL ?? (isSandbox ? `${sandboxUrl}/v2/auth/authorize/` : 'https://www.tiktok.com/v2/auth/authorize/'),
    apiUrl: (env.TIKTOK_API_URL ?? (isSandbox ? sandboxUrl : 'https://open.tiktokapis.com')).replace(/\/+$/, ''),
    oembedUrl: env.TIKTOK_OEMBED_URL ?? (isSandbox ? `${sandboxUrl}/oembed` : 'https://www.tiktok.com/oembed'),
    mediaHosts:
      env.TIKTOK_MEDIA_HOSTS?.split(/[\s,]+/).filter(Boolean) ?? (isSandbox ? [new URL(sandboxUrl).host] : tiktokMediaHosts),
  };
}

/** Where TikTok's signed pictures come from; a leading dot stands for every subdomain. */
const tiktokMediaHosts = ['.tiktokcdn.com', '.tiktokcdn-us.com', '.tiktokcdn-eu.com'];

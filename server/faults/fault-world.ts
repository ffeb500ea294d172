import type { Database } from '../db/database';
import { passTimeJobKind } from '../demonstration/let-days-pass';
import type { TikTokClient } from '../tiktok/client';
import { type FaultyProxy, startFaultyProxy, unknownHost } from '../testing/faulty-proxy';
import { startLanguageModelStub, type LanguageModelStub } from '../testing/language-model-stub';
import { authorizeInSandbox, connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { waitFor } from '../testing/wait-for';
import { createOpenAiModel } from '../language-model/openai-model';
import type { LanguageModel } from '../language-model/language-model';
import { createLogger } from '../logger';
import { policyVersion } from '../users/policy';

/** The faults' own clock: the data's and the sandbox's time stands still while only the queue's moves on to the next try. */
export interface Time {
  data: number;
  system: number;
}

export interface Person {
  creator: string;
  openId: string;
  browser: TestBrowser;
  /** Global id; empty before the account is connected. */
  connectionId: string;
}

/** One server with its own sandbox of the same creators: the one that is disturbed, or the one that never is. */
export interface Side {
  test: TestApp;
  /** Runs what is due until nothing is. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export interface FaultWorld {
  time: Time;
  proxy: FaultyProxy;
  languageModelStub: LanguageModelStub;
  disturbed: Side;
  undisturbed: Side;
  /** As the client asks for it: small, so that a few videos make several pages. */
  setPageSize(size: number): void;
  /** Sounds are looked up over HTTP only while they are what is tried. */
  setAsksForSounds(isAsking: boolean): void;
  setModelHost(host: 'known' | 'unknown'): void;
  close(): Promise<void>;
}

/** Long enough for a machine that is busy: what hangs is waited for at the same time as everything else. */
const timeoutMs = 8_000;
const foundedAt = Date.UTC(2026, 10, 2, 9, 30);

export async function createFaultWorld(): Promise<FaultWorld> {
  const time: Time = { data: foundedAt, system: foundedAt };
  const proxy = await startFaultyProxy();
  const languageModelStub = await startLanguageModelStub();
  let pageSize = 5;
  let isAskingForSounds = false;
  let modelHost: 'known' | 'unknown' = 'known';
  const wrapTikTok = (client: TikTokClient): TikTokClient => ({
    ...client,
    listVideos: (token, input) => client.listVideos(token, { ...input, maxCount: pageSize }),
    getEmbed: async (shareUrl) => (isAskingForSounds ? client.getEmbed(shareUrl) : null),
  });
  const models = {
    known: createModel(`${proxy.origin}/v1`),
    unknown: createModel(`http://${unknownHost}/v1`),
  };
  const { name, terms } = models.known;
  const languageModel: LanguageModel = {
    name,
    terms,
    complete: (request, signal) => models[modelHost].complete(request, signal),
  };
  const clientLimits = { timeoutMs, retry: { maxRetries: 0 } };
  const common = { time: () => time.data, systemNow: () => new Date(time.system), sandboxPublicUrl: proxy.origin, wrapTikTok };
  const disturbed = await createTestApp({
    ...common,
    languageModel,
    client: { ...clientLimits, apiUrl: proxy.origin, oembedUrl: `${proxy.origin}/oembed`, fetch: proxy.fetch },
    mediaHosts: [unknownHost],
    pictureLimits: { firstByteMs: timeoutMs, timeoutMs },
  });
  const undisturbed = await createTestApp({ ...common, client: clientLimits });
  for (const { db } of [disturbed, undisturbed]) keepFromAnalysing(db);
  proxy.upstream = { sandbox: disturbed.sandbox.url, languageModel: new URL(languageModelStub.baseUrl).origin };

  return {
    time,
    proxy,
    languageModelStub,
    disturbed: toSide(disturbed, time),
    undisturbed: toSide(undisturbed, time),
    setPageSize: (size) => (pageSize = size),
    setAsksForSounds: (isAsking) => (isAskingForSounds = isAsking),
    setModelHost: (host) => (modelHost = host),
    async close() {
      await Promise.all([disturbed.close(), undisturbed.close(), languageModelStub.close()]);
      await proxy.close();
    },
  };
}

/** While days are being let pass nothing is analysed after a sync; here they never begin to pass. It saves two thirds of the time. */
function keepFromAnalysing({ sqlite }: Database): void {
  sqlite
    .prepare(`INSERT INTO Job (id, kind, key, payload, runAt, createdAt) VALUES (@kind, @kind, @kind, @payload, @never, 0)`)
    .run({
      kind: passTimeJobKind,
      payload: JSON.stringify({ from: new Date(0), until: new Date(0) }),
      never: Number.MAX_SAFE_INTEGER,
    });
}

function createModel(baseUrl: string): LanguageModel {
  return createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl,
    model: 'stub-1',
    terms: { maxOutputTokens: 25_000, monthlyTokens: 100_000_000, prices: null },
    timeoutMs,
    retries: 0,
    logger: createLogger('silent'),
  });
}

function toSide(test: TestApp, time: Time): Side {
  const due = test.db.sqlite
    .prepare<[number], number>('SELECT count(*) FROM Job WHERE failedAt IS NULL AND (runAt <= ? OR leasedBy IS NOT NULL)')
    .pluck();
  return {
    test,
    async drain() {
      test.app.jobs.start();
      await waitFor(() => due.get(time.system) === 0, 60_000);
      await test.app.jobs.stop();
    },
    close: () => test.close(),
  };
}

/** What connecting answered. */
export interface ConnectAnswer {
  __typename: string;
  message?: string;
  connection?: { id: string };
}

/** Consents and lets the creator say yes; `beforeReturning` happens while the browser is on its way back with the code. */
export async function connect(
  { test }: Side,
  { browser, creator }: Pick<Person, 'browser' | 'creator'>,
  beforeReturning: (code: string) => unknown,
): Promise<ConnectAnswer> {
  const { startTikTokAuthorization } = await browser.query<{ startTikTokAuthorization: { authorizeUrl: string } }>(
    `mutation ($input: StartTikTokAuthorizationInput!) {
      startTikTokAuthorization(input: $input) { ... on StartTikTokAuthorizationSuccess { authorizeUrl } }
    }`,
    { input: { consents: ['ACCOUNT_ANALYTICS'], policyVersion } },
  );
  const redirect = await authorizeInSandbox(test.sandbox, { creator, authorizeUrl: startTikTokAuthorization.authorizeUrl });
  const code = redirect.searchParams.get('code') ?? '';
  await beforeReturning(code);
  const { connectTikTok } = await browser.query<{ connectTikTok: ConnectAnswer }>(
    `mutation ($input: ConnectTikTokInput!) {
      connectTikTok(input: $input) { __typename ... on ConnectTikTokSuccess { connection { id } } ... on Error { message } }
    }`,
    { input: { code, state: redirect.searchParams.get('state') } },
  );
  return connectTikTok;
}

/** Connects the person's account again, as the message told them to. */
export async function connectAgain({ test }: Side, person: Person): Promise<void> {
  person.connectionId = await connectCreator(person.browser, test.sandbox, person.creator);
}

import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import type { ServerProcess } from '../../server/testing/server-process';
import { en } from '../i18n/en';
import { fr, type Texts } from '../i18n/fr';
import type { Language } from '../i18n/languages';

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

export interface VisitOptions {
  /** What the browser asks for. */
  language?: Language;
  isPhone?: boolean;
  javaScriptEnabled?: boolean;
  storageState?: BrowserContextOptions['storageState'];
}

/** One person's browser on the product. */
export interface Visit {
  server: ServerProcess;
  context: BrowserContext;
  page: Page;
  language: Language;
  words: Texts;
  /** An answer that this test provokes on purpose; every other one from 400 on is a trouble. */
  expectStatus(status: number, pathname: string): void;
  /** Console errors, page errors, failed requests, refusals and requests to foreign hosts so far; empty in a good visit. */
  troubles(): string[];
}

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
const waitAtMostMs = 15_000;

export async function openVisit(browser: Browser, server: ServerProcess, options: VisitOptions): Promise<Visit> {
  const { language = 'fr', isPhone = false, javaScriptEnabled = true, storageState } = options;
  const context = await browser.newContext({
    viewport: isPhone ? phone : desktop,
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: locales[language],
    timezoneId: 'Europe/Paris',
    javaScriptEnabled,
    storageState,
    baseURL: server.url,
  });
  context.setDefaultTimeout(waitAtMostMs);
  const watch = watchForTroubles(context, server, javaScriptEnabled);
  return { server, context, page: await context.newPage(), language, words: language === 'fr' ? fr : en, ...watch };
}

function watchForTroubles(
  context: BrowserContext,
  server: ServerProcess,
  hasScript: boolean,
): Pick<Visit, 'expectStatus' | 'troubles'> {
  const found: string[] = [];
  const expected = new Set<string>();
  // Remix asks for a page's data at its address with `.data`.
  const keyOf = (status: number, url: string) => `${status} ${new URL(url).pathname.replace(/\.data$/, '')}`;
  const hosts = [server.url, server.sandboxUrl].map((url) => new URL(url).host);

  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const status = refusedStatus(message);
    // Chromium writes its own line for each refusal; those that are meant are known by status and address.
    if (status !== null && expected.has(keyOf(status, message.location().url))) return;
    found.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => found.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !hosts.includes(host)) found.push(`foreign host: ${request.url()}`);
    // TikTok's stand-in is visited, as TikTok is; its data never reaches a page of ours directly.
    const isFromOurPage = !request.isNavigationRequest() && request.frame().url().startsWith(`${server.url}/`);
    if (isFromOurPage && request.url().startsWith(server.sandboxUrl)) found.push(`straight to TikTok: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What was still loading when the person went on to another page.
    if (reason === 'net::ERR_ABORTED') return;
    // Without JavaScript Chromium refuses every script before it is asked for, and calls it so.
    if (!hasScript && reason === 'csp' && request.url().endsWith('.js')) return;
    found.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() < 400 || expected.has(keyOf(response.status(), response.url()))) return;
    found.push(`refused: ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return {
    expectStatus: (status, pathname) => void expected.add(`${status} ${pathname}`),
    troubles: () => [...found],
  };
}

function refusedStatus(message: ConsoleMessage): number | null {
  const match = /^Failed to load resource: the server responded with a status of (\d{3})/.exec(message.text());
  return match ? Number(match[1]) : null;
}

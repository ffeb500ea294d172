import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../server/project-root';
import { freePort, type ServerProcess, startServerProcess } from '../server/testing/server-process';

/** A sandbox creator of some 300 videos with an effect planted in one series, so that there is something to find. */
const creator = 'Papier plié';
const daysOfReadings = 14;
/** As many as the video page draws at most. */
const drawnReadings = 100;
const withinMs = 180_000;
const folder = path.join(projectRoot, 'docs/screenshots');
const paris = { timezoneId: 'Europe/Paris', reducedMotion: 'reduce' } as const;
const desktop = { ...paris, viewport: { width: 1200, height: 800 } };
const phone = { ...paris, viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const say = (text: string) => process.stderr.write(`${text}\n`);

const data = await mkdtemp(path.join(os.tmpdir(), 'crealia-screenshots-'));
let server: ServerProcess | null = null;
let browser: Browser | null = null;
try {
  await mkdir(folder, { recursive: true });
  const [port, sandboxPort] = [await freePort(), await freePort()];
  server = await startServerProcess({ databaseFile: path.join(data, 'crealia.db'), port, sandboxPort });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  await takeAll(browser, server.url);
} finally {
  await browser?.close();
  await server?.stop();
  await rm(data, { recursive: true, force: true });
}

async function takeAll(chrome: Browser, baseURL: string): Promise<void> {
  const french = await openPage(chrome, { ...desktop, baseURL, locale: 'fr-FR' });
  await french.goto('/');
  await shoot(french, 'landing-fr');
  await connect(french);
  const connectionId = await waitForFirstSync(french);
  say(`letting ${daysOfReadings} days pass…`);
  await letDaysPass(french);
  await generate(french, connectionId);

  // Of 14 days of readings, 7 can be compared with the 7 before.
  await french.goto('/tiktok?period=7d');
  await shoot(french, 'dashboard-fr');
  await french.goto('/tiktok');
  await french.getByRole('heading', { name: 'Vues gagnées par jour' }).evaluate(showAtTop);
  await shoot(french, 'dashboard-charts-fr');
  await french.getByRole('heading', { name: 'Heures de publication' }).evaluate(showAtTop);
  await shoot(french, 'dashboard-posting-times-fr');
  await french.goto('/tiktok/recommendations');
  const first = french.getByRole('article').first();
  await first.getByText('Pourquoi').click();
  await first.evaluate(showAtTop);
  await shoot(french, 'recommendations-fr');

  const storageState = await french.context().storageState();
  await ask(french, 'mutation { updateSettings(input: { locale: EN }) { __typename } }');
  const english = await openPage(chrome, { ...phone, baseURL, storageState, locale: 'en-GB' });
  await english.goto('/tiktok?period=7d');
  await shoot(english, 'dashboard-phone-en');
  await english.getByRole('heading', { name: 'Hashtags' }).evaluate(showAtTop);
  await shoot(english, 'hashtags-phone-en');
  const dark = await openPage(chrome, { ...desktop, baseURL, storageState, locale: 'en-GB', colorScheme: 'dark' });
  await dark.goto(`/tiktok/videos/${await findVideoOfTheseDays(dark, connectionId)}`);
  await dark.getByRole('heading', { name: 'Growth curve' }).evaluate(showAtTop);
  await shoot(dark, 'video-dark-en');
}

async function openPage(chrome: Browser, options: BrowserContextOptions): Promise<Page> {
  return (await chrome.newContext(options)).newPage();
}

function showAtTop(element: Element): void {
  const { top } = (element.closest('section') ?? element).getBoundingClientRect();
  window.scrollBy(0, top - 16);
}

/** What the viewport shows, once its pictures are there. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  say(`${name}.png, ${Math.round((await stat(file)).size / 1024)} KB`);
}

/** Consent, the sandbox's authorize page, and back. */
async function connect(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Se connecter avec TikTok/ })
    .first()
    .click();
  await page.waitForURL(/\/connect/);
  await shoot(page, 'consent-fr');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /TikTok/ }).click();
  await page.waitForURL(/\/v2\/auth\/authorize/);
  await page.getByText(creator).first().click();
  await shoot(page, 'sandbox-authorize-fr');
  await page.getByRole('button', { name: 'Autoriser' }).click();
  await page.waitForURL(/\/tiktok/);
}

/** Asks GraphQL as the page's own person. */
async function ask<Data>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await page.request.post('/graphql', {
    headers: { 'x-graphql-yoga-csrf': '1' },
    data: { query, variables },
  });
  const answer = (await response.json()) as { data?: Data; errors?: unknown };
  if (answer.errors || !answer.data) throw new Error(`${JSON.stringify(answer)} for ${query}`);
  return answer.data;
}

/** Asks until there is an answer that is not null. */
async function waitFor<Value>(what: string, find: () => Promise<Value | null>): Promise<Value> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    const value = await find();
    if (value !== null) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Not within ${withinMs / 1000} s: ${what}.`);
}

function waitForFirstSync(page: Page): Promise<string> {
  const query = '{ viewer { tiktokConnections(first: 1) { nodes { id lastSyncedAt } } } }';
  return waitFor('the first sync', async () => {
    const { viewer } = await ask<{ viewer: { tiktokConnections: { nodes: { id: string; lastSyncedAt: string | null }[] } } }>(
      page,
      query,
    );
    const connection = viewer.tiktokConnections.nodes[0];
    return connection?.lastSyncedAt ? connection.id : null;
  });
}

async function letDaysPass(page: Page): Promise<void> {
  await ask(page, 'mutation ($days: Int!) { letDaysPass(input: { days: $days }) { __typename } }', { days: daysOfReadings });
  await waitFor('the days', async () => {
    const { instance } = await ask<{ instance: { passingTime: object | null } }>(page, '{ instance { passingTime { until } } }');
    return instance.passingTime === null ? true : null;
  });
}

async function generate(page: Page, connectionId: string): Promise<void> {
  const { generateRecommendations } = await ask<{ generateRecommendations: { generationRun: { id: string } } }>(
    page,
    `mutation ($id: ID!) {
      generateRecommendations(input: { connectionId: $id }) { ... on GenerateRecommendationsSuccess { generationRun { id } } }
    }`,
    { id: connectionId },
  );
  const { id } = generateRecommendations.generationRun;
  await waitFor('the recommendations', async () => {
    const { node } = await ask<{ node: { status: string } }>(
      page,
      'query ($id: ID!) { node(id: $id) { ... on GenerationRun { status } } }',
      { id },
    );
    if (node.status === 'FAILED') throw new Error('The recommendations could not be made.');
    return node.status === 'SUCCEEDED' ? true : null;
  });
}

/** The most viewed video that was published while the account was being read, and whose whole curve is drawn. */
async function findVideoOfTheseDays(page: Page, id: string): Promise<string> {
  interface Answer {
    instance: { now: string };
    node: {
      videos: { nodes: { id: string; publishedAt: string; viewCount: number | null; snapshots: { totalCount: number } }[] };
    };
  }
  const { instance, node } = await ask<Answer>(
    page,
    `query ($id: ID!) {
      instance { now }
      node(id: $id) { ... on TikTokConnection { videos(first: 40) { nodes { id publishedAt viewCount snapshots(first: 1) { totalCount } } } } }
    }`,
    { id },
  );
  const ageDays = (publishedAt: string) => (Date.parse(instance.now) - Date.parse(publishedAt)) / 86_400_000;
  const [best] = node.videos.nodes
    .filter(({ publishedAt, snapshots }) => ageDays(publishedAt) < daysOfReadings && snapshots.totalCount <= drawnReadings)
    .sort((a, b) => (b.viewCount ?? 0) - (a.viewCount ?? 0));
  if (!best) throw new Error(`${creator} published nothing in these days.`);
  return best.id;
}

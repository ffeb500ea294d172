import { createFormat } from '../i18n/format';
import { listSandboxCreators } from '../../server/testing/http-client';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { authorize, card, delayReadings, expectNoSideScroll, pattern, waitForFirstReading, waitForPictures } from './walk';

/** Both have an effect that was planted: there is something to recommend, and it is known of which type. */
const creators = {
  fr: { username: 'velo.du.matin', displayName: 'Vélo du matin', plantedType: 'TIMING', adviceCount: 1 },
  en: { username: 'papier.plie', displayName: 'Papier plié', plantedType: 'HASHTAGS', adviceCount: 3 },
} as const;

describeInBrowser('The main path', (product) => {
  it('goes from the landing page to an applied recommendation and a disconnected account, in French on a desktop', async () => {
    await walkTheMainPath(await product.visit());
  });

  it('goes the same way in English on a phone, with nothing sticking out at the side', async () => {
    await walkTheMainPath(await product.visit({ language: 'en', isPhone: true }));
  });

  it('keeps the language that was chosen on the page, whatever the browser asks for', async () => {
    const { page } = await product.visit({ language: 'fr' });
    await page.goto('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Connect with TikTok' }).waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Connect with TikTok' }).waitFor();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('link', { name: 'Se connecter avec TikTok' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });
});

async function walkTheMainPath(visit: Visit): Promise<void> {
  await consent(visit);
  await watchTheFirstReading(visit);
  await readTheDashboard(visit);
  await askForRecommendations(visit);
  await actOnRecommendations(visit);
  await disconnect(visit);
}

async function consent(visit: Visit): Promise<void> {
  const { page, words, language } = visit;
  await page.goto('/');
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  await page.getByText(words.demonstration.title).waitFor();
  await expectNoSideScroll(page);
  await page.getByRole('link', { name: words.landing.connect }).click();
  const agree = page.getByRole('checkbox', { name: words.connect.agree });
  await agree.waitFor();
  await expectNoSideScroll(page);

  // First the browser's own check, then, with it out of the way, ours.
  await page.getByRole('button', { name: words.connect.submit }).click();
  expect(await agree.evaluate((box: HTMLInputElement) => box.validationMessage)).not.toBe('');
  expect(new URL(page.url()).pathname).toBe('/connect');
  visit.expectStatus(400, '/connect');
  await agree.evaluate((box: HTMLInputElement) => box.form?.setAttribute('novalidate', ''));
  await page.getByRole('button', { name: words.connect.submit }).click();
  await page.getByRole('alert').getByText(words.notices.consentNeeded).waitFor();
  expect(new URL(page.url()).pathname).toBe('/connect');

  await agree.check();
  await page.getByRole('button', { name: words.connect.submit }).click();
  await page.waitForURL(`${visit.server.sandboxUrl}/**`);
  await expectNoSideScroll(page);
}

async function watchTheFirstReading(visit: Visit): Promise<void> {
  const { page, words } = visit;
  await delayReadings(visit);
  await authorize(visit, creators[visit.language].username);
  expect(new URL(page.url()).pathname).toBe('/tiktok');
  await page.getByRole('heading', { name: pattern(words.dashboard.firstSync.title) }).waitFor();
  await page.getByRole('progressbar').waitFor();
  await expectNoSideScroll(page);
  await waitForFirstReading(visit);
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
}

async function readTheDashboard({ page, words, language, server }: Visit): Promise<void> {
  const creator = creators[language];
  const format = createFormat(language, 'Europe/Paris');
  const known = (await listSandboxCreators(server.sandboxUrl)).find(({ username }) => username === creator.username);
  const account = page.getByRole('region', { name: creator.displayName });
  const videos = account.locator('div').filter({ has: page.getByText(words.dashboard.totals.videos, { exact: true }) });
  await videos.getByText(format.integer(known?.videoCount), { exact: true }).last().waitFor();
  const followers = account.locator('div').filter({ has: page.getByText(words.dashboard.totals.followers, { exact: true }) });
  expect(await followers.last().innerText()).toMatch(/\d/);

  await page.getByRole('heading', { name: words.dashboard.summaryTitle }).waitFor();
  const heatMap = page.getByRole('img', { name: pattern(words.charts.heatLabel) });
  expect(await heatMap.locator('rect[data-place]').count()).toBe(7 * 24);
  expect(await heatMap.locator('rect title').count()).toBeGreaterThan(10);

  const topVideos = card(page, words.dashboard.topVideos);
  const listed = await topVideos.getByRole('listitem').count();
  expect(listed).toBeGreaterThan(0);
  expect(await waitForPictures(topVideos)).toBe(listed);
  await expectNoSideScroll(page);
}

async function askForRecommendations({ page, words, language }: Visit): Promise<void> {
  await page.getByRole('heading', { name: words.dashboard.recommendationsTitle }).waitFor();
  await page.getByRole('button', { name: words.recommendations.generate }).click();
  await page.getByRole('status').getByText(words.notices.generationStarted).waitFor();
  const cards = page.getByRole('article');
  await cards.first().waitFor({ timeout: 30_000 });
  await expectNoSideScroll(page);
  await page.getByRole('link', { name: words.dashboard.allRecommendations }).click();
  await page.getByRole('heading', { level: 1, name: words.recommendations.title }).waitFor();
  expect(await cards.count()).toBe(creators[language].adviceCount);

  const planted = cards.filter({ hasText: words.recommendations.types[creators[language].plantedType] }).first();
  await planted.getByText(words.recommendations.why).click();
  await planted.getByText(words.evidence.chart).waitFor();
  await planted.getByText(pattern(words.evidence.interval)).first().waitFor();
  await planted.getByText(words.recommendations.supporting).waitFor();
  expect(await waitForPictures(planted)).toBeGreaterThan(0);
  await expectNoSideScroll(page);
}

async function actOnRecommendations({ page, words, language }: Visit): Promise<void> {
  const cards = page.getByRole('article');
  const planted = cards.filter({ hasText: words.recommendations.types[creators[language].plantedType] }).first();
  const title = await planted.getByRole('heading').innerText();
  await planted.getByRole('button', { name: words.recommendations.markApplied }).click();
  await planted.getByRole('status').getByText(words.notices.applied).waitFor();
  await page.reload();
  const applied = cards.filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await applied.getByText(pattern(words.recommendations.applied)).waitFor();
  expect(await applied.getByRole('button').count()).toBe(0);

  await page.getByRole('combobox', { name: words.recommendations.state }).selectOption('open');
  await page.getByRole('button', { name: words.recommendations.apply }).click();
  await page.waitForURL('**state=open*');
  await applied.waitFor({ state: 'detached' });
  // Hours are the only thing that is advised to one of them: nothing is left to dismiss.
  if (creators[language].adviceCount === 1) return;
  const unwanted = cards.first();
  const unwantedTitle = await unwanted.getByRole('heading').innerText();
  const others = (await cards.count()) - 1;
  await unwanted.getByRole('button', { name: words.recommendations.dismiss }).click();
  await cards.filter({ has: page.getByRole('heading', { name: unwantedTitle, exact: true }) }).waitFor({ state: 'detached' });
  expect(await cards.count()).toBe(others);
  await expectNoSideScroll(page);
}

async function disconnect({ page, words, server }: Visit): Promise<void> {
  await page.getByRole('link', { name: words.nav.settings, exact: true }).click();
  await page.getByText(words.settings.statuses.ACTIVE, { exact: true }).waitFor();
  await expectNoSideScroll(page);
  await page.locator('summary').filter({ hasText: words.settings.disconnect }).click();
  await page.getByText(pattern(words.settings.disconnectTitle)).waitFor();
  await page.getByRole('button', { name: words.settings.disconnectConfirm }).click();
  await page.getByRole('status').getByText(words.notices.disconnected).waitFor();
  await page.getByText(words.settings.statuses.DISCONNECTED, { exact: true }).waitFor();
  const state = (await (await fetch(`${server.sandboxUrl}/_sandbox/state`)).json()) as { tokens: unknown[] };
  expect(state.tokens).toEqual([]);
  await expectNoSideScroll(page);
  await page.goto('/tiktok');
  await page.getByText(words.dashboard.disconnectedTitle).waitFor();
  await expectNoSideScroll(page);
}

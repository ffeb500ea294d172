import type { Page } from 'playwright-core';
import type { RecommendationType } from '../graphql/generated';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { authorize, card, connect, expectNoSideScroll, giveConsent, pattern } from './walk';

describeInBrowser('The evidence behind advice', (product) => {
  it('is drawn, checked again in place, and told apart from new readings once days have passed', async () => {
    const visit = await product.visit({ isPhone: true, language: 'en' });
    const { page, words } = visit;
    await connect(visit, 'velo.du.matin');
    const advice = await openAdvice(visit, 'TIMING');
    await advice.getByText(words.evidence.chart).waitFor();
    // A dot for a video, sixty at most on each side, and the estimate.
    const dots = await advice.locator('figure circle').count();
    expect(dots).toBeGreaterThan(60);
    expect(dots).toBeLessThanOrEqual(121);
    await advice.getByText(pattern(words.evidence.drawn)).first().waitFor();
    await advice.getByText(pattern(words.evidence.interval)).first().waitFor();
    await advice.getByRole('button', { name: words.evidence.again }).click();
    await advice
      .getByRole('status')
      .getByText(/^The numbers hold/)
      .waitFor();
    await expectNoSideScroll(page);

    await page.getByRole('button', { name: words.demonstration.days_other.replace('{{count}}', '7') }).click();
    const progress = page.getByRole('complementary').getByRole('progressbar');
    await progress.waitFor();
    await progress.waitFor({ state: 'detached', timeout: 60_000 });
    await advice.getByRole('button', { name: words.evidence.again }).click();
    const moved = advice.getByRole('status').filter({ hasText: 'The readings have changed since' });
    await moved.waitFor();
    await moved.getByRole('row', { name: new RegExp(words.evidence.numbers.EFFECT) }).waitFor();
    await expectNoSideScroll(page);
  }, 180_000);

  it('is checked again without JavaScript, where the reader left off', async () => {
    const visit = await product.visit({ javaScriptEnabled: false });
    const { page, words } = visit;
    await connectByReloading(visit, 'papier.plie');
    const advice = await openAdvice(visit, 'HASHTAGS');
    await advice.getByRole('button', { name: words.evidence.again }).click();
    await advice
      .getByRole('status')
      .getByText(/^Les chiffres (tiennent)|^Les relevés ont changé/)
      .waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#recommendation-/);
    expect(await advice.locator('details').first().getAttribute('open')).not.toBeNull();
  });

  it('comes with every estimate of the dashboard: cells, rows and cards say n and interval', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    await connect(visit, 'cuisine.nomade');
    const times = card(page, words.charts.postingTitle);
    const read = times.locator('[aria-live=polite]');
    const first = await read.innerText();
    expect(first).toMatch(pattern(words.charts.effectRow));
    const cells = times.locator('rect[data-place]').filter({ has: page.locator('title') });
    await cells.first().click();
    expect(await read.innerText()).not.toBe(first);
    expect(await read.innerText()).toMatch(/n\s=\s\d/);
    // By name as well: fingers are larger than cells.
    await times.getByRole('combobox', { name: words.charts.hour }).selectOption('3');
    expect(await read.innerText()).toMatch(/\s3\sh\s: n\s=\s/);

    const rows = card(page, words.charts.families.DURATION).getByRole('listitem');
    const estimates = await rows.filter({ hasText: '%' }).allInnerTexts();
    expect(estimates.length).toBeGreaterThan(1);
    for (const row of estimates) expect(row.replace(/\s+/g, ' ')).toMatch(/n = \d.*[+-]?\d+ % à [+-]?\d+ % \(90 %\)/);
  });
});

async function openAdvice({ page, words }: Visit, type: RecommendationType) {
  await restOfJobs(page);
  await page.goto('/tiktok/recommendations');
  const advice = page.getByRole('article').filter({ hasText: words.recommendations.types[type] }).first();
  if ((await advice.count()) === 0) await page.getByRole('button', { name: words.recommendations.generate }).click();
  for (let tries = 0; tries < 30 && (await advice.count()) === 0; tries += 1) {
    await page.waitForTimeout(500);
    if ((await advice.count()) === 0) await page.goto('/tiktok/recommendations');
  }
  await advice.getByText(words.recommendations.why).click();
  return advice;
}

/** The names of sounds come after the first sync, and are data too. */
async function restOfJobs(page: Page): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const metrics = await (await page.request.get('/metrics')).text();
    const waiting = [...metrics.matchAll(/^crealia_jobs_waiting\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
    // A kind without a job is not listed.
    if (metrics.includes('crealia_jobs_waiting') && waiting.every((count) => count === 0)) return;
    await page.waitForTimeout(250);
  }
  throw new Error('Background jobs did not come to an end within 30 s.');
}

/** As a person without JavaScript has to: the page does not follow the first reading by itself. */
async function connectByReloading(visit: Visit, username: string): Promise<void> {
  await giveConsent(visit);
  await authorize(visit, username);
  const done = visit.page.getByText(pattern(visit.words.dashboard.lastSynced)).first();
  for (let tries = 0; tries < 30 && (await done.count()) === 0; tries += 1) {
    await visit.page.waitForTimeout(500);
    await visit.page.reload();
  }
}

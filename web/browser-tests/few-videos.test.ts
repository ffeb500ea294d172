import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { connect, pattern } from './walk';

describeInBrowser('An account with little to show', (product) => {
  it('says that there is no video yet, in both languages', async () => {
    const visit = await product.visit();
    await connect(visit, 'pas.encore.filme');
    await readInBothLanguages(visit, async ({ page, words }) => {
      await page.goto('/tiktok');
      await page.getByRole('heading', { name: words.dashboard.emptyVideosTitle }).waitFor();
      await page.goto('/tiktok/videos');
      await page.getByRole('heading', { name: words.videos.noneTitle }).waitFor();
    });
  });

  it('calls three videos a beginning and compares nothing', async () => {
    const visit = await product.visit();
    await connect(visit, 'trois.essais');
    await readInBothLanguages(visit, async ({ page, words }) => {
      await page.goto('/tiktok');
      await page.getByRole('heading', { name: words.dashboard.fewVideosTitle_other.replace('{{count}}', '3') }).waitFor();
      await page.getByText(words.dashboard.noBaseline).waitFor();
      await page.getByText(pattern(words.charts.postingVerdict.BELOW_THRESHOLD)).waitFor();
    });
    await askInVain(visit);
  });

  it('draws no conclusion from the eight videos of a newcomer, and says what a recommendation would need', async () => {
    const visit = await product.visit();
    await connect(visit, 'carnet.de.rando');
    await readInBothLanguages(visit, async ({ page, words }) => {
      await page.goto('/tiktok');
      await page.getByText(pattern(words.charts.postingVerdict.BELOW_THRESHOLD)).waitFor();
    });
    await askInVain(visit);
  });
});

const addresses = [
  '/tiktok',
  '/tiktok?period=7d',
  '/tiktok?period=365d',
  '/tiktok/videos',
  '/tiktok/recommendations',
  '/settings',
];

/** Every page says no machine's word for "nothing", in French, then in English. */
async function readInBothLanguages(visit: Visit, check: (visit: Visit) => Promise<void>): Promise<void> {
  const { page } = visit;
  await check(visit);
  await expectWordsOnly(visit);
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  const { en } = await import('../i18n/en');
  const inEnglish: Visit = { ...visit, language: 'en', words: en };
  await check(inEnglish);
  await expectWordsOnly(inEnglish);
  await page.getByRole('button', { name: 'Français' }).click();
  await page.locator('html[lang=fr]').waitFor();
}

async function expectWordsOnly({ page, language }: Visit): Promise<void> {
  const video = await page
    .locator('a[href^="/tiktok/videos/"]')
    .first()
    .getAttribute('href', { timeout: 100 })
    .catch(() => null);
  for (const address of video === null ? addresses : [...addresses, video]) {
    await page.goto(address);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const said = await page.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      body.querySelectorAll('script, style').forEach((element) => element.remove());
      const labels = [...body.querySelectorAll('*')].flatMap((element) =>
        ['aria-label', 'title', 'alt', 'd', 'x', 'y', 'width', 'height'].map((name) => element.getAttribute(name) ?? ''),
      );
      return [body.textContent ?? '', ...labels].join('\n');
    });
    expect(said.length).toBeGreaterThan(300);
    const found = said.match(/.{0,60}(?:NaN|\bnull\b|\bundefined\b|Infinity|\{\{|∞|\[object).{0,40}/g) ?? [];
    expect({ address, found }).toEqual({ address, found: [] });
  }
}

async function askInVain({ page, words }: Visit): Promise<void> {
  await page.goto('/tiktok/recommendations');
  await page.getByRole('button', { name: words.recommendations.generate }).click();
  await page.locator('summary').filter({ hasText: words.recommendations.missingTitle }).click({ timeout: 30_000 });
  await page.getByText(pattern(words.recommendations.missing.TOO_FEW_VIDEOS)).first().waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
}

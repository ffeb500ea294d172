import { findViolations } from './axe';
import { describeInBrowser, type Product } from './product';
import type { Visit } from './visit';
import { connect, expectNoSideScroll } from './walk';
import type { Language } from '../i18n/languages';

const openPages = [
  '/',
  '/connect',
  '/connect/problem?code=AuthorizationCancelledError',
  '/connect/problem?code=MissingScopeError&scopes=video.list',
  '/method',
  '/privacy',
  '/terms',
  '/nulle-part',
];
const signedInPages = [
  '/',
  '/connect',
  '/tiktok',
  '/tiktok/videos',
  '/tiktok/recommendations',
  '/tiktok/scoreboard',
  '/settings',
  '/settings/data',
  '/settings/erase',
  '/settings/data?link=gone',
  '/nulle-part',
];

const ways = [
  ['in French on a desktop', 'fr', false],
  ['in English on a phone', 'en', true],
] as const;

describeInBrowser('Every page', (product) => {
  it.each(ways)('has no fault that axe-core finds before signing in, light and dark, %s', async (_way, language, isPhone) => {
    const visit = await product.visit({ language, isPhone });
    visit.expectStatus(404, '/nulle-part');
    for (const address of openPages) await examine(visit, address);
  });

  it.each(ways)('has no fault that axe-core finds once signed in, light and dark, %s', async (_way, language, isPhone) => {
    const visit = await signIn(product, language, isPhone);
    visit.expectStatus(404, '/nulle-part');
    const { page } = visit;
    for (const address of signedInPages) await examine(visit, address);
    await page.goto('/tiktok/videos');
    const video = await page.getByRole('rowheader').first().getByRole('link').getAttribute('href');
    await examine(visit, video ?? '');
    await examine(visit, `${video}?axis=log`);
  });
});

/** With recommendations asked for, so that there is something to examine on every page. */
async function signIn(product: Product, language: Language, isPhone: boolean): Promise<Visit> {
  const visit = await product.visit({ language, isPhone });
  await connect(visit, language === 'fr' ? 'velo.du.matin' : 'papier.plie');
  await visit.page.getByRole('button', { name: visit.words.recommendations.generate }).click();
  await visit.page.getByRole('article').first().waitFor({ timeout: 30_000 });
  return visit;
}

async function examine({ page, language }: Visit, address: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect({ address, light: await findViolations(page) }).toEqual({ address, light: [] });
  // Nothing but colours changes in the dark.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect({ address, dark: await findViolations(page, ['color-contrast']) }).toEqual({ address, dark: [] });
  await expectNoSideScroll(page);
}

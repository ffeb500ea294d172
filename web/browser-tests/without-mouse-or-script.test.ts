import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './product';
import { authorize, card, giveConsent, pattern, waitForFirstReading } from './walk';

const mostTabs = 40;

describeInBrowser('Without what most people have', (product) => {
  it('can be used with the keyboard alone, from the skip link to the dashboard', async () => {
    const visit = await product.visit();
    const { page, words, server } = visit;
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe(words.nav.skip);
    expect(await page.getByRole('link', { name: words.nav.skip }).boundingBox()).toMatchObject({ x: expect.any(Number) });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe(words.landing.connect);
    const outline = await page.evaluate(() => document.activeElement && getComputedStyle(document.activeElement).outlineStyle);
    expect(outline).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/connect');
    await page.getByRole('checkbox', { name: words.connect.agree }).waitFor();
    // The new page's heading has the focus, so that a screen reader says where one is.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await tabTo(page, () => document.activeElement?.getAttribute('type') === 'checkbox');
    await page.keyboard.press('Space');
    await tabTo(page, () => document.activeElement?.tagName === 'BUTTON');
    expect(await focusedText(page)).toBe(words.connect.submit);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.sandboxUrl}/**`);
    await tabTo(page, () => document.activeElement?.getAttribute('type') === 'radio');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tiktok');
    await waitForFirstReading(visit);
  });

  it('connects and shows the dashboard without JavaScript', async () => {
    const visit = await product.visit({ javaScriptEnabled: false });
    const { page, words } = visit;
    await giveConsent(visit);
    await authorize(visit, 'papier.plie');
    const heatMap = page.getByRole('img', { name: pattern(words.charts.heatLabel) });
    await reloadUntil(page, page.getByText(pattern(words.dashboard.lastSynced)));
    await heatMap.waitFor();
    expect(await card(page, words.dashboard.topVideos).getByRole('listitem').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: words.dashboard.periods['90d'] }).click();
    await page.waitForURL('**period=90d*');
    await heatMap.waitFor();

    await page.getByRole('button', { name: words.recommendations.generate }).click();
    await page.getByText(words.notices.generationStarted).waitFor();
    await page.goto('/tiktok/recommendations');
    await reloadUntil(page, page.getByRole('article'));
    await page.getByRole('article').first().getByText(words.recommendations.why).click();
    await page.getByText(words.recommendations.check).first().waitFor();
  });
});

/** As a person without JavaScript has to: the page does not follow a run by itself. */
async function reloadUntil(page: Page, sight: Locator): Promise<void> {
  for (let tries = 0; tries < 30 && (await sight.count()) === 0; tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await sight.first().waitFor();
}

function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim());
}

async function tabTo(page: Page, isReached: () => boolean): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isReached)) return;
  }
  throw new Error(`The keyboard does not get there within ${mostTabs} tabs.`);
}

import { describeInBrowser } from './product';
import { card, connect, pattern } from './walk';

describeInBrowser('The demonstration', (product) => {
  it('lets seven days pass, and curves and gains appear without loading the page again', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    await connect(visit, 'carnet.de.rando');
    await page.getByRole('link', { name: words.dashboard.periods['7d'] }).click();
    await page.waitForURL('**period=7d*');
    const followers = page.getByRole('figure').filter({ hasText: words.charts.followersTitle });
    await followers.getByText(pattern(words.charts.single)).waitFor();
    const summary = card(page, words.dashboard.summaryTitle);
    await summary.getByText(words.dashboard.why.NOT_YET).first().waitFor();
    const gained = summary.locator('dl > div').filter({ hasText: words.dashboard.metrics.followersGained });
    expect(await gained.innerText()).not.toMatch(/\d/);
    await page.evaluate(() => (document.body.dataset.loadedOnce = 'yes'));

    await page.getByRole('button', { name: words.demonstration.days_other.replace('{{count}}', '7') }).click();
    const progress = page.getByRole('complementary').getByRole('progressbar');
    await progress.waitFor();
    await page.getByText(words.demonstration.passing).waitFor();
    await progress.waitFor({ state: 'detached', timeout: 60_000 });

    await followers.getByText(pattern(words.charts.summary)).waitFor();
    await followers
      .getByRole('img', { name: pattern(words.charts.followersTitle) })
      .filter({ visible: true })
      .waitFor();
    expect(await gained.innerText()).toMatch(/\d/);
    const views = page.getByRole('figure').filter({ hasText: words.charts.viewsTitle });
    await views.getByText(words.charts.table).click();
    expect(await views.getByRole('row').count()).toBeGreaterThan(7);
    expect(await page.evaluate(() => document.body.dataset.loadedOnce)).toBe('yes');

    // A video's growth curve, on both scales, with the readings behind it.
    await page.goto('/tiktok/videos');
    await page.getByRole('rowheader').first().getByRole('link').click();
    const curve = page.getByRole('img', { name: pattern(words.video.growthTitle) }).filter({ visible: true });
    await curve.waitFor();
    const readings = await curve.locator('circle').count();
    expect(readings).toBeGreaterThan(2);
    // Where it is heading: a sentence, and the expected path behind the curve.
    await page.getByText(pattern(words.growth.sentence)).waitFor();
    expect(await curve.getByTestId('growth-fan').locator('path').count()).toBe(3);
    await page.getByRole('link', { name: words.video.log }).click();
    await page.waitForURL('**axis=log');
    expect(await curve.locator('circle').count()).toBe(readings);
    await page.getByText(words.charts.table).click();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(readings + 1);
  });
});

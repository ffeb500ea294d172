import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './product';
import { connect, pattern, waitForPictures } from './walk';

const pageSize = 20;

describeInBrowser('The list of videos', (product) => {
  it('sorts, filters and pages, and leads to a video', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    await connect(visit, 'atelier.lumiere');
    await page.getByRole('link', { name: words.nav.videos, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: words.videos.title }).waitFor();
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await rows.nth(pageSize - 1).waitFor();
    expect(await waitForPictures(rows.first())).toBe(1);

    await page.getByRole('combobox', { name: words.videos.sort }).selectOption('views');
    await page.getByRole('button', { name: words.videos.apply }).click();
    await page.waitForURL('**sort=views*');
    const first = await orderedViewsOf(rows);
    expect(first).toHaveLength(pageSize);
    const firstTitles = await titlesOf(page);

    await page.getByRole('link', { name: words.videos.next }).click();
    await page.waitForURL('**after=*');
    await page.getByRole('link', { name: words.videos.previous }).waitFor();
    const second = await orderedViewsOf(rows);
    expect(second[0]).toBeLessThanOrEqual(first[first.length - 1] ?? 0);
    expect(second).toHaveLength(pageSize);
    await page.getByRole('link', { name: words.videos.previous }).click();
    await page.waitForURL('**before=*');
    await page.getByRole('link', { name: words.videos.previous }).waitFor({ state: 'detached' });
    expect(await titlesOf(page)).toEqual(firstTitles);

    const threshold = first[4] ?? 0;
    await page.getByRole('textbox', { name: words.videos.minimumViews }).fill(String(threshold));
    await page.getByRole('button', { name: words.videos.apply }).click();
    await page.waitForURL(`**views=${threshold}*`);
    await expectRows(rows, first.filter((views) => views >= threshold).length);
    expect(await viewsOf(rows)).toEqual(first.filter((views) => views >= threshold));

    await page.getByRole('searchbox', { name: words.videos.text }).fill('aucune légende ne dit cela');
    await page.getByRole('button', { name: words.videos.apply }).click();
    await page.getByRole('heading', { name: words.videos.noneTitle }).waitFor();
    await page.getByRole('link', { name: words.videos.clear }).first().click();
    await expectRows(rows, pageSize);
    await page.getByText(pattern(words.videos.count_other)).waitFor();

    const name = (await titlesOf(page))[0] ?? '';
    await rows.first().getByRole('link').click();
    await page.waitForURL('**/tiktok/videos/*');
    await page.getByRole('heading', { level: 1, name: name.slice(0, 20) }).waitFor();
    await page.getByText(words.video.growthEmpty).waitFor();
    await page.getByText(words.dashboard.why.NOT_IN_API).first().waitFor();
    await page.getByRole('link', { name: words.video.back }).click();
    await expectRows(rows, pageSize);
  });
});

async function expectRows(rows: Locator, count: number): Promise<void> {
  if (count > 0) await rows.nth(count - 1).waitFor();
  await rows.nth(count).waitFor({ state: 'detached' });
}

/** The exact view count of each row, which its cell tells in full when pointed at. */
async function viewsOf(rows: Locator): Promise<number[]> {
  const titles = await rows.evaluateAll((elements) => elements.map((row) => row.querySelector('td')?.title ?? ''));
  return titles.map((title) => Number(title.replace(/\s/g, '')));
}

/** The same once they are in order, the most first; the list follows its address within moments. */
async function orderedViewsOf(rows: Locator): Promise<number[]> {
  let views = await viewsOf(rows);
  const isOrdered = () => views.every((count, position) => position === 0 || count <= (views[position - 1] ?? 0));
  for (let tries = 0; tries < 40 && !isOrdered(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    views = await viewsOf(rows);
  }
  expect(views).toEqual([...views].sort((a, b) => b - a));
  return views;
}

function titlesOf(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').getByRole('link').allInnerTexts();
}

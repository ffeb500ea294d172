import { readFile } from 'node:fs/promises';
import { unzip } from '../../server/testing/unzip';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { connect, expectNoSideScroll, pattern } from './walk';

describeInBrowser('Your data', (product) => {
  it('is counted, made into an archive and downloaded once, on a phone in French', async () => {
    const visit = await product.visit({ isPhone: true });
    await connect(visit, 'atelier.lumiere');
    const { page, words } = visit;
    await page.goto('/settings');
    await page.getByRole('link', { name: words.yourData.open }).click();
    await page.getByRole('heading', { name: words.yourData.title, level: 1 }).waitFor();
    await page.getByRole('button', { name: words.yourData.make }).click();
    await page.getByText(pattern(words.yourData.ready)).waitFor();
    await expectNoSideScroll(page);

    const files = await download(visit);
    const manifest = JSON.parse(files.get('manifest.json') ?? '') as { files: { table: string; rows: number }[] };
    const videos = manifest.files.find(({ table }) => table === 'Video')?.rows;
    const shown = page.locator('dl > div').filter({ hasText: words.yourData.kinds.videoCount }).locator('dd').first();
    expect(await shown.textContent()).toBe(String(videos));
    expect(files.get('README.txt')).toContain('VOS DONNÉES');

    // The page learns by itself that the file was fetched.
    await page.getByText(pattern(words.yourData.downloaded)).waitFor();
    expect(await page.getByRole('button', { name: words.yourData.download }).count()).toBe(0);
  });

  it('can be had without JavaScript, in English', async () => {
    const withScript = await product.visit({ language: 'en' });
    await connect(withScript, 'carnet.de.rando');
    const visit = await product.visit({
      language: 'en',
      javaScriptEnabled: false,
      storageState: await withScript.context.storageState(),
    });
    const { page, words } = visit;
    await page.goto('/settings/data');
    await page.getByRole('button', { name: words.yourData.make }).click();
    const button = page.getByRole('button', { name: words.yourData.download });
    const deadline = Date.now() + 10_000;
    while ((await button.count()) === 0 && Date.now() < deadline) await page.goto('/settings/data');
    const files = await download(visit);
    expect(files.get('README.txt')).toContain('YOUR DATA');
    expect(files.get('videos.csv')).toContain('Views,Likes');
    await page.goto('/settings/data');
    await page.getByText(pattern(words.yourData.downloaded)).waitFor();
  });
});

async function download({ page, words }: Visit): Promise<Map<string, string>> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.yourData.download, exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^crealia-\d{4}-\d\d-\d\d\.zip$/);
  return unzip(await readFile(await file.path()));
}

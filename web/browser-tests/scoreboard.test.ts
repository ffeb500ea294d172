import { findViolations } from './axe';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { connect, expectNoSideScroll, pattern } from './walk';

/** Both have an effect that was planted, so that advice is made whose followers can be recognised. */
const creators = {
  fr: { username: 'velo.du.matin', type: 'TIMING' },
  en: { username: 'papier.plie', type: 'CONTENT_IDEA' },
} as const;

/** Two weeks of readings every hour, twice a quarter of a minute on a free machine and several times that on a busy one. */
const twoWeeksWithinMs = 300_000;

describeInBrowser('The scoreboard', (product) => {
  it(
    'registers a prediction when advice is applied, recognises the video that follows and judges it, in French on a desktop',
    async () => {
      await walk(await product.visit());
    },
    twoWeeksWithinMs,
  );

  it(
    'does the same in English on a phone',
    async () => {
      await walk(await product.visit({ language: 'en', isPhone: true }));
    },
    twoWeeksWithinMs,
  );
});

describeInBrowser('The scoreboard without JavaScript', (product) => {
  it('registers a prediction and takes it back', async () => {
    const first = await product.visit({ language: 'en' });
    await connect(first, creators.fr.username);
    await first.page.getByRole('button', { name: first.words.recommendations.generate }).click();
    await first.page.getByRole('article').first().waitFor({ timeout: 30_000 });
    const { page, words } = await product.visit({
      language: 'en',
      isPhone: true,
      javaScriptEnabled: false,
      storageState: await first.context.storageState(),
    });
    await page.goto('/tiktok/recommendations');
    const timing = page.getByRole('article').filter({ hasText: words.recommendations.types.TIMING }).first();
    await timing.getByRole('button', { name: words.recommendations.markApplied }).click();
    await page.getByRole('status').getByText(words.notices.applied).waitFor();
    await page.getByText(pattern(words.scoreboard.note.expected)).waitFor();
    await page.getByRole('link', { name: words.scoreboard.note.link }).click();
    const prediction = page.getByRole('article');
    await prediction.getByText(pattern(words.scoreboard.next.WAITING)).waitFor();
    await expectNoSideScroll(page);
    await prediction.getByRole('button', { name: words.scoreboard.takeBack }).click();
    await page.getByRole('status').getByText(words.notices.takenBack).waitFor();
    await prediction.getByText(words.scoreboard.statuses.CANCELLED).waitFor();
    expect(await prediction.getByRole('button').count()).toBe(0);
  });
});

async function walk(visit: Visit): Promise<void> {
  const { page, words, language } = visit;
  const { username, type } = creators[language];
  await connect(visit, username);
  await startEmpty(visit);
  await apply(visit, type);
  await wait(visit, type);
  await letDaysPass(visit, 7);
  await letDaysPass(visit, 7);

  await page.goto('/tiktok/scoreboard');
  const prediction = page.getByRole('article').filter({ hasText: words.recommendations.types[type] }).first();
  await prediction.getByText(words.scoreboard.video).waitFor();
  await prediction.getByText(words.scoreboard.linkedBy.CRITERION).waitFor();
  const landed = prediction.getByRole('img', { name: pattern(words.scoreboard.rowMeasured) });
  expect(await landed.count()).toBe(3);
  expect(await prediction.locator('circle').count()).toBe(3);
  expect(await prediction.getByRole('button').count()).toBe(0);
  const tally = page.locator('section').filter({ has: page.getByRole('heading', { name: words.recommendations.types[type] }) });
  const underWay = tally.locator('dl > div').filter({ hasText: words.scoreboard.underWay });
  expect(await underWay.locator('dd').innerText()).toBe('0');
  await page.getByText(words.scoreboard.rulesTitle).click();
  await page.getByText(words.scoreboard.rules[0]!).waitFor();
  await examine(visit);

  // The card says so too.
  await page.goto('/tiktok/recommendations');
  const applied = page.getByRole('article').filter({ hasText: words.recommendations.types[type] }).first();
  await applied.getByText(pattern(words.scoreboard.note.outcome)).waitFor();
  await examine(visit);
}

async function startEmpty(visit: Visit): Promise<void> {
  const { page, words } = visit;
  await page.getByRole('link', { name: words.nav.scoreboard }).filter({ visible: true }).click();
  await page.getByRole('heading', { level: 1, name: words.scoreboard.title }).waitFor();
  await page.getByRole('heading', { name: words.scoreboard.emptyTitle }).waitFor();
  await examine(visit);
  await page.getByRole('link', { name: words.scoreboard.emptyLink }).click();
  await page.waitForURL('**/tiktok/recommendations*');
}

async function apply(visit: Visit, type: 'TIMING' | 'CONTENT_IDEA'): Promise<void> {
  const { page, words } = visit;
  await page.getByRole('button', { name: words.recommendations.generate }).click();
  await page.getByRole('article').first().waitFor({ timeout: 30_000 });
  const advice = page.getByRole('article').filter({ hasText: words.recommendations.types[type] }).first();
  await advice.getByRole('button', { name: words.recommendations.markApplied }).click();
  await advice.getByText(pattern(words.scoreboard.note.expected)).waitFor();
  await advice.getByText(pattern(words.scoreboard.next.WAITING)).waitFor();
  await examine(visit);
  await advice.getByRole('link', { name: words.scoreboard.note.link }).click();
  await page.getByRole('heading', { level: 1, name: words.scoreboard.title }).waitFor();
}

async function wait(visit: Visit, type: 'TIMING' | 'CONTENT_IDEA'): Promise<void> {
  const { page, words } = visit;
  const prediction = page.getByRole('article').filter({ hasText: words.recommendations.types[type] });
  await prediction.getByText(words.scoreboard.statuses.WAITING).waitFor();
  const whatToDo = { TIMING: words.scoreboard.criterion.hours, CONTENT_IDEA: words.scoreboard.criterion.hashtag };
  await prediction.getByText(pattern(whatToDo[type])).waitFor();
  expect(await prediction.getByRole('img', { name: pattern(words.scoreboard.rowSummary) }).count()).toBe(3);
  expect(await prediction.locator('circle').count()).toBe(0);
  await prediction.getByRole('button', { name: words.scoreboard.takeBack }).waitFor();
  await examine(visit);
}

async function letDaysPass({ page, words }: Visit, days: number): Promise<void> {
  await page
    .getByRole('button', { name: words.demonstration.days_other.replace('{{count}}', String(days)), exact: true })
    .click();
  const progress = page.getByRole('complementary').getByRole('progressbar');
  await progress.waitFor();
  await progress.waitFor({ state: 'detached', timeout: twoWeeksWithinMs / 2 });
}

async function examine({ page }: Visit): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
  await expectNoSideScroll(page);
}

import type { Page } from 'playwright-core';
import { urls } from '../urls';
import { findViolations } from './axe';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { authorize, card, connect, expectNoSideScroll, giveConsent, pattern } from './walk';

const daySeconds = 86_400;
const wholeExperimentMs = 300_000;

describeInBrowser('An experiment', (product) => {
  it('goes from the question to a stop on a phone without JavaScript, with words that are markup', async () => {
    const visit = await product.visit({ language: 'en', isPhone: true, javaScriptEnabled: false });
    const { page, words } = visit;
    await giveConsent(visit);
    await authorize(visit, 'velo.du.matin');
    await page.waitForURL('**/tiktok');
    await nextDay(visit);

    await page.goto(urls.experiments({ kind: 'HOOK', armA: 'a <b>question</b>', armB: '"><script>promise</script>' }));
    await page.getByRole('heading', { name: words.experiments.how.title }).waitFor();
    expect(await page.getByLabel(words.experiments.plan.kind).inputValue()).toBe('HOOK');
    expect(await page.getByLabel(words.experiments.plan.armA).inputValue()).toBe('a <b>question</b>');
    expect(await page.getByText(pattern(words.experiments.plan.finds)).count()).toBe(4);
    await expectNoSideScroll(page);
    await page.getByRole('radio', { name: pattern(words.experiments.plan.option.replace('{{count}}', '10')) }).check();
    await page.getByRole('button', { name: words.experiments.plan.submit }).click();
    await page.getByText(words.notices.experimentStarted).waitFor();
    await page.getByText('a <b>question</b>', { exact: true }).waitFor();

    await page.getByRole('button', { name: words.experiments.running.askButton }).click();
    const next = page.locator('div').filter({ has: page.getByRole('heading', { name: words.experiments.running.next }) });
    await next.last().waitFor();
    const said = await next
      .last()
      .getByText(/question|promise/)
      .innerText();
    await expectNoSideScroll(page);
    // A second toss for the same video is none.
    await page.reload();
    expect(
      await next
        .last()
        .getByText(/question|promise/)
        .innerText(),
    ).toBe(said);

    const followed = page.getByRole('button', { name: words.experiments.toss.markNot });
    for (let days = 0; days < 10 && (await followed.count()) === 0; days += 1) {
      await nextDay(visit);
      await page.reload();
    }
    await followed.click();
    await page.getByText(words.experiments.toss.notFollowed).waitFor();

    await page.locator('summary').filter({ hasText: words.experiments.running.stop }).click();
    await page.getByRole('button', { name: words.experiments.running.stopButton }).click();
    await page.getByText(words.notices.experimentStopped).waitFor();
    await page.getByRole('link', { name: /question/ }).click();
    await page.getByRole('heading', { name: words.experiments.result.stoppedTitle }).waitFor();
    expect(await page.getByText(pattern(words.experiments.result.none)).count()).toBe(0);
    await expectNoSideScroll(page);
  });

  it(
    'is tossed, watched and read once, and shows every video it was read from',
    async () => {
      const visit = await product.visit();
      const { page, words } = visit;
      await connect(visit, 'papier.plie');
      await page.goto(urls.experiments());
      expect(await findViolations(page)).toEqual([]);
      // The form offers ten videos a side and more; the fewest that can be planned keep this short.
      await ask(page, startDocument, { connectionId: await connectionId(page), ...shortPlan });
      await page.reload();
      for (let position = 1; position <= 12; position += 1) {
        await page.getByRole('button', { name: words.experiments.running.askButton }).click();
        await page.getByText(pattern(words.experiments.running.doIt)).waitFor();
        if (position === 2) expect(await findViolations(page)).toEqual([]);
        await untilLinked(visit);
      }
      await page.getByText(words.experiments.running.allThere).waitFor();
      expect(await page.getByText(words.experiments.running.noPeeking).count()).toBe(1);
      const list = card(page, words.experiments.list.title);
      for (let days = 0; days < 12 && (await list.count()) === 0; days += 1) {
        await nextDay(visit);
        await page.reload();
      }
      await list.getByRole('link', { name: /18 h/ }).click();
      const result = card(page, words.experiments.result.title);
      await result.getByText(/n = 6/).first().waitFor();
      expect(await result.locator('circle').count()).toBe(12 + 1);
      await result.getByText(words.charts.table).click();
      expect(await result.getByRole('row').count()).toBe(12 + 1);
      expect(
        await page
          .getByRole('listitem')
          .filter({ has: page.getByText(pattern(words.experiments.toss.number)) })
          .count(),
      ).toBe(12);
      expect(await findViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findViolations(page, ['color-contrast'])).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSideScroll(page);
    },
    wholeExperimentMs,
  );
});

const startDocument =
  'mutation ($input: StartExperimentInput!) { startExperiment(input: $input) { __typename ... on Error { message } } }';
const shortPlan = { kind: 'HOURS', labelA: '18 h', labelB: '21 h', videosPerArm: 6, horizonHours: 168 };

async function connectionId(page: Page): Promise<string> {
  const answer = await ask(page, '{ viewer { tiktokConnections(first: 1) { nodes { id } } } }', undefined);
  return (answer as { viewer: { tiktokConnections: { nodes: { id: string }[] } } }).viewer.tiktokConnections.nodes[0]!.id;
}

async function ask(page: Page, query: string, input: unknown): Promise<unknown> {
  const response = await page.request.post('/graphql', {
    headers: { 'x-graphql-yoga-csrf': '1' },
    data: { query, variables: input === undefined ? {} : { input } },
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

interface Account {
  instance: { now: string };
  viewer: { tiktokConnections: { nodes: { lastSyncedAt: string | null; latestSync: { status: string } | null }[] } };
}

/** A day goes by in the sandbox, and TikTok is read once. */
async function nextDay({ page, server }: Visit): Promise<void> {
  const id = await connectionId(page);
  const look = async () => {
    const query = '{ instance { now } viewer { tiktokConnections(first: 1) { nodes { lastSyncedAt latestSync { status } } } } }';
    const { instance, viewer } = (await ask(page, query, undefined)) as Account;
    const [{ lastSyncedAt, latestSync }] = viewer.tiktokConnections.nodes as [Account['viewer']['tiktokConnections']['nodes'][0]];
    const isIdle = latestSync === null || !['QUEUED', 'RUNNING'].includes(latestSync.status);
    return { now: Date.parse(instance.now), syncedAt: Date.parse(lastSyncedAt ?? '1970-01-01'), isIdle };
  };
  const tomorrow = (await look()).now + daySeconds * 1000;
  await fetch(`${server.sandboxUrl}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: daySeconds }),
  });
  for (let tries = 0; tries < 300; tries += 1) {
    const { now, syncedAt, isIdle } = await look();
    if (syncedAt >= tomorrow) return;
    if (now >= tomorrow && isIdle) {
      await ask(page, 'mutation ($input: SyncVideosInput!) { syncVideos(input: $input) { __typename } }', { connectionId: id });
    }
    await page.waitForTimeout(100);
  }
  throw new Error('The day did not pass.');
}

async function untilLinked(visit: Visit): Promise<void> {
  const { page, words } = visit;
  const waiting = page.getByText(pattern(words.experiments.running.doIt));
  for (let days = 0; days < 15 && (await waiting.count()) > 0; days += 1) {
    await nextDay(visit);
    await page.reload();
  }
  expect(await waiting.count()).toBe(0);
}

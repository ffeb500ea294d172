import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

const letPass = `mutation ($days: Int!) {
  letDaysPass(input: { days: $days }) {
    __typename ... on LetDaysPassSuccess { passingTime { from until now } } ... on Error { message }
  }
}`;
const look = '{ instance { isDemonstration now passingTime { from until now } } }';

interface Look {
  instance: { isDemonstration: boolean; now: string; passingTime: { from: string; until: string } | null };
}

describe('a demonstration', () => {
  let world: TestApp;
  let browser: TestBrowser & { connectionId: string };

  beforeAll(async () => {
    world = await createTestApp();
    world.app.start();
    browser = await world.connectedBrowser('newcomer');
    await until(async () => (await counts()).runs > 0);
  });
  afterAll(() => world.close());

  const number = (sql: string) => Number(world.db.sqlite.prepare(sql).pluck().get());
  const counts = async () => ({
    runs: number(`SELECT count(*) FROM SyncRun WHERE status = 'SUCCEEDED'`),
    readings: number('SELECT count(*) FROM VideoSnapshot'),
    accountReadings: number('SELECT count(*) FROM ConnectionSnapshot'),
  });
  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 400 && !(await condition()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await condition()).toBe(true);
  }

  it('lets days pass by really reading along the cadence', async () => {
    const before = await counts();
    const startedAt = world.clock.now().getTime();
    const { letDaysPass } = await browser.query<{ letDaysPass: { __typename: string } }>(letPass, { days: 3 });
    expect(letDaysPass.__typename).toBe('LetDaysPassSuccess');
    expect((await browser.query<Look>(look)).instance.passingTime).not.toBeNull();
    // A second wish while days pass joins the first.
    await browser.query(letPass, { days: 30 });
    await until(async () => (await browser.query<Look>(look)).instance.passingTime === null);
    const passedDays = (world.clock.now().getTime() - startedAt) / 86_400_000;
    expect(passedDays).toBeGreaterThanOrEqual(3);
    expect(passedDays).toBeLessThan(3.1);
    const after = await counts();
    // The account at least daily, every video at least monthly and the young ones more often.
    expect(after.accountReadings - before.accountReadings).toBeGreaterThanOrEqual(3);
    expect(after.readings).toBeGreaterThan(before.readings);
    expect(number('SELECT count(*) FROM (SELECT videoId, observedAt FROM VideoSnapshot GROUP BY 1, 2 HAVING count(*) > 1)')).toBe(
      0,
    );
  });

  it.each([0, -1, 91])('refuses to let %s days pass', async (days) => {
    expect(await browser.query(letPass, { days })).toMatchObject({ letDaysPass: { __typename: 'InvalidInputError' } });
  });

  it('asks strangers to sign in', async () => {
    expect((await world.browser().post(letPass, { days: 1 })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('follows whoever advances the sandbox from outside', async () => {
    const before = world.clock.now().getTime();
    await fetch(`${world.sandbox.url}/_sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceSeconds: 3600 }),
    });
    await world.clock.refresh();
    expect(world.clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, isNonNullType, print, typeFromAST, type NamedTypeNode } from 'graphql';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuid } from 'uuid';
import { schema } from '../graphql/schema';
import { openTestDatabase } from '../testing/database';
import { giveOwnedRows } from '../testing/ownership/owned-rows';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { waitFor } from '../testing/wait-for';
import { readWebOperations } from '../testing/web-operations';
import { type Json, readLists } from './account-lists.test-data';
import { exportTo } from './export-to.test-data';
import { importArchive } from './import-archive';
import { personalTables } from './personal-tables';

const hourMs = 3_600_000;

let before: TestApp;
let after: TestApp;
let imported: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let archive: string;
let mine: { userId: string; connectionId: string; browser: TestBrowser };
let there: TestBrowser;
let ids: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crealia-archive-'));
  before = await createTestApp();
  before.app.start();
  const person = await before.connectedBrowser('small');
  await before.connectedBrowser('newcomer');
  await waitForSyncs(before, 2);
  // Two more readings of everything that is due, hours apart.
  for (let round = 0; round < 2; round += 1) {
    await before.clock.advance(8 * 3600);
    await sync(before, person, person.connectionId);
  }
  await generate(before, person);
  const { ownerId: userId, id: connectionId } = before.db.sqlite
    .prepare("SELECT id, ownerId FROM TikTokConnection WHERE username = 'atelier.lumiere'")
    .get() as { id: string; ownerId: string };
  mine = { userId, connectionId, browser: person };
  ids = await giveOwnedRows(before.db, { ownerId: userId, connectionId }, before.clock);
  await judge();
  await before.app.stop();
  archive = path.join(folder, 'archive.zip');
  await exportTo(archive, { userId }, before);

  imported = await openTestDatabase();
  await importArchive({ file: archive }, { db: imported });
  after = await createTestApp({ after: { db: imported, sandbox: before.sandbox } });
  there = await after.signedInBrowser(userId);
}, 60_000);
afterAll(async () => {
  await after.close();
  await before.close();
  await imported.close();
  await rm(folder, { recursive: true, force: true });
});

/** A prediction with a verdict, an excluded video, a request to a model, a withdrawn consent: what triggers and foreign keys guard. */
async function judge(): Promise<void> {
  const { prisma } = before.db;
  const now = before.clock.now();
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const first = await prisma.prediction.findFirstOrThrow({ where: { id: ids.Prediction } });
  const video = await prisma.video.findFirstOrThrow({ where: { connectionId: mine.connectionId } });
  await prisma.prediction.create({
    data: {
      ...first,
      id: uuid(),
      criterion: { kind: 'HASHTAG', hashtag: 'papier' },
      videoId: video.id,
      linkedAt: ago(20),
      linkedBy: 'CREATOR',
      verdict: 'HIT',
      settledAt: ago(1),
      horizons: {
        create: {
          ageHours: 24,
          baselineViews: 1_000,
          expectedViews: 1_500.25,
          lowViews: 700,
          highViews: 3_000,
          probability: 0.8,
          measuredViews: 1_800,
          verdict: 'HIT',
          judgedAt: ago(1),
        },
      },
    },
  });
  await prisma.experimentExclusion.create({
    data: {
      experimentId: ids.Experiment!,
      position: 1,
      videoId: video.id,
      reason: '🚀 =Publicité\n"payée"',
      excludedAt: ago(1),
    },
  });
  await prisma.languageModelRequest.create({
    data: {
      ownerId: mine.userId,
      generationRunId: ids.GenerationRun,
      model: 'a-model',
      month: '2026-11',
      tokens: 900,
      inputTokens: 700,
      outputTokens: 200,
      costMicroUsd: 12,
      createdAt: ago(3),
      settledAt: ago(3),
    },
  });
  await prisma.consent.create({
    data: { userId: mine.userId, purpose: 'RESEARCH', policyVersion: '2026-01-01', givenAt: ago(90), withdrawnAt: ago(80) },
  });
}

async function sync(test: TestApp, person: TestBrowser, connectionId: string): Promise<void> {
  await person.query(`mutation ($input: SyncVideosInput!) { syncVideos(input: $input) { __typename } }`, {
    input: { connectionId },
  });
  await waitForSyncs(test, 0);
}

/** Until nothing is under way and at least so many have succeeded. */
async function waitForSyncs(test: TestApp, atLeast: number): Promise<void> {
  const { sqlite } = test.db;
  await waitFor(() => {
    const open = sqlite.prepare("SELECT count(*) FROM SyncRun WHERE status IN ('QUEUED', 'RUNNING')").pluck().get() as number;
    const done = sqlite.prepare("SELECT count(*) FROM SyncRun WHERE status = 'SUCCEEDED'").pluck().get() as number;
    return open === 0 && done >= atLeast;
  });
}

async function generate(test: TestApp, person: TestBrowser & { connectionId: string }): Promise<void> {
  await person.query(
    `mutation ($input: GenerateRecommendationsInput!) { generateRecommendations(input: $input) { __typename } }`,
    {
      input: { connectionId: person.connectionId },
    },
  );
  await waitFor(() => test.db.sqlite.prepare("SELECT 1 FROM GenerationRun WHERE status = 'SUCCEEDED'").get() !== undefined);
}

/** A count of rows that no import writes back. */
function isOfStayingTable(item: Json): boolean {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return false;
  const table = personalTables.find(({ model }) => model === item.table);
  return table !== undefined && table.archive !== 'RESTORED';
}

/** What an import must change, and nothing else: nobody holds a key to the account, and browsers and archives stay where they are. */
function withoutDeclared(value: Json): Json {
  if (Array.isArray(value)) return value.filter((item) => !isOfStayingTable(item)).map(withoutDeclared);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    if (key === 'status' && (inner === 'ACTIVE' || inner === 'NEEDS_RECONNECT')) return [key, 'ACTIVE or NEEDS_RECONNECT'];
    if (key === 'isActive' || key === 'nextSyncAt') return [key, 'as the status'];
    if (['sessions', 'dataExports'].includes(key)) return [key, 'stays'];
    if (key === 'sessionCount') return [key, 'stays'];
    // The demonstration’s clock runs on between two questions.
    if (key === 'now') return [key, 'now'];
    return [key, withoutDeclared(inner)];
  });
  return Object.fromEntries(entries);
}

const operations = Object.entries(await readWebOperations()).filter(
  ([, document]) => getOperationAST(document)?.operation === 'query',
);

/** A value for each required variable; the rest is left out. Whoever adds an operation with another variable says here what it is. */
function variablesOf(name: string): Record<string, unknown> {
  const values: Record<string, unknown> = {
    connectionId: encodeGlobalID('TikTokConnection', mine.connectionId),
    'VideoPage.id': encodeGlobalID('Video', ids.Video!),
    'Experiment.id': encodeGlobalID('Experiment', ids.Experiment!),
    sizes: [6, 12],
    period: 'LAST_28_DAYS',
    receipt: 'nobody’s',
  };
  const document = operations.find(([known]) => known === name)![1];
  const required = (getOperationAST(document)?.variableDefinitions ?? []).filter(({ type }) =>
    isNonNullType(typeFromAST(schema, type as NamedTypeNode)),
  );
  return Object.fromEntries(
    required.map(({ variable }) => {
      const value = values[`${name}.${variable.name.value}`] ?? values[variable.name.value];
      if (value === undefined) throw new Error(`Say in variablesOf what ${name} asks for as $${variable.name.value}.`);
      return [variable.name.value, value];
    }),
  );
}

describe('An archive in an empty database', () => {
  it.each(operations)('answers the web app’s operation %s as before', async (name, document) => {
    const variables = variablesOf(name);
    const expected = await mine.browser.query<Json>(print(document), variables);
    expect(withoutDeclared(await there.query<Json>(print(document), variables))).toEqual(withoutDeclared(expected));
  });

  it('has the same lists, row by row', async () => {
    const expected = (await readLists(mine.browser, mine.connectionId)) as { videos: Json[] };
    expect(expected.videos.length).toBeGreaterThan(40);
    expect(withoutDeclared(await readLists(there, mine.connectionId))).toEqual(withoutDeclared(expected));
  });

  it('holds every row of every table as it was, but for what is declared', () => {
    const declared = {
      TikTokConnection: ['status', 'isActive', 'nextSyncAt'],
    } as Record<string, string[]>;
    let compared = 0;
    for (const { model, archive: use, columns, leftOut } of personalTables) {
      if (use !== 'RESTORED') continue;
      const kept = columns.filter((column) => !(column in leftOut) && !declared[model]?.includes(column));
      const list = kept.map((column) => `"${column}"`).join(', ');
      // The other person's rows are in the first database alone: every row of the second is looked up there.
      const rows = (test: Pick<TestApp, 'db'>) =>
        new Set(
          test.db.sqlite
            .prepare(`SELECT ${list} FROM "${model}"`)
            .all()
            .map((row) => JSON.stringify(row)),
        );
      const [first, second] = [rows(before), rows({ db: imported })];
      expect({ model, lost: [...second].filter((row) => !first.has(row)) }).toEqual({ model, lost: [] });
      expect({ model, isThere: second.size > 0 }).toEqual({ model, isThere: true });
      compared += second.size;
    }
    expect(compared).toBeGreaterThan(200);
  });

  it('has its account waiting to be connected again, and no session and no key', () => {
    const { sqlite } = imported;
    expect(
      sqlite.prepare('SELECT status, isActive, accessTokenEncrypted, refreshTokenEncrypted FROM TikTokConnection').get(),
    ).toEqual({
      status: 'NEEDS_RECONNECT',
      isActive: 0,
      accessTokenEncrypted: null,
      refreshTokenEncrypted: null,
    });
    // The one of this test.
    expect(sqlite.prepare('SELECT count(*) FROM Session').pluck().get()).toBe(1);
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('exports again as the same', async () => {
    const again = path.join(folder, 'again.zip');
    await exportTo(again, { userId: mine.userId }, after);
    const third = await openTestDatabase();
    try {
      const report = await importArchive({ file: again }, { db: third });
      const first = await rowsOf(imported);
      expect(await rowsOf(third)).toEqual(first);
      expect(report.accounts).toEqual(['Atelier Lumière']);
    } finally {
      await third.close();
    }
  });

  // Last: it changes what the tests above compare.
  it('goes on once the person connects the account again: same person, readings added, none doubled', async () => {
    const count = (sql: string) => imported.sqlite.prepare(sql).pluck().get() as number;
    const videos = count('SELECT count(*) FROM Video');
    const readings = count('SELECT count(*) FROM VideoSnapshot');
    await after.clock.refresh();
    await after.clock.advance(24 * 3600);
    after.app.start();
    const browser = await after.connectedBrowser('small');
    expect(browser.connectionId).toBe(encodeGlobalID('TikTokConnection', mine.connectionId));
    const { viewer } = await browser.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
    expect(viewer.user.id).toBe(encodeGlobalID('User', mine.userId));
    const finished = "SELECT count(*) FROM SyncRun WHERE status = 'SUCCEEDED'";
    const syncs = count(finished);
    await waitFor(
      () => count(finished) > syncs || count("SELECT count(*) FROM SyncRun WHERE status = 'QUEUED' OR status = 'RUNNING'") === 0,
    );
    expect(count('SELECT count(*) FROM User')).toBe(1);
    expect(count('SELECT count(*) FROM TikTokConnection')).toBe(1);
    expect(count("SELECT count(*) FROM TikTokConnection WHERE status = 'ACTIVE'")).toBe(1);
    expect(count('SELECT count(*) FROM VideoSnapshot')).toBeGreaterThan(readings);
    expect(count('SELECT count(DISTINCT tiktokVideoId) FROM Video')).toBe(count('SELECT count(*) FROM Video'));
    expect(count('SELECT count(*) FROM Video')).toBeGreaterThanOrEqual(videos);
    // What the archive brought is still there.
    expect(count('SELECT count(*) FROM Prediction')).toBe(2);
  });
});

async function rowsOf({ sqlite }: Pick<TestApp['db'], 'sqlite'>) {
  return Object.fromEntries(
    personalTables
      .filter(({ archive: use }) => use === 'RESTORED')
      .map(({ model, columns }) => {
        const list = columns.map((column) => `"${column}"`).join(', ');
        return [
          model,
          sqlite
            .prepare(`SELECT ${list} FROM "${model}"`)
            .all()
            .map((row) => JSON.stringify(row))
            .sort(),
        ];
      }),
  );
}

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync, existsSync } from 'node:fs';
import { decodeGlobalID } from '@pothos/plugin-relay';
import { giveOwnedRows } from '../testing/ownership/owned-rows';
import { connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

const erase = `mutation ($isConfirmed: Boolean!) { eraseMyData(input: { isConfirmed: $isConfirmed }) {
  __typename ... on EraseMyDataSuccess { receipt { id phase } } ... on InvalidInputError { field message } } }`;
const eraseOne = `mutation ($id: ID!) { eraseTikTokConnection(input: { connectionId: $id, isConfirmed: true }) {
  __typename ... on EraseTikTokConnectionSuccess { receipt { id } } ... on Error { message } } }`;
const receiptQuery = `query ($id: String!) { erasureReceipt(receipt: $id) {
  reason phase requestedAt finishedAt keptUntil deletedFileCount remainingFileCount revokedCount alreadyEndedCount unconfirmedCount
  tables { table rowCountBefore rowCountAfter } } }`;

interface Receipt {
  reason: string;
  phase: string;
  requestedAt: string;
  finishedAt: string | null;
  keptUntil: string | null;
  deletedFileCount: number;
  remainingFileCount: number | null;
  revokedCount: number;
  alreadyEndedCount: number;
  unconfirmedCount: number;
  tables: { table: string; rowCountBefore: number; rowCountAfter: number | null }[];
}

// Whole syncs over HTTP, on machines that are busy with other tests.
jest.setTimeout(120_000);

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
  world.app.jobs.start();
});
afterAll(() => world.close());

const rawId = (globalId: string) => decodeGlobalID(globalId).id;
const count = (sql: string, ...values: unknown[]) =>
  Number(
    world.db.sqlite
      .prepare(sql)
      .pluck()
      .get(...values),
  );

async function until(what: string, condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not in time: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const readReceipt = async (id: string, browser: TestBrowser = world.browser()) =>
  (await browser.query<{ erasureReceipt: Receipt | null }>(receiptQuery, { id })).erasureReceipt;

async function finishedReceipt(id: string): Promise<Receipt> {
  await until('the erasure', async () => (await readReceipt(id))?.phase === 'DONE');
  return (await readReceipt(id))!;
}

/** Everything there is in the files of the database, as `strings` would see it. */
function fileBytes(): Buffer {
  const files = ['', '-wal', '-shm'].map((suffix) => `${world.db.file}${suffix}`).filter((file) => existsSync(file));
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

/** Words that are of this account and of nobody else: names, ids, captions, hashtags, and our own ids of its rows. */
function traces(connectionId: string): string[] {
  const list = (sql: string) => world.db.sqlite.prepare<object, string | null>(sql).pluck().all({ id: connectionId });
  const own = [
    ...['displayName', 'username', 'tiktokUserId', 'unionId', 'bio', 'avatarUrl', 'profileUrl', 'id', 'ownerId'].flatMap(
      (column) => list(`SELECT ${column} FROM TikTokConnection WHERE id = @id`),
    ),
    ...['id', 'tiktokVideoId', 'description', 'coverUrl', 'shareUrl', 'searchText'].flatMap((column) =>
      list(`SELECT ${column} FROM Video WHERE connectionId = @id`),
    ),
    ...list(
      `SELECT name FROM Hashtag h WHERE EXISTS (SELECT 1 FROM VideoHashtag vh JOIN Video v ON v.id = vh.videoId WHERE vh.hashtagId = h.id AND v.connectionId = @id)
         AND NOT EXISTS (SELECT 1 FROM VideoHashtag vh JOIN Video v ON v.id = vh.videoId WHERE vh.hashtagId = h.id AND v.connectionId != @id)`,
    ),
    ...list('SELECT id FROM Recommendation WHERE connectionId = @id'),
    ...list('SELECT id FROM Prediction WHERE connectionId = @id'),
    ...list('SELECT id FROM SyncRun WHERE connectionId = @id'),
  ];
  // Short hashtags are syllables of other words; a cover's file name may be shared.
  return [...new Set(own.filter((text): text is string => text !== null && text.length >= 6))];
}

/** Those of them that nobody else's rows hold: the sandbox's creators share many a caption. */
function ownTraces(connectionId: string): string[] {
  const everybody = world.db.sqlite.prepare<[], string>('SELECT id FROM TikTokConnection').pluck().all();
  const others = everybody.filter((id) => id !== connectionId).flatMap(traces);
  return traces(connectionId).filter((text) => !others.some((other) => other.includes(text)));
}

const found = (bytes: Buffer, texts: string[]) => texts.filter((text) => bytes.includes(text));

async function syncedPerson(creator: string): Promise<TestBrowser & { connectionId: string }> {
  const browser = await world.connectedBrowser(creator);
  await waitForSync(browser.connectionId);
  return browser;
}

const waitForSync = (connectionId: string) =>
  until(
    'the sync',
    () => count("SELECT count(*) FROM SyncRun WHERE connectionId = ? AND status = 'SUCCEEDED'", rawId(connectionId)) > 0,
  );

const sandboxState = async () =>
  (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as {
    tokens: { creator: string }[];
    revoked: { creator: string; reason: number }[];
  };

describe('erasing everything of a person', () => {
  let erased: TestBrowser & { connectionId: string };
  let kept: TestBrowser & { connectionId: string };
  let texts: string[];
  let keptTexts: string[];
  let receipt: Receipt;
  let receiptId: string;

  beforeAll(async () => {
    [erased, kept] = [await syncedPerson('small-01'), await syncedPerson('small-02')];
    for (const { connectionId } of [erased, kept]) {
      const ownerId = String(
        world.db.sqlite.prepare('SELECT ownerId FROM TikTokConnection WHERE id = ?').pluck().get(rawId(connectionId)),
      );
      await giveOwnedRows(world.db, { ownerId, connectionId: rawId(connectionId) }, world.clock);
      await world.app.jobs.enqueue({
        kind: 'nothing-runs-this',
        key: connectionId,
        payload: { connectionId: rawId(connectionId) },
      });
    }
    // A second account, and a second browser.
    await connectCreator(erased, world.sandbox, 'small-03');
    await until('both syncs', () => count("SELECT count(*) FROM SyncRun WHERE status IN ('QUEUED', 'RUNNING')") === 0);
    // Before it, rows are updated and moved between pages, as months of syncs do.
    for (let round = 0; round < 5; round += 1) {
      world.db.sqlite.exec(`UPDATE Video SET description = coalesce(description, '') || ' ', searchText = searchText || ' '`);
    }
    [texts, keptTexts] = [ownTraces(rawId(erased.connectionId)), ownTraces(rawId(kept.connectionId))];
    const answer = await erased.query<{ eraseMyData: { receipt: { id: string } } }>(erase, { isConfirmed: true });
    receiptId = answer.eraseMyData.receipt.id;
    receipt = await finishedReceipt(receiptId);
  }, 120_000);

  it('refuses without confirmation, and without a session', async () => {
    const answer = await kept.query<{ eraseMyData: object }>(erase, { isConfirmed: false });
    expect(answer.eraseMyData).toMatchObject({ __typename: 'InvalidInputError', field: 'isConfirmed' });
    const { errors } = await world.browser().post(erase, { isConfirmed: true });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('leaves none of their words in the bytes of the database, and all of the other person’s', () => {
    const bytes = fileBytes();
    expect(texts.length).toBeGreaterThan(50);
    expect(found(bytes, texts)).toEqual([]);
    const lasting = keptTexts.filter((text) => !text.endsWith(' '));
    expect(found(bytes, lasting)).toEqual(lasting);
  });

  it('says what went, with nothing left by count', () => {
    const rows = Object.fromEntries(receipt.tables.map((row) => [row.table, row]));
    expect(rows).toMatchObject({
      User: { rowCountBefore: 1 },
      TikTokConnection: { rowCountBefore: 2 },
      Prediction: { rowCountBefore: 1 },
      Job: { rowCountBefore: expect.any(Number) },
    });
    for (const table of [
      'Session',
      'Consent',
      'Video',
      'VideoSnapshot',
      'Hashtag',
      'VideoHashtag',
      'SyncRun',
      'Recommendation',
      'Experiment',
    ])
      expect([table, rows[table]?.rowCountBefore]).toEqual([table, expect.any(Number)]);
    expect(receipt.tables.filter(({ rowCountAfter }) => rowCountAfter !== 0)).toEqual([]);
    expect(receipt).toMatchObject({
      reason: 'REQUESTED',
      remainingFileCount: 0,
      revokedCount: 2,
      alreadyEndedCount: 0,
      unconfirmedCount: 0,
    });
    expect(receipt.keptUntil! > receipt.finishedAt!).toBe(true);
  });

  it('keeps a receipt that leads to nobody', () => {
    expect(world.db.sqlite.prepare('SELECT userId, connectionIds FROM Erasure WHERE id = ?').get(receiptId)).toEqual({
      userId: null,
      connectionIds: '[]',
    });
    expect(receiptId).toMatch(/^[\w-]{24}$/);
  });

  it('signs out everywhere and revokes at TikTok', async () => {
    expect(await erased.query('{ viewer { user { id } } }')).toEqual({ viewer: null });
    const { tokens, revoked } = await sandboxState();
    expect(tokens.map(({ creator }) => creator)).toEqual(['small-02']);
    expect(revoked).toMatchObject([
      { creator: 'small-01', reason: 5 },
      { creator: 'small-03', reason: 5 },
    ]);
  });

  it('leaves the other person everything, with the foreign keys whole', async () => {
    const { viewer } = await kept.query<{ viewer: { tiktokConnections: { nodes: object[] } } }>(
      '{ viewer { tiktokConnections { nodes { isActive videos { totalCount } } } } }',
    );
    expect(viewer.tiktokConnections.nodes).toHaveLength(1);
    expect(world.db.sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(world.db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('begins anew with whoever connects again', async () => {
    const again = await world.connectedBrowser('small-01');
    expect(rawId(again.connectionId)).not.toBe(rawId(erased.connectionId));
    await waitForSync(again.connectionId);
  });
});

it('erases in the middle of a sync and of a generation, and nothing of them comes after it', async () => {
  const browser = await world.connectedBrowser('established-01');
  const id = rawId(browser.connectionId);
  await until('the first page', () => count('SELECT count(*) FROM Video WHERE connectionId = ?', id) > 0);
  const generate = `mutation ($id: ID!) { generateRecommendations(input: { connectionId: $id }) { __typename } }`;
  world.db.sqlite.prepare('UPDATE TikTokConnection SET lastSyncedAt = connectedAt WHERE id = ?').run(id);
  await browser.query(generate, { id: browser.connectionId });
  expect(count("SELECT count(*) FROM SyncRun WHERE connectionId = ? AND status IN ('QUEUED', 'RUNNING')", id)).toBe(1);
  const texts = ownTraces(id);
  const answer = await browser.query<{ eraseMyData: { receipt: { id: string } } }>(erase, { isConfirmed: true });
  const receipt = await finishedReceipt(answer.eraseMyData.receipt.id);
  expect(receipt.tables.filter(({ rowCountAfter }) => rowCountAfter !== 0)).toEqual([]);
  await until('the jobs', () => count('SELECT count(*) FROM Job WHERE leasedBy IS NOT NULL') === 0);
  expect(count('SELECT count(*) FROM Job WHERE instr(payload, ?) > 0', id)).toBe(0);
  expect(count('SELECT count(*) FROM Video WHERE connectionId = ?', id)).toBe(0);
  world.db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  expect(texts.length).toBeGreaterThan(10);
  expect(found(fileBytes(), texts)).toEqual([]);
});

describe('erasing one account', () => {
  it('is refused for the only one and for somebody else’s', async () => {
    const [one, other] = [await syncedPerson('small-08'), await syncedPerson('small-09')];
    const only = await one.query<{ eraseTikTokConnection: { __typename: string } }>(eraseOne, { id: one.connectionId });
    expect(only.eraseTikTokConnection.__typename).toBe('OnlyAccountError');
    const foreign = await one.query<{ eraseTikTokConnection: { __typename: string } }>(eraseOne, { id: other.connectionId });
    expect(foreign.eraseTikTokConnection.__typename).toBe('NotFoundError');
  });

  it('leaves the person signed in with the other one, and cannot be connected again before it is done', async () => {
    const browser = await syncedPerson('small-06');
    const second = await connectCreator(browser, world.sandbox, 'small-07');
    await waitForSync(second);
    // Of the same person, so their own id stays.
    const texts = ownTraces(rawId(browser.connectionId));

    world.db.sqlite.prepare("UPDATE TikTokConnection SET erasureId = 'under way' WHERE id = ?").run(rawId(browser.connectionId));
    await expect(connectCreator(browser, world.sandbox, 'small-06')).rejects.toThrow('being erased');
    world.db.sqlite.prepare('UPDATE TikTokConnection SET erasureId = NULL WHERE id = ?').run(rawId(browser.connectionId));

    const preview = await browser.query<{ viewer: { erasurePreview: { table: string; rowCountBefore: number }[] } }>(
      'query ($id: ID!) { viewer { erasurePreview(connectionId: $id) { table rowCountBefore rowCountAfter } } }',
      { id: browser.connectionId },
    );
    const answer = await browser.query<{ eraseTikTokConnection: { receipt: { id: string } } }>(eraseOne, {
      id: browser.connectionId,
    });
    const receipt = await finishedReceipt(answer.eraseTikTokConnection.receipt.id);
    expect(receipt).toMatchObject({ reason: 'ACCOUNT_REQUESTED' });
    const said = new Map(receipt.tables.map(({ table, rowCountBefore }) => [table, rowCountBefore]));
    for (const { table, rowCountBefore } of preview.viewer.erasurePreview)
      expect([table, rowCountBefore]).toEqual([table, said.get(table)]);
    expect(receipt.tables.some(({ table }) => table === 'User')).toBe(false);
    const { viewer } = await browser.query<{
      viewer: { user: { displayName: string }; tiktokConnections: { nodes: { id: string; displayName: string }[] } };
    }>('{ viewer { user { displayName } tiktokConnections { nodes { id displayName } } } }');
    expect(viewer.tiktokConnections.nodes).toEqual([{ id: second, displayName: viewer.user.displayName }]);
    expect(texts.length).toBeGreaterThan(50);
    expect(found(fileBytes(), texts)).toEqual([]);
  });
});

import { arrangeFault } from './arrange-fault';
import { casesOf, type Fault } from './fault-table';
import { connect, connectAgain, type ConnectAnswer, type FaultWorld, type Person, type Side } from './fault-world';
import { disconnect, requestSync, seeJob, seePicture, seeRun, seeSound } from './look';
import { countStored, dumpAccount, type StoredCounts } from './stored-rows';

/** What came of one case. */
export interface Outcome {
  /** Right after the fault. */
  sees: object;
  /** Rows more than before, and what of before is gone (null: nothing). */
  stored: StoredCounts & { lost: string | null };
  job: { inMs: number; attempts: number } | null;
  /** After the first retry, with the fault gone. */
  seesThen: object;
  /** At the end, once all that the ending names has been done: the first row that an undisturbed server has otherwise; null: none. */
  difference: string | null;
  /** Jobs that are left at the end. */
  jobLeft: boolean;
}

export interface Case {
  fault: Fault;
  person: Person;
  twin: Person;
}

const hour = 3_600_000;
/** Too short for a new video, which would have everything listed again. */
const minute = 60_000;

/** Moves both servers on, and makes every reading due an hour later, or those of the two oldest videos a minute later. */
export function passTime({ time, disturbed, undisturbed }: FaultWorld, due: 'all' | 'oldest'): void {
  const ms = due === 'all' ? hour : minute;
  time.data += ms;
  time.system += ms;
  for (const { test } of [disturbed, undisturbed]) {
    test.db.sqlite.prepare('UPDATE Video SET nextReadingAt = ?').run(due === 'all' ? time.data : time.data + 24 * hour);
    test.db.sqlite
      .prepare(
        `UPDATE Video SET nextReadingAt = ? WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY connectionId
           ORDER BY publishedAt) AS place FROM Video) WHERE place <= 2)`,
      )
      .run(time.data);
  }
}

function difference(world: FaultWorld, openId: string): string | null {
  const [is, should] = [world.disturbed, world.undisturbed].map(({ test }) => dumpAccount(test.db, openId)) as [
    string[],
    string[],
  ];
  const index = [...Array(Math.max(is.length, should.length)).keys()].find((at) => is[at] !== should[at]);
  return index === undefined ? null : `${is[index]}\ninstead of\n${should[index]}`;
}

/** Readings are never changed nor lost, whatever happens. */
function readingsOf(side: Side, openId: string): string[] {
  return dumpAccount(side.test.db, openId).filter((line) => /^(account|video) reading/.test(line));
}

interface Before {
  counts: StoredCounts;
  readings: string[];
}

function remember(side: Side, openId: string): Before {
  return { counts: countStored(side.test.db, openId), readings: readingsOf(side, openId) };
}

function compareStored(side: Side, openId: string, before: Before): Outcome['stored'] {
  const now = countStored(side.test.db, openId);
  const left = new Set(readingsOf(side, openId));
  return {
    accountReadings: now.accountReadings - before.counts.accountReadings,
    videos: now.videos - before.counts.videos,
    videoReadings: now.videoReadings - before.counts.videoReadings,
    unavailable: now.unavailable,
    tokens: now.tokens,
    lost: before.readings.find((line) => !left.has(line)) ?? null,
  };
}

/** Syncs everybody with the faults arranged, once more after the first retry is due, and puts right what is left to the person. */
export async function trySync(world: FaultWorld, operation: 'profile' | 'list' | 'query' | 'refresh', cases: readonly Case[]) {
  const { disturbed, undisturbed, time, proxy } = world;
  const everybody = cases.flatMap(({ person, twin }) => [person, twin]);
  if (operation !== 'profile') await Promise.all(everybody.map(requestSync));
  if (operation === 'refresh') {
    for (const { test } of [disturbed, undisturbed]) {
      test.db.sqlite.prepare('UPDATE TikTokConnection SET accessTokenExpiresAt = ?').run(time.data);
    }
  }
  const before = new Map(cases.map(({ person }) => [person, remember(disturbed, person.openId)]));
  for (const one of cases) await arrangeFault(world, operation, { ...one, mark: one.person.openId });
  await Promise.all([disturbed.drain(), undisturbed.drain()]);

  const outcomes = new Map<Fault, Outcome>();
  for (const { fault, person } of cases) {
    outcomes.set(fault, {
      sees: await seeRun(person),
      stored: compareStored(disturbed, person.openId, before.get(person)!),
      job: seeJob(disturbed, world, person.openId),
      seesThen: {},
      difference: null,
      jobLeft: false,
    });
  }
  proxy.rules.clear();
  time.system += 15_000;
  await disturbed.drain();
  for (const { fault, person } of cases) outcomes.get(fault)!.seesThen = await seeRun(person);

  const endings = new Map(casesOf(operation).map(({ fault, ending }) => [fault, ending]));
  for (const { fault, person } of cases) {
    const { status } = (await seeRun(person)) as { status: string };
    if (status !== 'ACTIVE') await connectAgain(disturbed, person);
    const ending = endings.get(fault);
    if (ending === 'profileKept') await requestSync(person);
    if (ending === 'partlyRead') {
      // Their cadence comes round.
      disturbed.test.db.sqlite
        .prepare(
          `UPDATE Video SET nextReadingAt = @now WHERE lastObservedAt < @now AND id IN (SELECT v.id FROM Video v
             JOIN TikTokConnection c ON c.id = v.connectionId WHERE c.tiktokUserId = @openId ORDER BY v.publishedAt LIMIT 2)`,
        )
        .run({ now: time.data, openId: person.openId });
      await requestSync(person);
    }
  }
  await disturbed.drain();
  for (const { fault, person } of cases) finish(world, person, outcomes.get(fault)!);
  return outcomes;
}

function finish(world: FaultWorld, person: Person, outcome: Outcome): void {
  outcome.difference = difference(world, person.openId);
  outcome.jobLeft = seeJob(world.disturbed, world, person.openId) !== null;
}

/** Connects everybody, first with the fault, then without. Leaves them connected, with their first sync waiting. */
export async function tryConnecting(world: FaultWorld, operation: 'exchange' | 'profileAtConnect', cases: readonly Case[]) {
  const { disturbed, proxy } = world;
  const outcomes = new Map<Fault, Outcome>();
  for (const { twin } of cases) if (twin.connectionId === '') await connectAgain(world.undisturbed, twin);
  await Promise.all(
    cases.map(async ({ fault, person }) => {
      const before = remember(disturbed, person.openId);
      const answer: ConnectAnswer = await connect(disturbed, person, (code) =>
        arrangeFault(world, operation, { fault, person, mark: operation === 'exchange' ? code : person.openId }),
      );
      outcomes.set(fault, {
        sees: { answer: answer.__typename, message: answer.message ?? null },
        stored: compareStored(disturbed, person.openId, before),
        job: seeJob(disturbed, world, person.openId),
        seesThen: {},
        difference: null,
        jobLeft: false,
      });
    }),
  );
  proxy.rules.clear();
  for (const { fault, person } of cases) {
    await connectAgain(disturbed, person);
    outcomes.get(fault)!.seesThen = { stored: countStored(disturbed.test.db, person.openId) };
  }
  return outcomes;
}

/** Takes away the names of two sounds, and lets them be looked up after a sync, in which everybody keeps in step. */
export async function trySounds(world: FaultWorld, cases: readonly Case[], everyCase: readonly Case[]) {
  const { disturbed, undisturbed, proxy } = world;
  const everybody = everyCase.flatMap(({ person, twin }) => [person, twin]);
  for (const { test } of [disturbed, undisturbed]) {
    test.db.sqlite
      .prepare(
        `UPDATE Video SET musicName = NULL, musicLookedUpAt = NULL WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER
           (PARTITION BY connectionId ORDER BY publishedAt DESC) AS place FROM Video) WHERE place <= 2)`,
      )
      .run();
  }
  world.setAsksForSounds(true);
  await Promise.all(everybody.map(requestSync));
  const before = new Map(cases.map(({ person }) => [person, remember(disturbed, person.openId)]));
  const usernameOf = disturbed.test.db.sqlite
    .prepare<[string], string>('SELECT username FROM TikTokConnection WHERE tiktokUserId = ?')
    .pluck();
  for (const one of cases) {
    await arrangeFault(world, 'oembed', { ...one, mark: `@${usernameOf.get(one.person.openId)}/` });
  }
  await Promise.all([disturbed.drain(), undisturbed.drain()]);
  const outcomes = new Map<Fault, Outcome>();
  for (const { fault, person } of cases) {
    outcomes.set(fault, {
      sees: { ...(await seeSound(person)), run: ((await seeRun(person)) as { run: string }).run },
      stored: compareStored(disturbed, person.openId, before.get(person)!),
      job: seeJob(disturbed, world, person.openId),
      seesThen: {},
      difference: null,
      jobLeft: false,
    });
  }
  proxy.rules.clear();
  passTime(world, 'all');
  await Promise.all(everybody.map(requestSync));
  await Promise.all([disturbed.drain(), undisturbed.drain()]);
  for (const { fault, person } of cases) finish(world, person, outcomes.get(fault)!);
  world.setAsksForSounds(false);
  return outcomes;
}

export async function tryPictures(world: FaultWorld, operation: 'cover' | 'avatar', cases: readonly Case[]) {
  const { disturbed, proxy } = world;
  const { sqlite } = disturbed.test.db;
  const newest = sqlite.prepare<[string], { tiktokVideoId: string; coverUrl: string; avatarUrl: string }>(
    `SELECT v.tiktokVideoId, v.coverUrl, c.avatarUrl FROM Video v JOIN TikTokConnection c ON c.id = v.connectionId WHERE c.tiktokUserId = ?
       ORDER BY v.publishedAt DESC LIMIT 1`,
  );
  const outcomes = new Map<Fault, Outcome>();
  await Promise.all(
    cases.map(async ({ fault, person, twin }) => {
      const before = remember(disturbed, person.openId);
      const { tiktokVideoId, coverUrl, avatarUrl } = newest.get(person.openId)!;
      await arrangeFault(world, operation, {
        fault,
        person,
        mark: operation === 'cover' ? tiktokVideoId : `/avatars/${person.creator}.png`,
      });
      const sees = await seePicture(person, operation);
      const stored = compareStored(disturbed, person.openId, before);
      const job = seeJob(disturbed, world, person.openId);
      if (fault === 'unknown-host') {
        sqlite.prepare('UPDATE Video SET coverUrl = ? WHERE tiktokVideoId = ?').run(coverUrl, tiktokVideoId);
        sqlite.prepare('UPDATE TikTokConnection SET avatarUrl = ? WHERE tiktokUserId = ?').run(avatarUrl, person.openId);
      }
      for (const rule of proxy.rules)
        if (rule.marks?.includes(operation === 'cover' ? tiktokVideoId : `/avatars/${person.creator}.png`))
          proxy.rules.delete(rule);
      const seesThen = await seePicture(person, operation);
      const should = await seePicture(twin, operation);
      const outcome: Outcome = {
        sees: { http: sees.http },
        stored,
        job,
        seesThen: { http: seesThen.http },
        difference: null,
        jobLeft: false,
      };
      finish(world, person, outcome);
      if (seesThen.bytes === '' || seesThen.bytes !== should.bytes) outcome.difference ??= 'another picture';
      outcomes.set(fault, outcome);
    }),
  );
  return outcomes;
}

/** Disconnects everybody, with the fault and then without. */
export async function tryRevoking(world: FaultWorld, cases: readonly Case[]) {
  const { disturbed, proxy } = world;
  const outcomes = new Map<Fault, Outcome>();
  const before = new Map(cases.map(({ person }) => [person, remember(disturbed, person.openId)]));
  await Promise.all(cases.map(({ twin }) => disconnect(twin)));
  await Promise.all(
    cases.map(async (one) => {
      const { fault, person } = one;
      await arrangeFault(world, 'revoke', { ...one, mark: person.openId });
      outcomes.set(fault, {
        sees: await disconnect(person),
        stored: compareStored(disturbed, person.openId, before.get(person)!),
        job: seeJob(disturbed, world, person.openId),
        seesThen: {},
        difference: null,
        jobLeft: false,
      });
    }),
  );
  proxy.rules.clear();
  await disturbed.drain();
  for (const { fault, person } of cases) {
    const outcome = outcomes.get(fault)!;
    outcome.seesThen = { tokens: countStored(disturbed.test.db, person.openId).tokens };
    finish(world, person, outcome);
  }
  return outcomes;
}

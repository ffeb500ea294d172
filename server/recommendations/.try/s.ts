import '../../recommendations/schema';
import '../../recommendations/generation-schema';
import { Analyses } from '../../analytics/analyses';
import { createTestApp } from '../../testing/test-app';
import { createCrealiaPubSub } from '../../pubsub';
import { startGeneration } from '../../recommendations/start-generation';
import { makeRecommendations } from '../../recommendations/make-recommendations';
import { findGenerationRun } from '../../recommendations/generation-queries';
import { listRunRecommendations } from '../../recommendations/recommendation-queries';
const app = await createTestApp();
app.app.start();
for (const creator of process.argv.slice(2)) {
  const b = await app.connectedBrowser(creator);
  const id = Buffer.from(b.connectionId, 'base64').toString().split(':')[1]!;
  const t0 = Date.now();
  for (;;) {
    const row: any = app.db.sqlite.prepare('SELECT lastSyncedAt, ownerId FROM TikTokConnection WHERE id=?').get(id);
    if (row.lastSyncedAt) break;
    if (Date.now() - t0 > 90000) throw new Error('no sync');
    await new Promise((r) => setTimeout(r, 100));
  }
  const { ownerId } = app.db.sqlite.prepare('SELECT ownerId FROM TikTokConnection WHERE id=?').get(id) as any;
  const analyses = new Analyses(app.db, app.clock);
  const tz = (app.db.sqlite.prepare('SELECT timeZone FROM User WHERE id=?').get(ownerId) as any).timeZone;
  await analyses.get({ connectionId: id, timeZone: tz });
  const deps = { db: app.db, clock: app.clock, pubsub: createCrealiaPubSub(), analyses, languageModel: null };
  const run = await startGeneration(
    { connectionId: id, ownerId },
    { db: app.db, clock: app.clock, jobs: { enqueue: async () => undefined } },
  );
  const t1 = performance.now();
  await makeRecommendations(run.id, deps, { signal: new AbortController().signal, isLastAttempt: true });
  const done = findGenerationRun(app.db, run.id)!;
  console.log(
    '=====',
    creator,
    'sync',
    Date.now() - t0,
    'ms; generation',
    Math.round(performance.now() - t1),
    'ms',
    JSON.stringify(done.missing),
  );
  for (const r of listRunRecommendations(app.db, [run.id]).flat())
    console.log(r.type, r.confidence.toFixed(2), '|', r.title, '|', r.evidence.statement, '|', JSON.stringify(r.content));
}
await app.close();
process.exit(0);

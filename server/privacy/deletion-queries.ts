import type { Database } from '../db/database';
import { countGoing, countPointingTo } from './count-queries';
import { largerCounts, sumCounts } from './erasure';
import { listIdsInJobs, listUnrevoked, requireErasure, takeOutOfUse, updateErasure } from './erasure-queries';

/** Videos in one transaction: with their readings some tens of milliseconds, in which nobody else is answered. */
const videosAtATime = 50;

/** Counts anew what goes, before its first row does. An account that was connected in the last moment is taken along. */
export function beginDeletion(db: Database, id: string): 'BEGUN' | 'REVOKE_FIRST' {
  return db.sqlite
    .transaction(() => {
      const { userId, connectionIds, before, after } = requireErasure(db, id);
      const late =
        userId === null
          ? []
          : db.sqlite
              .prepare<[string], string>('SELECT id FROM TikTokConnection WHERE ownerId = ? AND erasureId IS NULL')
              .pluck()
              .all(userId);
      const all = [...connectionIds, ...late];
      if (late.length > 0) {
        takeOutOfUse(db, id, late);
        db.sqlite.prepare('UPDATE Erasure SET connectionIds = ? WHERE id = ?').run(JSON.stringify(all), id);
      }
      if (listUnrevoked(db, all).length > 0) return 'REVOKE_FIRST';
      updateErasure(db, id, {
        phase: 'DELETING',
        before: largerCounts(before, countGoing(db, { userId, connectionIds: all })),
        after,
      });
      return 'BEGUN';
    })
    .immediate();
}

/** Deletes a handful of videos with all that hangs on them, and counts by their ids what is left of it. False when none was there. */
export function deleteSomeVideos(db: Database, id: string): boolean {
  return db.sqlite
    .transaction(() => {
      const { connectionIds, before, after } = requireErasure(db, id);
      const ids = db.sqlite
        .prepare<[string, number], string>('SELECT id FROM Video WHERE connectionId IN (SELECT value FROM json_each(?)) LIMIT ?')
        .pluck()
        .all(JSON.stringify(connectionIds), videosAtATime);
      if (ids.length === 0) return false;
      db.sqlite.prepare('DELETE FROM Video WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(ids));
      updateErasure(db, id, { before, after: sumCounts(after, countPointingTo(db, 'Video', ids)) });
      return true;
    })
    .immediate();
}

/**
 * Deletes the accounts, the person where all of them go, and what nobody uses any more; by foreign keys everything that is theirs.
 * Counts afterwards, by the ids there were, what is left in each table.
 */
export function deleteAccounts(db: Database, id: string): void {
  const { sqlite } = db;
  sqlite
    .transaction(() => {
      const erasure = requireErasure(db, id);
      const { userId, connectionIds, before, after } = erasure;
      const connections = JSON.stringify(connectionIds);
      const idsOf = (table: string) =>
        sqlite
          .prepare<[string], string>(`SELECT id FROM ${table} WHERE connectionId IN (SELECT value FROM json_each(?))`)
          .pluck()
          .all(connections);
      const parents = ['Prediction', 'Experiment'].map((table) => ({ table, ids: idsOf(table) }));
      const named = [...connectionIds, ...listIdsInJobs(db, erasure), ...(userId === null ? [] : [userId])];

      const owners = sqlite
        .prepare<[string], string>('SELECT DISTINCT ownerId FROM TikTokConnection WHERE id IN (SELECT value FROM json_each(?))')
        .pluck()
        .all(connections);

      // Predictions may only go with their account, so the account's row goes first and takes them along.
      sqlite.prepare('DELETE FROM TikTokConnection WHERE id IN (SELECT value FROM json_each(?))').run(connections);
      if (userId === null) nameAfterWhatStays(db, owners);
      else {
        sqlite.prepare('DELETE FROM AuthorizationAttempt WHERE userId = ?').run(userId);
        sqlite.prepare('DELETE FROM User WHERE id = ?').run(userId);
      }
      const deleteJobs = `DELETE FROM Job WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(Job.payload, value) > 0)`;
      sqlite.prepare(deleteJobs).run(JSON.stringify(named));
      sqlite.exec('DELETE FROM Hashtag WHERE NOT EXISTS (SELECT 1 FROM VideoHashtag WHERE hashtagId = Hashtag.id)');

      const unused = 'SELECT count(*) FROM Hashtag WHERE NOT EXISTS (SELECT 1 FROM VideoHashtag WHERE hashtagId = Hashtag.id)';
      const left = parents.map(({ table, ids }) => countPointingTo(db, table, ids)).reduce(sumCounts, {});
      updateErasure(db, id, {
        phase: 'FORGETTING_FILES',
        before,
        after: [countGoing(db, erasure), left, { Hashtag: sqlite.prepare<[], number>(unused).pluck().get() ?? 0 }].reduce(
          sumCounts,
          after,
        ),
      });
    })
    .immediate();
}

/** A person is called after the first account; where that one goes, after the first that stays. */
function nameAfterWhatStays({ sqlite }: Database, userIds: readonly string[]): void {
  sqlite
    .prepare(
      `UPDATE User SET displayName = coalesce(
         (SELECT displayName FROM TikTokConnection WHERE ownerId = User.id ORDER BY id LIMIT 1), 'Crealia')
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(JSON.stringify(userIds));
}

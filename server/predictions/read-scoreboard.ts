import type { Database } from '../db/database';
import type { RecommendationType } from '../db/generated/client/enums';
import type { TrackRecord } from './recalibration';
import { assembleScoreboard, type Scoreboard } from './scoreboard';
import { countPredictions, overallRecord, recordByType } from './scoreboard-queries';

/** The account's predictions, counted. The caller has checked that the connection is the person's. */
export function readScoreboard(connectionId: string, { db }: { db: Database }): Scoreboard {
  return assembleScoreboard(countPredictions(db, connectionId), recordByType(db, connectionId), overallRecord(db, connectionId));
}

/**
 * What confidence is recalibrated from: this account's own measured predictions by type. Never another account's: its results are
 * its creator's, and among few accounts a pooled count minus one's own would tell them.
 */
export function readTrackRecords(connectionId: string, { db }: { db: Database }): ReadonlyMap<RecommendationType, TrackRecord> {
  return recordByType(db, connectionId);
}

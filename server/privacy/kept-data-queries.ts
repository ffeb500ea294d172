import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';

/** How many of each there are of a person. */
export interface KeptData {
  accounts: number;
  videos: number;
  videoReadings: number;
  accountReadings: number;
  syncs: number;
  recommendations: number;
  predictions: number;
  experiments: number;
  consents: number;
  sessions: number;
}

const ofConnections = (table: string) =>
  `(SELECT count(*) FROM ${table} WHERE connectionId IN (SELECT id FROM TikTokConnection WHERE ownerId = @userId))`;
const ofUser = (table: string, column = 'userId') => `(SELECT count(*) FROM ${table} WHERE ${column} = @userId)`;

export function countKeptData({ sqlite }: Database, userId: string): KeptData {
  const counts = prepared<KeptData>(
    sqlite,
    `SELECT ${ofUser('TikTokConnection', 'ownerId')} AS accounts, ${ofConnections('Video')} AS videos,
       (SELECT count(*) FROM TikTokConnection c JOIN Video v ON v.connectionId = c.id JOIN VideoSnapshot s ON s.videoId = v.id
        WHERE c.ownerId = @userId) AS videoReadings,
       ${ofConnections('ConnectionSnapshot')} AS accountReadings, ${ofConnections('SyncRun')} AS syncs,
       ${ofConnections('Recommendation')} AS recommendations, ${ofConnections('Prediction')} AS predictions,
       ${ofConnections('Experiment')} AS experiments, ${ofUser('Consent')} AS consents, ${ofUser('Session')} AS sessions`,
  ).get({ userId });
  if (!counts) throw new Error('A SELECT without FROM gave no row.');
  return counts;
}

import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import { FORTNIGHT_MS, type ByFortnight, type CreatorUses, type Window } from './hashtag-uses';

/** People who have connected an account and whose consent to research stands, in the order of their ids. */
export function listResearchCreators({ sqlite }: Database): string[] {
  const select = prepared<{ userId: string }>(
    sqlite,
    `SELECT DISTINCT k.userId FROM Consent k
     WHERE k.purpose = 'RESEARCH' AND k.withdrawnAt IS NULL AND EXISTS (SELECT 1 FROM TikTokConnection c WHERE c.ownerId = k.userId)
     ORDER BY k.userId`,
  );
  return select.all().map(({ userId }) => userId);
}

/** What this person's public videos of the window carry; nothing where no consent to research stands at this very moment. */
export function readResearchUses(db: Database, ownerId: string, window: Window): CreatorUses {
  return readUses(db, ownerId, window, hasConsented);
}

/** The same of the reader's own videos, which they may see in any case. */
export function readOwnUses(db: Database, ownerId: string, window: Window): CreatorUses {
  return readUses(db, ownerId, window, '');
}

const hasConsented = `AND EXISTS (
  SELECT 1 FROM Consent k WHERE k.userId = c.ownerId AND k.purpose = 'RESEARCH' AND k.withdrawnAt IS NULL)`;

const ofOwner = `FROM TikTokConnection c JOIN Video v ON v.connectionId = c.id
    AND v.publishedAt > @from AND v.publishedAt <= @until AND v.availability = 'AVAILABLE'`;
// Bound numbers arrive as reals, whose division would leave fractions.
const fortnightsAgo = `CAST((@until - v.publishedAt) / ${FORTNIGHT_MS} AS INTEGER)`;

function readUses({ sqlite }: Database, ownerId: string, { from, until }: Window, condition: string): CreatorUses {
  const parameters = { ownerId, from, until };
  const posted = prepared<{ ago: number; videos: number }>(
    sqlite,
    `SELECT ${fortnightsAgo} AS ago, count(*) AS videos ${ofOwner} WHERE c.ownerId = @ownerId ${condition} GROUP BY ago`,
  ).all(parameters);
  const used = prepared<{ name: string; ago: number; videos: number }>(
    sqlite,
    `SELECT h.name, ${fortnightsAgo} AS ago, count(*) AS videos ${ofOwner}
     JOIN VideoHashtag t ON t.videoId = v.id JOIN Hashtag h ON h.id = t.hashtagId
     WHERE c.ownerId = @ownerId ${condition} GROUP BY h.id, ago`,
  ).all(parameters);
  const hashtags = new Map<string, ByFortnight>();
  for (const { name, ago, videos } of used) {
    const counts = hashtags.get(name) ?? [0, 0, 0];
    put(counts, ago, videos);
    hashtags.set(name, counts);
  }
  const videos: ByFortnight = [0, 0, 0];
  for (const row of posted) put(videos, row.ago, row.videos);
  return { ownerId, videos, hashtags };
}

function put(counts: ByFortnight, ago: number, videos: number): void {
  counts[ago] = videos;
}

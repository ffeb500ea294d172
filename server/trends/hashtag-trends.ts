import { giveWayBetween } from '../analytics/steps';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { HashtagUses, windowAt, type Window } from './hashtag-uses';
import { listResearchCreators, readOwnUses, readResearchUses } from './queries';
import { findRisingHashtags, type RisingHashtag } from './rising-hashtags';

export interface RisingHashtagReport {
  window: Window;
  /** Creators other than the reader whose consent to research stands. */
  creatorCount: number;
  hashtags: RisingHashtag[];
}

interface KeptUses {
  /** Who had consented, and the hour. */
  key: string;
  uses: Promise<HashtagUses>;
}

/**
 * What the creators who consented to research use, read once an hour. Who has consented is asked on every request: as soon as
 * one of them withdraws, or another consents, what was kept is thrown away and read anew.
 */
export class HashtagTrends {
  private kept: KeptUses | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param ownerId the reader, whose own videos stand apart and do not count among those of others */
  async getReport(ownerId: string): Promise<RisingHashtagReport> {
    const window = windowAt(this.clock.now().getTime());
    const creators = listResearchCreators(this.db);
    const key = `${window.until} ${creators.join()}`;
    if (this.kept?.key !== key) {
      const uses = giveWayBetween(this.readAll(creators, window)).catch((error: unknown) => {
        this.kept = null;
        throw error;
      });
      this.kept = { key, uses };
    }
    const uses = await this.kept.uses;
    const ownUses = readOwnUses(this.db, ownerId, window).hashtags;
    return { window, creatorCount: uses.countOthers(ownerId), hashtags: findRisingHashtags(uses, { ownerId, ownUses }) };
  }

  /** A creator at a time, so that a request that reads everybody does not hold up the others. */
  private *readAll(creators: readonly string[], window: Window): Generator<void, HashtagUses> {
    const read = [];
    for (const ownerId of creators) {
      read.push(readResearchUses(this.db, ownerId, window));
      yield;
    }
    return new HashtagUses(read);
  }
}

import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { CHOICE_METHOD_VERSION } from './choice-effects';
import { analysisSteps, type CreatorAnalysis } from './creator-analysis';
import { localTimeIn } from './local-time';
import { findDataVersion, findOwnerTimeZone, findStoredChoices, readCreatorFacts, readVideoPages, saveChoices } from './queries';
import { giveWayBetween } from './steps';

export interface AnalysisInput {
  connectionId: string;
  timeZone: string;
}

/** Videos whose analyses are kept: about 60 MB when full. */
const KEPT_VIDEOS = 100_000;

/**
 * The analyses of creators, computed once for each state of their data and kept until newer readings land. A page of the app
 * therefore costs one look at the data version; the first request after a start, or after readings that nobody warmed, waits
 * for the computation, which gives way to other requests every few milliseconds. The effects of choices, its dearest part, are
 * computed after each sync and kept in the database.
 */
export class Analyses {
  private readonly kept = new LRUCache<string, CreatorAnalysis>({
    maxSize: KEPT_VIDEOS,
    sizeCalculation: (analysis) => analysis.comparisons.videos.length + 100,
  });
  private readonly running = new Map<string, Promise<CreatorAnalysis>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The analysis of the connection's present data. The caller has checked that the connection is the person's. */
  async get(input: AnalysisInput): Promise<CreatorAnalysis> {
    const dataVersion = findDataVersion(this.db, input.connectionId) ?? 0;
    const key = `${input.connectionId} ${input.timeZone}`;
    let latest = this.kept.get(key);
    while (!latest || latest.dataVersion < dataVersion || this.isOutlived(latest)) {
      // One that began before the newest readings landed is waited for, then found too old, and followed by a new one.
      latest = await this.compute(key, input);
    }
    return latest;
  }

  /** Computes what the owner's next request will ask for; to be called once readings have landed. */
  async warm(connectionId: string): Promise<void> {
    const timeZone = findOwnerTimeZone(this.db, connectionId);
    if (timeZone !== null) await this.get({ connectionId, timeZone });
  }

  /** Drops what is remembered of accounts that are gone. */
  forget(connectionIds: readonly string[]): void {
    for (const key of this.kept.keys()) if (connectionIds.some((id) => key.startsWith(`${id} `))) this.kept.delete(key);
  }

  /** Without any reading the periods end today, and today passes. */
  private isOutlived(analysis: CreatorAnalysis): boolean {
    return analysis.isOutlivedAt(this.clock.now().getTime());
  }

  private compute(key: string, input: AnalysisInput): Promise<CreatorAnalysis> {
    const running = this.running.get(key);
    if (running) return running;
    const started = this.take(input)
      .then((analysis) => {
        this.kept.set(key, analysis);
        return analysis;
      })
      .finally(() => this.running.delete(key));
    this.running.set(key, started);
    return started;
  }

  private async take({ connectionId, timeZone }: AnalysisInput): Promise<CreatorAnalysis> {
    // Its data version is read first: readings that land meanwhile make this answer too old, never too new for its version.
    const facts = readCreatorFacts(this.db, connectionId);
    const of = { connectionId, timeZone, dataVersion: facts.dataVersion, methodVersion: CHOICE_METHOD_VERSION };
    const known = findStoredChoices(this.db, of);
    const pages = readVideoPages(this.db, connectionId);
    const analysis = await giveWayBetween(analysisSteps(facts, pages, localTimeIn(timeZone), this.clock.now().getTime(), known));
    if (!known) saveChoices(this.db, of, analysis.choices);
    return analysis;
  }
}

const HOUR_MS = 3_600_000;
export const FORTNIGHT_MS = 14 * 24 * HOUR_MS;
/** The last fortnight, and the two before it that it is compared with. */
const FORTNIGHTS = 3;

/** Counts by fortnight, the latest first. */
export type ByFortnight = [latest: number, before: number, first: number];

/** What one creator posted. */
export interface CreatorUses {
  ownerId: string;
  videos: ByFortnight;
  /** Videos by hashtag. */
  hashtags: ReadonlyMap<string, ByFortnight>;
}

export interface Window {
  /** Published after this time, … */
  from: number;
  /** … and not after this one: the last full hour, so that an answer is the same for an hour. */
  until: number;
}

export function windowAt(now: number): Window {
  const until = Math.floor(now / HOUR_MS) * HOUR_MS;
  return { from: until - FORTNIGHTS * FORTNIGHT_MS, until };
}

/** Creators who posted, or used one hashtag, by fortnight, and their videos. */
interface Total {
  creators: ByFortnight;
  videos: ByFortnight;
}

/** Everybody's uses together, from which one creator's can be taken out again. */
export class HashtagUses {
  private readonly byOwner: ReadonlyMap<string, CreatorUses>;
  private readonly totals = new Map<string, Total>();
  private readonly all: Total = emptyTotal();

  constructor(everybody: readonly CreatorUses[]) {
    this.byOwner = new Map(everybody.map((creator) => [creator.ownerId, creator]));
    for (const { videos, hashtags } of everybody) {
      add(this.all, videos, 1);
      for (const [name, counts] of hashtags) {
        const total = this.totals.get(name) ?? emptyTotal();
        add(total, counts, 1);
        this.totals.set(name, total);
      }
    }
  }

  /** Creators other than this one. */
  countOthers(ownerId: string): number {
    return this.byOwner.size - (this.byOwner.has(ownerId) ? 1 : 0);
  }

  /** What the creators other than this one posted. */
  othersOf(ownerId: string): Total {
    return without(this.all, this.byOwner.get(ownerId)?.videos);
  }

  /** What the creators other than this one used: hashtags that `minimumCreators` of them or more used in the latest fortnight. */
  hashtagsOfOthers(ownerId: string, minimumCreators: number): [name: string, total: Total][] {
    const own = this.byOwner.get(ownerId)?.hashtags;
    const found: [string, Total][] = [];
    for (const [name, total] of this.totals) {
      if (total.creators[0] < minimumCreators) continue;
      const others = without(total, own?.get(name));
      if (others.creators[0] >= minimumCreators) found.push([name, others]);
    }
    return found;
  }
}

function emptyTotal(): Total {
  return { creators: [0, 0, 0], videos: [0, 0, 0] };
}

function add(total: Total, counts: ByFortnight, sign: 1 | -1): void {
  for (let fortnight = 0; fortnight < FORTNIGHTS; fortnight++) {
    const count = counts[fortnight]!;
    total.videos[fortnight]! += sign * count;
    if (count > 0) total.creators[fortnight]! += sign;
  }
}

function without(total: Total, own: ByFortnight | undefined): Total {
  if (!own) return total;
  const rest: Total = { creators: [...total.creators], videos: [...total.videos] };
  add(rest, own, -1);
  return rest;
}

import { isReachHashtag } from '../videos/reach-hashtags';
import type { ByFortnight, HashtagUses } from './hashtag-uses';
import { velocityOf, type Velocity } from './velocity';

/**
 * A hashtag is shown when so many creators other than the reader used it. One creator's hashtag is that creator; of two, one who
 * is known gives away the other.
 */
export const MINIMUM_CREATORS = 3;

export interface RisingHashtag {
  name: string;
  velocity: Velocity;
  /** Videos of other creators that carry it, in the last fortnight. */
  videoCount: number;
  /** Creators of those videos. */
  creatorCount: number;
  /** The reader's own videos that carry it, in the last fortnight. */
  ownVideoCount: number;
}

/**
 * Hashtags that other creators use more than before: the whole interval of their velocity is above 0. Fastest first; those that
 * only ask for reach are left out.
 */
export function findRisingHashtags(
  uses: HashtagUses,
  reader: { ownerId: string; ownUses: ReadonlyMap<string, ByFortnight> },
): RisingHashtag[] {
  const velocityFor = velocitiesAmong(uses.othersOf(reader.ownerId).creators);
  return uses
    .hashtagsOfOthers(reader.ownerId, MINIMUM_CREATORS)
    .flatMap(([name, { creators, videos }]) => {
      const velocity = isReachHashtag(name) ? null : velocityFor(creators);
      if (velocity === null || velocity.low <= 0) return [];
      const ownVideoCount = reader.ownUses.get(name)?.[0] ?? 0;
      return [{ name, velocity, videoCount: videos[0], creatorCount: creators[0], ownVideoCount }];
    })
    .sort((a, b) => b.velocity.estimate - a.velocity.estimate || (a.name < b.name ? -1 : 1));
}

/** Velocities among so many posting creators. Many hashtags have the same few users: each case is computed once. */
function velocitiesAmong(posting: ByFortnight): (users: ByFortnight) => Velocity | null {
  const known = new Map<string, Velocity | null>();
  const [creators, earlierCreators] = [posting[0], posting[1] + posting[2]];
  return (by) => {
    const [users, earlierUsers] = [by[0], by[1] + by[2]];
    // A share that is no larger than before has no interval above 0.
    if (users * earlierCreators <= earlierUsers * creators) return null;
    const key = `${users} ${earlierUsers}`;
    let velocity = known.get(key);
    if (velocity === undefined) {
      known.set(key, (velocity = velocityOf({ users, creators, earlierUsers, earlierCreators })));
    }
    return velocity;
  };
}

import type { EuropeanZone } from './european-time';
import { hashText, Random } from './random';

export const onDemandSizes = ['newcomer', 'small', 'medium', 'established', 'giant'] as const;
export type OnDemandSize = (typeof onDemandSizes)[number];
export type CreatorSize = 'empty' | 'few' | OnDemandSize;
export type Theme = 'cooking' | 'travel' | 'crafts' | 'sport';
export type Language = 'fr' | 'en';

/** An effect put there on purpose, far larger than real data shows, so that a method can be tested on it. `sizeLn` is added to ln(views). */
export type PlantedEffect =
  | { kind: 'POSTING_HOURS'; fromHour: number; toHour: number; timeZone: EuropeanZone; sizeLn: number }
  | { kind: 'HASHTAG'; hashtag: string; sizeLn: number };

/** Everything about a creator that does not change with time. */
export interface CreatorProfile {
  id: string;
  /** Part of the ids of the creator's videos; unique. */
  number: number;
  seed: number;
  username: string;
  displayName: string;
  bio: string;
  isVerified: boolean;
  size: CreatorSize;
  theme: Theme;
  languages: readonly [Language, ...Language[]];
  timeZone: EuropeanZone;
  /** Public videos on the day the sandbox was founded. */
  videosAtFounding: number;
  postsPerDay: number;
  followersAtFounding: number;
  followerGrowthPerDay: number;
  following: number;
  /** ln of the median views at maturity, and the scatter around it. */
  level: number;
  scatter: number;
  /** Change of the level per day. */
  trendPerDay: number;
  /** ln of the counts per view. */
  likeRate: number;
  commentRate: number;
  shareRate: number;
  medianDurationSeconds: number;
  /** Local hours the creator prefers; empty: none but everybody's. */
  favouriteHours: readonly number[];
  /** Strength of the common effect of the hour, in units of the scatter; 0 where nothing may be found. */
  hourEffect: number;
  plantedEffect: PlantedEffect | null;
  special: Record<Language, string>;
}

/** `followerSpread`: SD of ln(followers) among creators made on demand; small and established ones are those of tiktok-statistics.md §6. */
const sizes: Record<CreatorSize, { videos: number; perDay: number; followers: number; followerSpread: number; growth: number }> =
  {
    empty: { videos: 0, perDay: 0, followers: 12, followerSpread: 0, growth: 0.0004 },
    few: { videos: 3, perDay: 0.1, followers: 64, followerSpread: 0, growth: 0.002 },
    newcomer: { videos: 8, perDay: 0.4, followers: 190, followerSpread: 0.8, growth: 0.008 },
    small: { videos: 150, perDay: 0.45, followers: 750, followerSpread: 1.7, growth: 0.0018 },
    medium: { videos: 320, perDay: 0.7, followers: 9_600, followerSpread: 1, growth: 0.001 },
    established: { videos: 1_000, perDay: 0.95, followers: 300_000, followerSpread: 1.3, growth: 0.0007 },
    giant: { videos: 10_000, perDay: 4.2, followers: 2_750_000, followerSpread: 0.6, growth: 0.0004 },
  };

/** What distinguishes a creator; the rest is drawn from the seed by the recipe of tiktok-statistics.md §6. */
interface Sketch extends Pick<
  CreatorProfile,
  'id' | 'number' | 'username' | 'displayName' | 'size' | 'theme' | 'languages' | 'special'
> {
  timeZone?: EuropeanZone;
  videosAtFounding?: number;
  plantedEffect?: PlantedEffect;
  /** Nothing but chance: no effect of the hour, no trend. */
  isNull?: boolean;
  isVerified?: boolean;
}

export function drawProfile(seed: string, sketch: Sketch): CreatorProfile {
  const size = sizes[sketch.size];
  const creatorSeed = hashText(`${seed}/${sketch.id}`);
  const random = new Random(creatorSeed, 1);
  const isOnDemand = sketch.number >= 100;
  const followers = Math.round(size.followers * Math.exp((isOnDemand ? size.followerSpread : 0.1) * random.normal()));
  const isLarge = followers > 20_000;
  const spread = isOnDemand ? 1 : 0.3;
  const levelNoise = spread * (isLarge ? 0.92 : 0.95) * random.normal();
  const scatter = (isLarge ? 1.14 : 1.04) * Math.exp(0.33 * spread * random.normal());
  const videos = sketch.videosAtFounding ?? size.videos;
  const lifeDays = Math.max(365, videos / Math.max(size.perDay, 0.01));
  const favouriteHours = sketch.isNull || sketch.plantedEffect ? [] : drawFavouriteHours(random);
  const trend = 0.4 * random.normal();
  return {
    ...sketch,
    seed: creatorSeed,
    timeZone: sketch.timeZone ?? (sketch.languages[0] === 'fr' ? 'Europe/Paris' : 'Europe/London'),
    isVerified: sketch.isVerified ?? false,
    bio: sketch.special[sketch.languages[0]],
    videosAtFounding: videos,
    postsPerDay: size.perDay,
    followersAtFounding: followers,
    followerGrowthPerDay: size.growth,
    following: 20 + random.integer(400),
    level: (isLarge ? 3.51 + 0.69 * Math.log(followers) : 4.24 + 0.54 * Math.log(followers)) + levelNoise,
    scatter: Math.min(1.7, Math.max(0.55, scatter)),
    trendPerDay: sketch.isNull || sketch.plantedEffect ? 0 : trend / lifeDays,
    likeRate: -3.45 + spread * 0.47 * random.normal(),
    commentRate: (isLarge ? -7.6 : -6.48) + spread * 0.6 * random.normal(),
    shareRate: (isLarge ? -6.7 : -6.22) + spread * 0.6 * random.normal(),
    medianDurationSeconds: Math.round(18 + 40 * random.next()),
    favouriteHours,
    hourEffect: sketch.isNull || sketch.plantedEffect ? 0 : 0.03,
    plantedEffect: sketch.plantedEffect ?? null,
  };
}

function drawFavouriteHours(random: Random): number[] {
  const usual: readonly [number, ...number[]] = [7, 9, 11, 12, 13, 14, 16, 17, 17, 18, 18, 19, 19, 20, 21];
  const hours = new Set<number>();
  while (hours.size < 3) hours.add(random.pick(usual));
  return [...hours];
}

import type { CreatorProfile } from './creator-profile';
import { fromLocal } from './european-time';
import { Random } from './random';

const day = 86_400_000;

/** Percent of posts by local hour: the mean of the Vietnamese and the Danish creators of tiktok-statistics.md §4.7. */
const commonHours = [
  0.6, 0.25, 0.15, 0.25, 0.15, 0.15, 0.65, 1.9, 2.45, 3.8, 5, 7, 5.6, 5.2, 6.2, 6.65, 7.9, 8.55, 9.9, 9.9, 7.75, 4.85, 3.15, 2,
];
const commonTotal = commonHours.reduce((sum, share) => sum + share, 0);
/** Share of posts in the creator's own three hours, beyond what they get anyway. */
const habitShare = 0.42;
/** Share of posts in the planted hours: enough on both sides to be found. */
const plantedShare = 0.3;

/** The local day a moment falls on is left to the caller: `localDay` counts days since 1 January 1970 on the creator's wall clock. */
export function postingTimes(profile: CreatorProfile, localDay: number): number[] {
  if (profile.postsPerDay === 0) return [];
  const week = new Random(profile.seed, Math.floor((localDay + 3) / 7), 11);
  const isPause = profile.postsPerDay < 3 && week.next() < 0.05;
  const activity = isPause ? 0 : Math.exp(0.35 * week.normal() - 0.06);
  const random = new Random(profile.seed, localDay, 12);
  const count = random.poisson((profile.postsPerDay * activity) / 0.95);
  const seconds = new Set<number>();
  while (seconds.size < count) {
    const local = localDay * day + drawHour(profile, random) * 3_600_000 + random.integer(3_600) * 1_000;
    seconds.add(Math.floor(fromLocal(local, profile.timeZone) / 1_000));
  }
  return [...seconds].sort((a, b) => a - b);
}

function drawHour(profile: CreatorProfile, random: Random): number {
  const planted = profile.plantedEffect;
  if (planted?.kind === 'POSTING_HOURS' && random.next() < plantedShare) {
    return planted.fromHour + random.integer(planted.toHour - planted.fromHour);
  }
  const [first, ...rest] = profile.favouriteHours;
  if (first !== undefined && random.next() < habitShare) return random.pick([first, ...rest]);
  let remaining = random.next() * commonTotal;
  for (let hour = 0; hour < 24; hour++) {
    remaining -= commonHours[hour]!;
    if (remaining < 0) return hour;
  }
  return 23;
}

import type { CreatorProfile } from './creator-profile';
import { Random } from './random';

const day = 86_400_000;

/**
 * Followers over time: grows day by day at the creator's rate, some days well and some hardly. The sum over the days is kept, so
 * that asking again costs nothing.
 */
export class AudienceGrowth {
  private readonly growthUpTo: number[] = [0];

  constructor(
    private readonly profile: CreatorProfile,
    private readonly foundedAt: number,
  ) {}

  /** Never falls from one moment (ms) to a later one; before the founding it is the count of the founding. */
  followersAt(now: number): number {
    const days = Math.max(0, (now - this.foundedAt) / day);
    const whole = Math.floor(days);
    while (this.growthUpTo.length <= whole + 1) {
      const gain = Math.exp(0.7 * new Random(this.profile.seed, this.growthUpTo.length, 41).normal() - 0.245);
      this.growthUpTo.push(this.growthUpTo.at(-1)! + gain);
    }
    const [from, to] = [this.growthUpTo[whole]!, this.growthUpTo[whole + 1]!];
    const growth = this.profile.followerGrowthPerDay * (from + (to - from) * (days - whole));
    return Math.floor(this.profile.followersAtFounding * Math.exp(growth));
  }
}

import type { CreatorProfile } from './creator-profile';
import { toLocal } from './european-time';
import { postingTimes } from './posting-rhythm';
import { Random } from './random';

const day = 86_400_000;
/** The level of a channel drifts slowly: AR(1) with 0.95 per post (tiktok-statistics.md §4.4). */
const persistence = 0.95;
const innovation = Math.sqrt(1 - persistence * persistence);
const privateShare = 0.015;
/** An established account once hid a whole run of videos: some page of 20 is then empty although there is more. */
const hiddenRun = { from: -340, to: -300 };

/**
 * When a creator posted, oldest first, and the channel's level at each post. Made backwards from the founding day until
 * the promised number of public videos is there, and forwards as time goes on. Post `k` has the index `firstIndex + k`;
 * posts before the founding have negative indexes, so that later posts never renumber earlier ones.
 */
export class Timeline {
  /** Unix seconds, strictly increasing. */
  readonly times: number[] = [];
  readonly levels: number[] = [];
  /** How many of the posts up to and including this one are public. */
  readonly publicCounts: number[] = [];
  readonly firstIndex: number;
  private nextDay: number;

  constructor(
    readonly profile: CreatorProfile,
    private readonly foundedAt: number,
  ) {
    const foundingDay = Math.floor(toLocal(foundedAt, profile.timeZone) / day);
    const before: number[] = [];
    let publicVideos = 0;
    for (let localDay = foundingDay; publicVideos < profile.videosAtFounding; localDay--) {
      const times = postingTimes(profile, localDay);
      for (let i = times.length - 1; i >= 0 && publicVideos < profile.videosAtFounding; i--) {
        if (times[i]! * 1_000 > foundedAt) continue;
        if (!this.isHidden(-before.length - 1)) publicVideos++;
        before.push(times[i]!);
      }
    }
    this.firstIndex = -before.length;
    let level = new Random(profile.seed, 0, 21).normal();
    const levels = before.map((_time, i) => (level = this.step(level, -i - 1)));
    for (let i = before.length - 1; i >= 0; i--) this.append(before[i]!, levels[i]!);
    this.nextDay = foundingDay;
  }

  /** Adds what was posted until `now` (ms). */
  extendTo(now: number): void {
    const { profile } = this;
    const today = Math.floor(toLocal(now, profile.timeZone) / day);
    while (this.nextDay <= today) {
      for (const time of postingTimes(profile, this.nextDay)) {
        const isLater = time > (this.times.at(-1) ?? 0) && time * 1_000 > this.foundedAt;
        if (!isLater) continue;
        const index = this.firstIndex + this.times.length;
        const previous = index === 0 ? new Random(profile.seed, 0, 21).normal() : this.levels.at(-1)!;
        this.append(time, this.step(previous, index));
      }
      this.nextDay++;
    }
  }

  /** Private posts and posts under review: in nobody's list. */
  isHidden(index: number): boolean {
    if (this.profile.id === 'established' && index >= hiddenRun.from && index < hiddenRun.to) return true;
    return new Random(this.profile.seed, index, 22).next() < privateShare;
  }

  /** How many posts are older than a moment (unix seconds, exclusive). */
  countBefore(seconds: number): number {
    let [low, high] = [0, this.times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle]! < seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private step(level: number, index: number): number {
    return persistence * level + innovation * new Random(this.profile.seed, index, 23).normal();
  }

  private append(time: number, level: number): void {
    const index = this.firstIndex + this.times.length;
    this.publicCounts.push((this.publicCounts.at(-1) ?? 0) + (this.isHidden(index) ? 0 : 1));
    this.times.push(time);
    this.levels.push(level);
  }
}

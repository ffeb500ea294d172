import { createHash } from 'node:crypto';
import { AudienceGrowth } from './audience-growth';
import { builtInCreators, onDemandCreator, onDemandId } from './creator-catalogue';
import type { CreatorProfile, OnDemandSize } from './creator-profile';
import { Timeline } from './timeline';
import { countsAt, drawVideoFacts, type VideoFacts } from './video-facts';
import { grownUpAgeHours } from './growth-curve';

const grownUpSeconds = grownUpAgeHours * 3_600;

/** A creator with everything that moves: posts, followers, likes received. Posts are made the first time they are asked for. */
export class Creator {
  private madeTimeline: Timeline | null = null;
  private readonly audience: AudienceGrowth;
  private readonly likesOfTheGrown: number[] = [0];
  private likes = { minute: -1, count: 0 };

  constructor(
    readonly profile: CreatorProfile,
    private readonly foundedAt: number,
  ) {
    this.audience = new AudienceGrowth(profile, foundedAt);
  }

  /** What the app knows the person by: opaque, the same on every authorization. */
  get openId(): string {
    const hex = createHash('sha256').update(`open/${this.profile.seed}/${this.profile.id}`).digest('hex');
    return `-000${hex.slice(0, 32)}`;
  }

  get unionId(): string {
    return createHash('sha256').update(`union/${this.profile.seed}/${this.profile.id}`).digest('hex').slice(0, 36);
  }

  timelineAt(now: number): Timeline {
    this.madeTimeline ??= new Timeline(this.profile, this.foundedAt);
    this.madeTimeline.extendTo(now);
    return this.madeTimeline;
  }

  /** The facts of the post at a place of the timeline, 0 the oldest. */
  factsAt(timeline: Timeline, place: number): VideoFacts {
    return drawVideoFacts(this.profile, timeline.firstIndex + place, timeline.times[place]!, timeline.levels[place]!);
  }

  followersAt(now: number): number {
    return this.audience.followersAt(now);
  }

  /** Public posts, those deleted by hand included. */
  publicVideosAt(now: number): number {
    const timeline = this.timelineAt(now);
    return timeline.publicCounts[timeline.countBefore(now / 1_000) - 1] ?? 0;
  }

  /** Likes received over all posts, as of the full minute: what is older than a year no longer grows and is summed once. */
  likesAt(now: number): number {
    const minute = Math.floor(now / 60_000);
    if (minute === this.likes.minute) return this.likes.count;
    const timeline = this.timelineAt(now);
    const at = minute * 60_000;
    const posted = timeline.countBefore(at / 1_000);
    const grown = timeline.countBefore(at / 1_000 - grownUpSeconds);
    while (this.likesOfTheGrown.length <= grown) {
      const place = this.likesOfTheGrown.length - 1;
      this.likesOfTheGrown.push(this.likesOfTheGrown[place]! + countsAt(this.factsAt(timeline, place), at).likes);
    }
    let count = this.likesOfTheGrown[grown]!;
    for (let place = grown; place < posted; place++) count += countsAt(this.factsAt(timeline, place), at).likes;
    this.likes = { minute, count };
    return count;
  }
}

/** All creators of one sandbox: the ones it always has, and those asked for. */
export class Creators {
  private readonly byId = new Map<string, Creator>();
  private readonly byNumber = new Map<number, Creator>();

  constructor(
    private readonly seed: string,
    private readonly foundedAt: number,
    onDemandIds: readonly string[],
  ) {
    for (const profile of builtInCreators(seed)) this.add(profile);
    for (const id of onDemandIds) this.addOnDemand(id);
  }

  all(): Creator[] {
    return [...this.byId.values()];
  }

  withNumber(number: number): Creator | null {
    return this.byNumber.get(number) ?? null;
  }

  withId(id: string): Creator | null {
    return this.byId.get(id) ?? null;
  }

  /** By id, username (with or without @) or open_id; null when nobody goes by that name. */
  named(name: string): Creator | null {
    const wanted = name.replace(/^@/, '');
    return (
      this.withId(wanted) ?? this.all().find(({ profile, openId }) => profile.username === wanted || openId === wanted) ?? null
    );
  }

  /** Null when the id is not of the form `small-07`. */
  addOnDemand(id: string): Creator | null {
    const known = this.byId.get(id);
    if (known) return known;
    const profile = onDemandCreator(this.seed, id);
    return profile && this.add(profile);
  }

  /** The next ids of a size that are not in use yet, at most 99 of each. */
  freeIds(size: OnDemandSize, count: number): string[] {
    const ids: string[] = [];
    for (let ordinal = 1; ordinal <= 99 && ids.length < count; ordinal++) {
      const id = onDemandId(size, ordinal);
      if (!this.byId.has(id)) ids.push(id);
    }
    return ids;
  }

  private add(profile: CreatorProfile): Creator {
    const creator = new Creator(profile, this.foundedAt);
    this.byId.set(profile.id, creator);
    this.byNumber.set(profile.number, creator);
    return creator;
  }
}

import { hashText, Random } from './random';
import { captionFor, truncated } from './captions';
import type { Creator, Creators } from './creators';
import type { PictureLinks } from './picture-links';
import type { StateStore } from './state-file';
import type { Timeline } from './timeline';
import { countsAt } from './video-facts';

const descriptionLength = 150;
const photoShare = 0.04;
const generatedShare = 0.03;
const landscapeShare = 0.03;

/** One post that somebody may see now. */
export interface PublicVideo {
  id: string;
  creator: Creator;
  timeline: Timeline;
  /** In the timeline, 0 the oldest. */
  place: number;
}

export interface VideoListPage {
  videos: PublicVideo[];
  /** Milliseconds; the creation of the last post looked at. */
  cursor: number;
  hasMore: boolean;
}

/** The posts of all creators as TikTok shows them at this moment: what is private or deleted is not there. */
export class Videos {
  private readonly deleted: Set<string>;

  constructor(
    private readonly creators: Creators,
    private readonly store: StateStore,
    private readonly pictures: PictureLinks,
    private readonly links: { baseUrl: string; clientKey: string },
    private readonly now: () => number,
  ) {
    this.deleted = new Set(store.state.deletedVideoIds);
  }

  /**
   * Looks at up to `maxCount` posts older than `cursor` (ms), newest first, and leaves out those that are not public, so that a
   * page may be short or empty although there are more.
   */
  list(creator: Creator, cursor: number | null, maxCount: number): VideoListPage {
    const now = this.now();
    const timeline = creator.timelineAt(now);
    const end = Math.min(timeline.countBefore(now / 1_000), timeline.countBefore((cursor ?? Infinity) / 1_000));
    const start = Math.max(0, end - maxCount);
    const videos: PublicVideo[] = [];
    for (let place = end - 1; place >= start; place--) {
      const video = this.visible(creator, timeline, place);
      if (video) videos.push(video);
    }
    const last = timeline.times[start];
    return { videos, cursor: end > 0 && last !== undefined ? last * 1_000 : (cursor ?? now), hasMore: start > 0 };
  }

  /** Null when the video does not exist, is not public, is deleted or lies in the future. */
  withId(id: string): PublicVideo | null {
    if (!/^\d{18,20}$/.test(id)) return null;
    const number = BigInt(id);
    const creator = this.creators.withNumber(Number((number >> 16n) & 0xffffn));
    if (!creator) return null;
    const now = this.now();
    const timeline = creator.timelineAt(now);
    const seconds = Number(number >> 32n);
    const place = timeline.countBefore(seconds);
    if (timeline.times[place] !== seconds || seconds * 1_000 > now) return null;
    const video = this.visible(creator, timeline, place);
    return video?.id === id ? video : null;
  }

  /** False when there is no such video to delete. */
  delete(id: string): boolean {
    if (!this.withId(id)) return false;
    this.deleted.add(id);
    this.store.state.deletedVideoIds.push(id);
    this.store.save();
    return true;
  }

  countOf(creator: Creator): number {
    const deleted = this.store.state.deletedVideoIds.filter((id) => creatorNumber(id) === creator.profile.number).length;
    return creator.publicVideosAt(this.now()) - deleted;
  }

  shareUrl({ id, creator }: PublicVideo): string {
    return `${this.links.baseUrl}/@${creator.profile.username}/video/${id}`;
  }

  /** The video with every field of the Display API, in the API's own words. */
  wireVideo(video: PublicVideo): Record<string, unknown> {
    const { id, creator, timeline, place } = video;
    const { profile } = creator;
    const facts = creator.factsAt(timeline, place);
    const caption = captionFor(profile, facts.index);
    const counts = countsAt(facts, this.now());
    const random = new Random(profile.seed, facts.index, 71);
    const seconds = Math.round(profile.medianDurationSeconds * Math.exp(0.55 * random.normal()));
    const isPhoto = random.next() < photoShare;
    const isLandscape = random.next() < landscapeShare;
    const player = `${this.links.baseUrl}/player/v1/${id}`;
    return {
      id,
      create_time: facts.createTime,
      cover_image_url: this.pictures.link('cover', id),
      share_url: `${this.shareUrl(video)}?utm_campaign=tt4d_open_api&utm_source=${encodeURIComponent(this.links.clientKey)}`,
      video_description: truncated(caption.full, descriptionLength),
      // Photo posts come with 0 or without a duration; nobody documents which.
      ...(isPhoto ? (random.next() < 0.5 ? { duration: 0 } : {}) : { duration: Math.min(600, Math.max(5, seconds)) }),
      height: isLandscape ? 576 : 1024,
      width: isLandscape ? 1024 : 576,
      title: truncated(caption.title, descriptionLength),
      embed_html: `<blockquote class="tiktok-embed" cite="${this.shareUrl(video)}" data-video-id="${id}"><section></section></blockquote>`,
      embed_link: `${player}?utm_campaign=tt4d_open_api&utm_source=${encodeURIComponent(this.links.clientKey)}`,
      like_count: counts.likes,
      comment_count: counts.comments,
      share_count: counts.shares,
      view_count: counts.views,
      is_aigc: random.next() < generatedShare,
    };
  }

  private visible(creator: Creator, timeline: Timeline, place: number): PublicVideo | null {
    const index = timeline.firstIndex + place;
    if (timeline.isHidden(index)) return null;
    const id = videoId(creator, timeline.times[place]!, index);
    return this.deleted.has(id) ? null : { id, creator, timeline, place };
  }
}

/** As TikTok's: 19 digits whose upper half is the second of creation. The lower half holds the creator and a check. */
function videoId({ profile }: Creator, seconds: number, index: number): string {
  const low = profile.number * 65_536 + (hashText(`${profile.seed}/${index}`) & 0xffff);
  return ((BigInt(seconds) << 32n) | BigInt(low)).toString();
}

function creatorNumber(id: string): number {
  return Number((BigInt(id) >> 16n) & 0xffffn);
}

import { z } from 'zod';
import type { AnalyzedVideo } from '../../server/analytics/creator-data';
import { soundOf } from '../../server/analytics/sound';
import { Creators, type Creator } from '../../server/sandbox/creators';
import { defaultSandboxSeed } from '../../server/sandbox/defaults';
import { PictureLinks } from '../../server/sandbox/picture-links';
import { openState } from '../../server/sandbox/state-file';
import { soundFor } from '../../server/sandbox/sounds';
import { Videos } from '../../server/sandbox/videos';
import { parseHashtags } from '../../server/videos/hashtags';
import { openingKeys } from '../../server/videos/quotable-caption';
import { historyOf } from './history';
import type { ReadHistories } from './read-histories';

/** Fixed, so that the same command gives the same creators. */
const FOUNDED_AT = Date.UTC(2026, 8, 1);
const SIZES = { small: 16, medium: 16, established: 8 } as const;

/** What is needed of the sandbox's answer. */
const wireSchema = z.object({
  id: z.string(),
  create_time: z.number(),
  duration: z.number().optional(),
  is_aigc: z.boolean(),
  width: z.number(),
  height: z.number(),
  title: z.string(),
  video_description: z.string(),
  view_count: z.number(),
  like_count: z.number(),
  comment_count: z.number(),
  share_count: z.number(),
});

/** The creators that every sandbox has, and forty made on demand, with the newest counts of all their public videos. */
export function sandboxHistories(): ReadHistories {
  const onDemand = Object.entries(SIZES).flatMap(([size, count]) =>
    Array.from({ length: count }, (_unused, i) => `${size}-${String(i + 1).padStart(2, '0')}`),
  );
  const creators = new Creators(defaultSandboxSeed, FOUNDED_AT, onDemand);
  const now = () => FOUNDED_AT;
  const store = openState(null, defaultSandboxSeed, FOUNDED_AT);
  const videos = new Videos(creators, store, new PictureLinks('', 'unused', now), { baseUrl: '', clientKey: '' }, now);
  const read = creators.all().map((creator) => ({ profile: creator.profile, videos: videosOf(creator, videos) }));
  return {
    histories: read.map(({ profile, videos: list }) => historyOf(profile.id, profile.timeZone, list)),
    creators: read.length,
    videos: read.reduce((sum, { videos: list }) => sum + list.length, 0),
  };
}

function videosOf(creator: Creator, videos: Videos): AnalyzedVideo[] {
  const { profile } = creator;
  return videos.list(creator, null, Infinity).videos.map((video): AnalyzedVideo => {
    const wire = wireSchema.parse(videos.wireVideo(video));
    return {
      id: wire.id,
      publishedAt: wire.create_time * 1000,
      observedAt: FOUNDED_AT,
      durationSeconds: wire.duration ?? null,
      isAiGenerated: wire.is_aigc,
      width: wire.width,
      height: wire.height,
      hashtags: parseHashtags(wire.title, wire.video_description),
      openings: openingKeys(wire.video_description),
      captionLength: [...wire.video_description].length,
      sound: soundOf(soundFor(profile, video.timeline.firstIndex + video.place), profile),
      views: wire.view_count,
      likes: wire.like_count,
      comments: wire.comment_count,
      shares: wire.share_count,
      followersAtPublication: null,
    };
  });
}

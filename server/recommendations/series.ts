import { isReachHashtag } from '../videos/reach-hashtags';
import type { CommonGround } from './advice';
import type { ComparedVideo } from './outlier';

/** Videos that have something in common, newest first, at most twenty. */
export interface Series {
  subject: string;
  commonGround: CommonGround;
  videos: ComparedVideo[];
}

const fewestVideos = 3;
/** What most videos share is the creator's habit, not a series. */
const largestShare = 0.6;
const mostVideos = 20;

/** What recurs: a hashtag of content, or captions that begin alike. Hashtags come first, then the longer openings. */
export function findSeries(videos: readonly ComparedVideo[]): Series[] {
  const groups = new Map<string, Series>();
  const add = (subject: string, commonGround: CommonGround, video: ComparedVideo) => {
    const group = groups.get(subject) ?? { subject, commonGround, videos: [] };
    group.videos.push(video);
    groups.set(subject, group);
  };
  for (const video of videos) {
    for (const hashtag of new Set(video.hashtags)) {
      if (!isReachHashtag(hashtag)) add(`hashtag:${hashtag}`, { kind: 'HASHTAG', hashtag }, video);
    }
    for (const opening of video.openings) add(`opening:${opening}`, { kind: 'OPENING', opening }, video);
  }
  const known = new Set<string>();
  return [...groups.values()]
    .filter(({ videos: shared }) => shared.length >= fewestVideos && shared.length <= largestShare * videos.length)
    .filter(({ videos: shared }) => {
      const members = shared.map(({ id }) => id).join(' ');
      return !known.has(members) && known.add(members);
    })
    .map((series) => ({
      ...series,
      videos: series.videos
        .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id.localeCompare(b.id))
        .slice(0, mostVideos),
    }));
}

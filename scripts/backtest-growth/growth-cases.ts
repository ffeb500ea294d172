import { creatorEvidence } from '../../server/analytics/creator-growth';
import { growthIntervals, inOrderOfAge, type GrowthInterval, type GrowthReading } from '../../server/analytics/growth-interval';
import type { SnapshotVideo } from './read-snapshots';

/** Ages in hours, the lower end included, the upper one not. */
export interface AgeRange {
  from: number;
  until: number;
}

/** One later reading to be predicted from what was known at an earlier one. */
export interface GrowthCase {
  creator: string;
  /** Age of the reading that is predicted from, and of the one that is predicted. */
  fromAgeHours: number;
  untilAgeHours: number;
  /** ln(views then / views now): what came. */
  growth: number;
  own: GrowthInterval[];
  others: GrowthInterval[];
}

interface TimedVideo {
  video: SnapshotVideo;
  readings: GrowthReading[];
}

const HOUR_SECONDS = 3_600;

/** The videos by creator, in order of publication. */
export function byCreator(videos: readonly SnapshotVideo[]): TimedVideo[][] {
  const creators = new Map<string, TimedVideo[]>();
  for (const video of videos) {
    const timed = { video, readings: inOrderOfAge(video.readings) };
    const known = creators.get(video.creator);
    if (known) known.push(timed);
    else creators.set(video.creator, [timed]);
  }
  return [...creators.values()].map((list) => list.sort((a, b) => a.video.createTime - b.video.createTime));
}

/**
 * At most one case a video. With `hasEarlier` it starts at the first reading in the range that has another one of the video before
 * it, of any age; without, at the video's very first reading, if that lies in the range, so that nothing else is known of the
 * video. It ends at the last reading in the target range. Of the creator's other videos it knows the readings taken by then.
 */
export function growthCases(
  creators: readonly (readonly TimedVideo[])[],
  from: AgeRange,
  to: AgeRange,
  hasEarlier: boolean,
): GrowthCase[] {
  return creators.flatMap((videos) =>
    videos.flatMap(({ video, readings }): GrowthCase[] => {
      const start = readings.findIndex((reading, i) => isIn(from, reading) && i > 0 === hasEarlier);
      const target = readings.findLast((reading) => isIn(to, reading));
      const origin = readings[start];
      if (!origin || !target || target.ageHours <= origin.ageHours) return [];
      const now = video.createTime + origin.ageHours * HOUR_SECONDS;
      return [
        {
          creator: video.creator,
          fromAgeHours: origin.ageHours,
          untilAgeHours: target.ageHours,
          growth: Math.log(Math.max(target.views, 1) / Math.max(origin.views, 1)),
          own: growthIntervals(readings.slice(0, start + 1)),
          others: creatorEvidence(othersAt(now, videos, video), origin.ageHours),
        },
      ];
    }),
  );
}

/** What the creator's other videos had shown by then, the latest published first. */
function* othersAt(now: number, videos: readonly TimedVideo[], self: SnapshotVideo): Generator<GrowthInterval[]> {
  for (let i = videos.length - 1; i >= 0; i--) {
    const { video, readings } = videos[i]!;
    const known = readings.filter(({ ageHours }) => video.createTime + ageHours * HOUR_SECONDS <= now);
    if (video !== self && known.length > 1) yield growthIntervals(known);
  }
}

function isIn({ from, until }: AgeRange, { ageHours }: GrowthReading): boolean {
  return ageHours >= from && ageHours < until;
}

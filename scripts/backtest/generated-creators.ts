import type { AnalyzedVideo } from '../../server/analytics/creator-data';
import { seededRandom } from '../../server/analytics/seeded-random';
import { simulateCreator } from '../../server/analytics/simulated-creator';

/** Of the generated creators; their clock is UTC. */
export const GENERATED_ZONE = 'UTC';
const HOUR_MS = 3_600_000;

export type Plant = { kind: 'HOURS'; hourFrom: number; hourUntil: number } | { kind: 'HASHTAG'; hashtag: string };

/** A creator for whom nothing matters: captions, sounds and series included, all of them there to be mistaken for an effect. */
export function creatorWithoutEffect(seed: number, videos: number): AnalyzedVideo[] {
  return generate(seed, videos, null, 0);
}

/** A creator with one effect on about a fifth of the videos, and what it is. */
export function creatorWithEffect(
  seed: number,
  videos: number,
  kind: Plant['kind'],
  effect: number,
): { videos: AnalyzedVideo[]; plant: Plant } {
  const plant = plantFor(kind, generate(seed, videos, null, 0));
  return { videos: generate(seed, videos, plant, effect), plant };
}

const PLANTED_SHARE = 0.2;
const BLOCK_HOURS = 4;

/** The four hours, beginning at any full hour, or the hashtag, whose share of the videos is nearest to a fifth. */
function plantFor(kind: Plant['kind'], videos: readonly AnalyzedVideo[]): Plant {
  if (kind === 'HOURS') {
    const hours = videos.map(hourOf);
    const starts = Array.from({ length: 24 - BLOCK_HOURS + 1 }, (_unused, hour) => hour);
    const start = nearest(
      starts,
      (from) => hours.filter((hour) => hour >= from && hour < from + BLOCK_HOURS).length / hours.length,
    );
    return { kind, hourFrom: start, hourUntil: start + BLOCK_HOURS };
  }
  const hashtags = [...new Set(videos.flatMap((video) => video.hashtags))].sort();
  const hashtag = nearest(hashtags, (name) => videos.filter((video) => video.hashtags.includes(name)).length / videos.length);
  return { kind, hashtag };
}

function nearest<Value>(values: readonly Value[], shareOf: (value: Value) => number): Value {
  const distances = values.map((value) => Math.abs(shareOf(value) - PLANTED_SHARE));
  return values[distances.indexOf(Math.min(...distances))]!;
}

/** The same seed gives the same creator with and without effect. */
function generate(seed: number, count: number, plant: Plant | null, effect: number): AnalyzedVideo[] {
  const isPlanted = (video: AnalyzedVideo): boolean => {
    if (!plant) return false;
    if (plant.kind === 'HASHTAG') return video.hashtags.includes(plant.hashtag);
    return hourOf(video) >= plant.hourFrom && hourOf(video) < plant.hourUntil;
  };
  const videos = simulateCreator({
    videos: count,
    random: seededRandom(seed),
    plantedEffect: (video) => (isPlanted(video) ? effect : 0),
  });
  return withCaptionsAndSounds(videos, seededRandom(seed ^ 0x5bd1e995));
}

/** What the recipe leaves open: caption lengths, sounds and series that run over some posts, none of which has an effect. */
function withCaptionsAndSounds(videos: AnalyzedVideo[], random: () => number): AnalyzedVideo[] {
  let series = 0;
  return videos.map((video) => {
    if (random() < 0.1) series = Math.floor(random() * 8);
    const isInSeries = random() < 0.4;
    return {
      ...video,
      captionLength: Math.round(Math.exp(4.7 + 0.6 * (random() + random() + random() - 1.5) * 2)),
      sound: random() < 0.6 ? 'OWN' : 'BORROWED',
      openings: isInSeries ? [`series number ${series}`, 'series number'] : [`clip about ${Math.floor(random() * 1000)}`],
    };
  });
}

function hourOf({ publishedAt }: AnalyzedVideo): number {
  return Math.floor(publishedAt / HOUR_MS) % 24;
}

import type { AnalyzedVideo } from './creator-data';

/** Quantiles of the standardised residual of ln(views) within small creators: skewed, with a long right tail. */
const NOISE_QUANTILES: readonly (readonly [probability: number, value: number])[] = [
  [0, -2.2],
  [0.01, -1.74],
  [0.05, -1.3],
  [0.25, -0.69],
  [0.5, -0.18],
  [0.75, 0.54],
  [0.95, 1.85],
  [0.99, 2.76],
  [1, 4],
];
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** One slow level holds 12 % of the variance and loses 5 % a post. */
const LEVEL_SHARE = 0.12;
const LEVEL_MEMORY = 0.95;

export interface SimulationInput {
  videos: number;
  /** Uniform in [0, 1). */
  random: () => number;
  /** Standard deviation of ln(views) within the creator. */
  scatter?: number;
  /** Added to ln(views) of the videos that it says. */
  plantedEffect?: (video: AnalyzedVideo, hour: number) => number;
  /** Last moment of the history; the newest video is a week older. */
  until?: number;
}

/**
 * A creator made by the published recipe: slow level, skewed independent noise, a daily habit of a few hours, hashtags some of
 * which come in runs, one in two videos short. Without `plantedEffect` no choice matters. For measuring false alarms and power.
 */
export function simulateCreator({
  videos,
  random,
  scatter = 1.09,
  plantedEffect,
  until = Date.UTC(2026, 10, 1),
}: SimulationInput): AnalyzedVideo[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const mean = 4.24 + 0.54 * Math.log(750) + 0.95 * normal();
  const habit = [18, 19, 12, 20, 17, 9].map((hour) => (hour + Math.floor(random() * 6)) % 24);
  const tags = Array.from({ length: 24 }, (_unused, k) => ({ name: `tag${k}`, chance: k === 0 ? 0.95 : 0.5 / (1 + k / 2) }));
  let level = normal();
  let run = 'series0';
  let opening = 'opening 0';
  let publishedAt = until - 7 * DAY_MS;
  const made: AnalyzedVideo[] = [];
  for (let i = 0; i < videos; i++) {
    level = LEVEL_MEMORY * level + Math.sqrt(1 - LEVEL_MEMORY ** 2) * normal();
    if (random() < 0.08) run = `series${Math.floor(random() * 5)}`;
    if (random() < 0.08) opening = `opening ${Math.floor(random() * 6)}`;
    const day = Math.floor(publishedAt / DAY_MS) * DAY_MS;
    const hour = random() < 0.8 ? habit[Math.floor(random() ** 2 * habit.length)]! : Math.floor(random() * 24);
    const video: AnalyzedVideo = {
      id: `video-${String(i).padStart(6, '0')}`,
      publishedAt: day + hour * HOUR_MS + Math.floor(random() * HOUR_MS),
      observedAt: until,
      durationSeconds: Math.round(Math.exp(3.2 + 0.8 * normal())),
      isAiGenerated: random() < 0.1,
      width: random() < 0.9 ? 576 : 1024,
      height: random() < 0.9 ? 1024 : 576,
      hashtags: [...tags.filter(({ chance }) => random() < chance).map(({ name }) => name), ...(random() < 0.5 ? [run] : [])],
      openings: random() < 0.3 ? [opening] : [],
      captionLength: Math.round(Math.exp(4.5 + 0.7 * normal())),
      sound: random() < 0.6 ? 'OWN' : 'BORROWED',
      views: null,
      likes: null,
      comments: null,
      shares: null,
      followersAtPublication: 750,
    };
    const noise = scatter * (Math.sqrt(LEVEL_SHARE) * level + Math.sqrt(1 - LEVEL_SHARE) * skewedNoise(random()));
    const views = Math.round(Math.exp(mean + noise + (plantedEffect?.(video, hour) ?? 0)));
    made.push({
      ...video,
      views,
      likes: Math.round(views * 0.032),
      comments: Math.round(views * 0.0015),
      shares: Math.round(views * 0.002),
    });
    publishedAt -= DAY_MS * (random() < 0.1 ? 1 + Math.floor(random() * 8) : 1);
  }
  return made;
}

function skewedNoise(probability: number): number {
  let k = 1;
  while (NOISE_QUANTILES[k]![0] < probability) k++;
  const [p0, v0] = NOISE_QUANTILES[k - 1]!;
  const [p1, v1] = NOISE_QUANTILES[k]!;
  return v0 + ((probability - p0) / (p1 - p0)) * (v1 - v0);
}

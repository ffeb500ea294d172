import { captionFor } from './captions';
import type { CreatorProfile } from './creator-profile';
import { localHour } from './european-time';
import { growthExponent, shareOfSevenDayViews } from './growth-curve';
import { Random } from './random';

const hour = 3_600_000;
/** Slow channel level and independent noise share the variance within a creator (tiktok-statistics.md §4.4). */
const levelShare = Math.sqrt(0.12);
const noiseShare = Math.sqrt(0.88);
/** Lognormal shift that gives the skew of §4.3: 0.5, p1 −2.0, p99 +2.7. */
const skew = 0.16;
const skewMean = Math.exp((skew * skew) / 2);
const skewSpread = Math.sqrt((Math.exp(skew * skew) - 1) * Math.exp(skew * skew));
/** How the counts follow the views, between videos (§4.5) and while one video grows (§5). */
const elasticity = { likes: 0.99, comments: 0.82, shares: 1.12 };
const growthElasticity = { likes: 0.9, comments: 0.93, shares: 1 };

/** Everything about one video that does not change with time. */
export interface VideoFacts {
  index: number;
  /** Unix seconds. */
  createTime: number;
  /** Views at 7 days, and counts at that age. */
  matureViews: number;
  matureLikes: number;
  matureComments: number;
  matureShares: number;
  exponent: number;
  seed: number;
}

export interface VideoCounts {
  views: number;
  likes: number;
  comments: number;
  shares: number;
}

/** @param level the channel's slow level at this post, unit variance */
export function drawVideoFacts(profile: CreatorProfile, index: number, createTime: number, level: number): VideoFacts {
  const random = new Random(profile.seed, index, 31);
  const noise = (Math.exp(skew * random.normal()) - skewMean) / skewSpread;
  const daysFromNow = index / Math.max(profile.postsPerDay, 0.01);
  const logViews =
    profile.level +
    profile.trendPerDay * daysFromNow +
    profile.scatter * (levelShare * level + noiseShare * noise + commonHourEffect(profile, createTime)) +
    plantedEffectOn(profile, index, createTime);
  const views = Math.exp(logViews);
  const shared = 0.6 * random.normal();
  const rate = (mean: number, within: number, slope: number) =>
    Math.min(0.6, Math.exp(mean + within * (shared + 0.8 * random.normal()) + (slope - 1) * (logViews - profile.level)));
  return {
    index,
    createTime,
    matureViews: Math.round(views),
    matureLikes: random.poisson(views * rate(profile.likeRate, 0.5, elasticity.likes)),
    matureComments: random.poisson(views * rate(profile.commentRate, 0.78, elasticity.comments)),
    matureShares: random.poisson(views * rate(profile.shareRate, 0.95, elasticity.shares)),
    exponent: growthExponent(random),
    seed: (profile.seed ^ Math.imul(index, 0x9e3779b1)) | 0,
  };
}

function commonHourEffect({ hourEffect, timeZone }: CreatorProfile, createTime: number): number {
  if (hourEffect === 0) return 0;
  const local = localHour(createTime * 1_000, timeZone);
  return hourEffect * Math.SQRT2 * Math.cos(((local - 19) / 24) * 2 * Math.PI);
}

/** Whether the creator's planted effect works on this video, in ln(views). */
export function plantedEffectOn(profile: CreatorProfile, index: number, createTime: number): number {
  const planted = profile.plantedEffect;
  if (planted?.kind === 'POSTING_HOURS') {
    const local = localHour(createTime * 1_000, planted.timeZone);
    return local >= planted.fromHour && local < planted.toHour ? planted.sizeLn : 0;
  }
  if (planted?.kind === 'HASHTAG') return captionFor(profile, index).hashtags.includes(planted.hashtag) ? planted.sizeLn : 0;
  return 0;
}

/** The counters at a moment (ms): a pure function of video and time that never falls. */
export function countsAt(facts: VideoFacts, now: number): VideoCounts {
  const ageHours = (now - facts.createTime * 1_000) / hour;
  const share = shareOfSevenDayViews(ageHours, facts.exponent, facts.seed);
  const views = Math.floor(facts.matureViews * share);
  const grown = (mature: number, slope: number) => Math.min(views, Math.floor(mature * share ** slope));
  return {
    views,
    likes: grown(facts.matureLikes, growthElasticity.likes),
    comments: grown(facts.matureComments, growthElasticity.comments),
    shares: grown(facts.matureShares, growthElasticity.shares),
  };
}

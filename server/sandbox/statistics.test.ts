import { describe, expect, it } from '@jest/globals';
import { captionFor } from './captions';
import { builtInCreators, onDemandCreator } from './creator-catalogue';
import type { CreatorProfile } from './creator-profile';
import { fromLocal, localHour, toLocal } from './european-time';
import { growthExponent, shareOfSevenDayViews } from './growth-curve';
import { Random } from './random';
import { Timeline } from './timeline';
import { countsAt, drawVideoFacts, type VideoFacts } from './video-facts';
import { founding } from './test-sandbox';

const week = 7 * 86_400_000;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const quantile = (values: readonly number[], q: number) => [...values].sort((a, b) => a - b)[Math.floor(q * values.length)]!;
const share = (values: readonly number[], isIn: (value: number) => boolean) => values.filter(isIn).length / values.length;

function profileOf(id: string, seed = 'test'): CreatorProfile {
  const profile = builtInCreators(seed).find((known) => known.id === id) ?? onDemandCreator(seed, id);
  if (!profile) throw new Error(`There is no creator ${id}.`);
  return profile;
}

function videosOf(profile: CreatorProfile): VideoFacts[] {
  const timeline = new Timeline(profile, founding);
  return timeline.times.map((time, place) => drawVideoFacts(profile, timeline.firstIndex + place, time, timeline.levels[place]!));
}

const logViews = (videos: readonly VideoFacts[]) => videos.map((video) => Math.log(video.matureViews));

describe('the views of a creator, against tiktok-statistics.md §4.3 and §4.4', () => {
  const giant = profileOf('giant');
  const values = logViews(videosOf({ ...giant, trendPerDay: 0 })).map((value) => (value - giant.level) / giant.scatter);

  it('lie around the level with the skew and the tails of real ones', () => {
    expect(quantile(values, 0.5)).toBeCloseTo(-0.07, 0);
    expect(quantile(values, 0.01)).toBeGreaterThan(-2.2);
    expect(quantile(values, 0.01)).toBeLessThan(-1.7);
    expect(quantile(values, 0.99)).toBeGreaterThan(2.3);
    expect(quantile(values, 0.99)).toBeLessThan(2.9);
  });

  it('pass five times the median in one video of ten and ten times in one of twenty', () => {
    const median = quantile(values, 0.5);
    const ratios = values.map((value) => Math.exp(1.14 * (value - median)));
    expect(share(ratios, (ratio) => ratio > 5)).toBeCloseTo(0.1, 1);
    expect(share(ratios, (ratio) => ratio > 5)).toBeGreaterThan(0.07);
    expect(share(ratios, (ratio) => ratio > 10)).toBeGreaterThan(0.02);
    expect(share(ratios, (ratio) => ratio > 10)).toBeLessThan(0.07);
  });

  it('hardly carry over to the next video', () => {
    const centred = values.map((value) => value - mean(values));
    const lagged = sum(centred.slice(1).map((value, i) => value * centred[i]!)) / sum(centred.map((value) => value ** 2));
    expect(lagged).toBeGreaterThan(0.07);
    expect(lagged).toBeLessThan(0.16);
  });
});

describe('counts', () => {
  it('leave small accounts with videos without comments or shares, and like rates of a few percent', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `small-${String(i + 1).padStart(2, '0')}`);
    const videos = ids.flatMap((id) => videosOf(profileOf(id)));
    expect(
      share(
        videos.map((video) => video.matureComments),
        (count) => count === 0,
      ),
    ).toBeGreaterThan(0.08);
    expect(
      share(
        videos.map((video) => video.matureShares),
        (count) => count === 0,
      ),
    ).toBeGreaterThan(0.01);
    const rates = videos.filter((video) => video.matureViews > 100).map((video) => video.matureLikes / video.matureViews);
    expect(quantile(rates, 0.5)).toBeGreaterThan(0.02);
    expect(quantile(rates, 0.5)).toBeLessThan(0.05);
  });
});

describe('the growth of a video, against §5', () => {
  const shares = (hours: number) =>
    Array.from({ length: 2_000 }, (_, i) => shareOfSevenDayViews(hours, growthExponent(new Random(i, 5)), i));

  it.each([
    [6, 0.19],
    [24, 0.47],
    [48, 0.67],
    [168, 1],
    [336, 1.06],
  ])('after %d hours has a median of %d of the 7-day views', (hours, expected) => {
    expect(Math.abs(quantile(shares(hours), 0.5) - expected)).toBeLessThan(0.06);
  });

  it('differs between videos: exponents from 0.35 to 2 times the median', () => {
    const exponents = Array.from({ length: 4_000 }, (_, i) => growthExponent(new Random(i, 5)));
    expect(quantile(exponents, 0.1)).toBeGreaterThan(0.28);
    expect(quantile(exponents, 0.1)).toBeLessThan(0.42);
    expect(quantile(exponents, 0.9)).toBeGreaterThan(1.7);
    expect(quantile(exponents, 0.9)).toBeLessThan(2.3);
  });

  it('never falls, starts at nothing and ends after a year', () => {
    for (const facts of videosOf(profileOf('newcomer'))) {
      const posted = facts.createTime * 1_000;
      expect(countsAt(facts, posted)).toEqual({ views: 0, likes: 0, comments: 0, shares: 0 });
      let last = 0;
      for (let hours = 0.1; hours < 10_000; hours *= 1.07) {
        const { views } = countsAt(facts, posted + hours * 3_600_000);
        expect(views).toBeGreaterThanOrEqual(last);
        last = views;
      }
      expect(countsAt(facts, posted + 60 * week)).toEqual(countsAt(facts, posted + 600 * week));
      expect(Math.abs(countsAt(facts, posted + week).views - facts.matureViews)).toBeLessThanOrEqual(1);
    }
  });
});

describe('planted effects', () => {
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
  const isInHours = (_profile: CreatorProfile, { createTime }: VideoFacts) => {
    const hour = localHour(createTime * 1_000, 'Europe/Paris');
    return hour >= 8 && hour < 12;
  };
  const isInSeries = (profile: CreatorProfile, { index }: VideoFacts) =>
    captionFor(profile, index).hashtags.includes('leplienénigme');

  function difference(id: string, isIn: (profile: CreatorProfile, facts: VideoFacts) => boolean): number {
    const differences = seeds.map((seed) => {
      const profile = profileOf(id, seed);
      const videos = videosOf(profile);
      const inside = videos.filter((facts) => isIn(profile, facts));
      expect(inside.length / videos.length).toBeGreaterThan(0.1);
      return mean(logViews(inside)) - mean(logViews(videos.filter((facts) => !isIn(profile, facts))));
    });
    return mean(differences);
  }

  it('add 0.8 to ln(views) in the planted hours and in the planted series', () => {
    expect(Math.abs(difference('planted-hours', isInHours) - 0.8)).toBeLessThan(0.2);
    expect(Math.abs(difference('planted-hashtag', isInSeries) - 0.8)).toBeLessThan(0.2);
  });

  it('are absent where none was planted', () => {
    expect(Math.abs(difference('no-effect', isInHours))).toBeLessThan(0.2);
  });
});

describe('generated creators', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(videosOf(profileOf('small'))).toEqual(videosOf(profileOf('small')));
    expect(videosOf(profileOf('small', 'other'))).not.toEqual(videosOf(profileOf('small')));
  });

  it('keep their past when time goes on: later posts are added, none is changed', () => {
    const before = new Timeline(profileOf('established'), founding);
    const after = new Timeline(profileOf('established'), founding);
    before.extendTo(founding);
    after.extendTo(founding + 30 * week);
    expect(after.times.slice(0, before.times.length)).toEqual(before.times);
    expect(after.levels.slice(0, before.levels.length)).toEqual(before.levels);
    expect(after.times.every((time, i) => i === 0 || time > after.times[i - 1]!)).toBe(true);
  });

  it('write varied captions with Unicode hashtags and emoji, a few without a title', () => {
    const profile = profileOf('established');
    const captions = Array.from({ length: 1_000 }, (_, i) => captionFor(profile, -i));
    expect(new Set(captions.map((caption) => caption.title)).size).toBeGreaterThan(700);
    expect(captions.some((caption) => caption.hashtags.includes('été'))).toBe(true);
    expect(captions.some((caption) => caption.hashtags.includes('日本'))).toBe(true);
    expect(captions.some((caption) => /\p{Extended_Pictographic}/u.test(caption.title))).toBe(true);
    expect(captions.every((caption) => !/[{}#]/.test(caption.title))).toBe(true);
    const untitled = share(
      captions.map((caption) => caption.title.length),
      (length) => length === 0,
    );
    expect(untitled).toBeGreaterThan(0.01);
    expect(untitled).toBeLessThan(0.12);
  });
});

describe('local time', () => {
  it.each(['Europe/Paris', 'Europe/London'] as const)('in %s is what Intl says, across the changes of the clocks', (zone) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    for (let time = Date.UTC(2024, 0, 1); time < Date.UTC(2027, 0, 1); time += 5 * 3_600_000) {
      expect(localHour(time, zone)).toBe(Number(format.format(time)));
      expect(localHour(fromLocal(toLocal(time, zone), zone), zone)).toBe(localHour(time, zone));
    }
  });
});

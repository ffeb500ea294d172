import { describe, expect, it } from '@jest/globals';
import { creatorWithEffect, creatorWithoutEffect } from './generated-creators';
import { summariseTrials } from './generated-summary';
import { allTrials, runTrial } from './generated-trials';
import { meanOf } from './history';

const HOUR_MS = 3_600_000;

describe('generated creators', () => {
  it.each(['HOURS', 'HASHTAG'] as const)(
    'with an effect of %s have it on about a fifth of the videos, and differ in nothing else',
    (kind) => {
      const seeds = Array.from({ length: 30 }, (_unused, seed) => seed);
      const shares = seeds.map((seed) => {
        const { videos, plant } = creatorWithEffect(seed, 200, kind, 0.8);
        const plain = creatorWithEffect(seed, 200, kind, 0).videos;
        const isPlanted = videos.map(({ publishedAt, hashtags }) => {
          const hour = Math.floor(publishedAt / HOUR_MS) % 24;
          return plant.kind === 'HASHTAG' ? hashtags.includes(plant.hashtag) : hour >= plant.hourFrom && hour < plant.hourUntil;
        });
        videos.forEach(({ views, ...rest }, i) => {
          const { views: without, ...others } = plain[i]!;
          expect({ ...rest, likes: 0, comments: 0, shares: 0 }).toEqual({ ...others, likes: 0, comments: 0, shares: 0 });
          if (without! > 200) expect(Math.log(views! / without!)).toBeCloseTo(isPlanted[i] ? 0.8 : 0, 1);
        });
        return isPlanted.filter(Boolean).length / videos.length;
      });
      expect(meanOf(shares)).toBeGreaterThan(0.17);
      expect(meanOf(shares)).toBeLessThan(0.23);
    },
  );

  it('are the same for the same seed, and others for another', () => {
    expect(creatorWithoutEffect(3, 50)).toEqual(creatorWithoutEffect(3, 50));
    expect(creatorWithoutEffect(4, 50)).not.toEqual(creatorWithoutEffect(3, 50));
  });
});

describe('trials', () => {
  it('cover 1,000 creators without effect and every effect, size and kind with the same number', () => {
    const trials = allTrials();
    const creators = (plant: boolean) =>
      trials.filter((trial) => (trial.plant !== null) === plant).reduce((sum, { seeds }) => sum + seeds.length, 0);
    expect(creators(false)).toBe(1_000);
    expect(creators(true)).toBe(2 * 5 * 4 * 40);
    const seeds = trials.flatMap((trial) => trial.seeds);
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('find an effect that nobody could miss, and only what was planted', () => {
    const seeds = [1, 2, 3];
    for (const kind of ['HOURS', 'HASHTAG'] as const) {
      const result = runTrial({ videos: 200, plant: { kind, effect: 2 }, seeds });
      expect(result.found).toBeGreaterThanOrEqual(2);
      expect(result.found).toBeLessThanOrEqual(result.advised);
    }
    expect(runTrial({ videos: 200, plant: null, seeds }).found).toBe(0);
  });

  it('are summed up with their standard errors', () => {
    const of = (kind: 'HOURS' | 'HASHTAG', found: number) => ({
      videos: 200,
      plant: { kind, effect: 0.8 },
      creators: 100,
      advised: found,
      found,
    });
    const { falseAlarmRate, falseAlarmSe, falseAlarmCreators, power } = summariseTrials([
      { videos: 50, plant: null, creators: 100, advised: 2, found: 0 },
      { videos: 800, plant: null, creators: 100, advised: 8, found: 0 },
      of('HOURS', 60),
      of('HASHTAG', 80),
    ]);
    expect(falseAlarmRate).toBeCloseTo(0.05);
    expect(falseAlarmSe).toBeCloseTo(Math.sqrt((0.05 * 0.95) / 200));
    expect(falseAlarmCreators).toBe(200);
    expect(power).toHaveLength(1);
    expect(power[0]).toMatchObject({ effect: 0.8, videos: 200, foundHours: 0.6, foundHashtag: 0.8, creators: 100 });
    expect(power[0]!.found).toBeCloseTo(0.7);
  });
});

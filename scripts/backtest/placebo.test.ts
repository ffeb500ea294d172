import { expect, it } from '@jest/globals';
import { compareVideos } from '../../server/analytics/comparisons';
import { seededRandom } from '../../server/analytics/seeded-random';
import { simulateCreator } from '../../server/analytics/simulated-creator';
import { historyOf } from './history';
import { placeboOf } from './placebo';
import { poolGains } from './pooled-gain';
import { scoreHistory } from './score-history';

const historyFor = (seed: number) =>
  historyOf(
    `creator-${seed}`,
    'UTC',
    simulateCreator({
      videos: 160,
      random: seededRandom(seed),
      plantedEffect: (video) => (video.hashtags.includes('tag3') ? 1.2 : 0),
    }),
  );

it('a placebo has the same choices and the same counts, in another order', () => {
  const history = historyFor(1);
  const placebo = placeboOf(history);
  const choicesOf = ({ videos }: typeof history) =>
    videos.map(({ id, publishedAt, hashtags }) => ({ id, publishedAt, hashtags }));
  expect(choicesOf(placebo)).toEqual(choicesOf(history));
  const sorted = ({ videos }: typeof history) => videos.map(({ logViews }) => logViews).sort((a, b) => a - b);
  expect(sorted(placebo)).toEqual(sorted(history));
  expect(placebo.videos[0]!.views).toBe(history.videos[59]!.views);
});

it('what the method makes of the counts of a placebo are the same views at seven days', () => {
  const placebo = placeboOf(historyFor(2));
  const { baseline, videos } = compareVideos(placebo.videos);
  videos.forEach(({ id }, i) => {
    const { logViews } = placebo.videos.find((video) => video.id === id)!;
    expect(baseline!.level[i]! + baseline!.residual[i]!).toBeCloseTo(logViews, 6);
  });
});

it('an effect that is found in the history is gone in the placebo', () => {
  const gainOf = (make: typeof placeboOf) => {
    const advice = { type: 'HASHTAGS', effect: 1, low: 1, high: 1, confidence: 1, n: 20 } as const;
    const criterion = { kind: 'HASHTAG', hashtag: 'tag3' } as const;
    const scored = Array.from({ length: 12 }, (_unused, seed) =>
      scoreHistory(make(historyFor(seed)), () => [{ ...advice, criterion }]),
    );
    const tried = scored.flatMap((one) => one.advice.filter(({ method, gain }) => method === 'crealia' && gain !== null));
    return poolGains(
      tried.map(({ creator, gain, following, others }) => ({ creator, gain: gain!, following: following.length, others })),
    )!;
  };
  expect(gainOf((history) => history).gain).toBeGreaterThan(0.8);
  const { gain, standardError } = gainOf(placeboOf);
  expect(Math.abs(gain)).toBeLessThan(3 * standardError!);
});

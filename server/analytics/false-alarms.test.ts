import { choiceSteps, type Choices } from './choices';
import { compareVideos } from './comparisons';
import type { AnalyzedVideo } from './creator-data';
import { localTimeIn } from './local-time';
import { seededRandom } from './seeded-random';
import { simulateCreator, type SimulationInput } from './simulated-creator';
import { runSteps } from './steps';

const utc = localTimeIn('UTC');
const analyse = (videos: readonly AnalyzedVideo[]): Choices => runSteps(choiceSteps(compareVideos(videos), utc));
const simulate = (seed: number, values: Omit<SimulationInput, 'random'>) =>
  simulateCreator({ random: seededRandom(seed), ...values });
const verdictOf = (choices: Choices, family: 'HOURS' | 'HASHTAG', key: string) =>
  choices.reports[family].effects.find((effect) => effect.key === key)?.verdict;

function isAdvised({ reports }: Choices): boolean {
  return Object.values(reports).some(({ effects }) => effects.some(({ verdict }) => verdict === 'HIGHER'));
}

/** Share of `runs` simulated creators for which `isFound`. */
function share(runs: number, isFound: (seed: number) => boolean): number {
  return Array.from({ length: runs }, (_unused, seed) => isFound(seed)).filter(Boolean).length / runs;
}

// Few creators, so that the suite stays quick: `npm run backtest` measures on thousands. The seeds are fixed.
it.each([50, 200, 800])('advises few creators of %d videos for whom nothing matters, over all choices together', (videos) => {
  expect(share(20, (seed) => isAdvised(analyse(simulate(1_000 * videos + seed, { videos }))))).toBeLessThanOrEqual(0.15);
});

/** The block whose share of the posts is nearest to a fifth. The same seed gives the same hours, effect or not. */
function fifthBlock(seed: number, videos: number): number {
  const counts = Array.from({ length: 6 }, () => 0);
  for (const { publishedAt } of simulate(seed, { videos })) counts[Math.floor(new Date(publishedAt).getUTCHours() / 4)]! += 1;
  const distance = (block: number) => Math.abs(counts[block]! / videos - 0.2);
  return [0, 1, 2, 3, 4, 5].sort((a, b) => distance(a) - distance(b))[0]!;
}

it.each([
  [0.8, 200],
  [0.4, 800],
])('mostly finds an effect of %d on a fifth of %d videos: an hour block, a hashtag', (effect, videos) => {
  const ofHours = share(12, (seed) => {
    const block = fifthBlock(77 * videos + seed, videos);
    const plantedEffect: SimulationInput['plantedEffect'] = (_video, hour) => (Math.floor(hour / 4) === block ? effect : 0);
    const choices = analyse(simulate(77 * videos + seed, { videos, plantedEffect }));
    return verdictOf(choices, 'HOURS', `${block * 4}-${block * 4 + 4}`) === 'HIGHER';
  });
  const ofHashtag = share(12, (seed) => {
    const plantedEffect: SimulationInput['plantedEffect'] = (video) => (video.hashtags.includes('tag3') ? effect : 0);
    return verdictOf(analyse(simulate(77 * videos + seed, { videos, plantedEffect })), 'HASHTAG', 'tag3') === 'HIGHER';
  });
  expect(ofHours).toBeGreaterThanOrEqual(0.6);
  expect(ofHashtag).toBeGreaterThanOrEqual(0.6);
});

it('loses the planted effect once the labels are shuffled', () => {
  const lifts = Array.from({ length: 8 }, (_unused, seed) => {
    const videos = simulate(seed, { videos: 200, plantedEffect: (video) => (video.hashtags.includes('tag3') ? 1 : 0) });
    const shuffled = videos.map((video, i) => ({ ...video, hashtags: videos[(i + 67) % videos.length]!.hashtags }));
    const lift = (of: readonly AnalyzedVideo[]) =>
      analyse(of).reports.HASHTAG.effects.find(({ key }) => key === 'tag3')!.estimate ?? 0;
    return { planted: lift(videos), shuffled: lift(shuffled) };
  });
  const mean = (name: 'planted' | 'shuffled') => lifts.reduce((sum, lift) => sum + lift[name], 0) / lifts.length;
  expect(mean('planted')).toBeGreaterThan(0.5);
  expect(Math.abs(mean('shuffled'))).toBeLessThan(0.1);
});

it('does not mind every view count multiplied, nor the order in which videos come', () => {
  const videos = simulate(5, { videos: 120, plantedEffect: (video) => (video.hashtags.includes('tag3') ? 1 : 0) });
  const effects = (of: readonly AnalyzedVideo[]) =>
    analyse(of).reports.HASHTAG.effects.map(({ key, estimate }) => ({ key, estimate }));
  const expected = effects(videos);
  expect(effects([...videos].reverse())).toEqual(expected);
  const multiplied = effects(videos.map((video) => ({ ...video, views: video.views! * 1_024 })));
  for (const { key, estimate } of multiplied) {
    expect(estimate ?? 0).toBeCloseTo(expected.find((effect) => effect.key === key)!.estimate ?? 0, 2);
  }
});

import { describe, expect, it } from '@jest/globals';
import type { AnalyzedVideo } from '../../server/analytics/creator-data';
import { seededRandom } from '../../server/analytics/seeded-random';
import { simulateCreator } from '../../server/analytics/simulated-creator';
import { adviseOn, type AdviceOn } from '../../server/recommendations/advise-on';
import { historyOf, type History } from './history';
import { dailyHistory } from './past-videos.test-data';
import { poolGains } from './pooled-gain';
import { scoreHistory, type ScoredHistory } from './score-history';
import { gainRows } from './summary';

const teaAdvice: AdviceOn = {
  type: 'HASHTAGS',
  criterion: { kind: 'HASHTAG', hashtag: 'tea' },
  effect: 0.4,
  low: 0.1,
  high: 0.7,
  confidence: 0.9,
  n: 10,
};
const isTea = (day: number) => day % 4 === 0;
/** 27 daily videos: one origin after 20, of which tea has five; one later video, day 26, to judge by. Thirty: days 26 to 29. */
const teaHistory = (days: number, factor: number) =>
  dailyHistory(days, (day) => ({ hashtags: isTea(day) ? ['tea'] : [], views: 1_000 * (isTea(day) ? factor : 1) }));

describe('a history that is scored', () => {
  it('gives the difference that the later videos have', () => {
    const { advice, origins, laterVideos } = scoreHistory(teaHistory(30, 2), () => [teaAdvice]);
    const crealia = advice.filter(({ method }) => method === 'crealia');
    expect({ origins, laterVideos, count: crealia.length }).toEqual({ origins: 1, laterVideos: 4, count: 1 });
    expect(crealia[0]).toMatchObject({ type: 'HASHTAGS', kind: 'HASHTAG', apparent: 0.4, following: ['day-00028'], others: 3 });
    expect(crealia[0]!.gain).toBeCloseTo(Math.LN2);
    expect(crealia[0]!.apparentRaw).toBeCloseTo(Math.LN2);
    expect(crealia[0]!.agreement?.outcome).toBe('TOO_FEW');
  });

  it('has no gain to tell where no later video follows, and says who was advised', () => {
    const { advice } = scoreHistory(teaHistory(27, 2), () => [teaAdvice]);
    expect(advice[0]).toMatchObject({ following: [], others: 1, gain: null });
    const rows = gainRows([scoreHistory(teaHistory(27, 2), () => [teaAdvice])]);
    expect(rows.find(({ type, method }) => type === 'HASHTAGS' && method === 'crealia')).toMatchObject({
      creators: 1,
      creatorsAdvised: 1,
      gain: null,
      gainSe: null,
      videosFollowing: 0,
    });
  });

  it('sums up the same figures by type and method, and doing nothing gains nothing', () => {
    const scored = ['a', 'b'].map((creator, k) => scoreHistory({ ...teaHistory(30, 2 + 2 * k), creator }, () => [teaAdvice]));
    const rows = gainRows(scored);
    const row = rows.find(({ type, method }) => type === 'HASHTAGS' && method === 'crealia')!;
    expect(row.gain).toBeCloseTo(1.5 * Math.LN2);
    expect(row.gainSe).toBeCloseTo(Math.LN2 / 2);
    expect(row).toMatchObject({ creators: 2, creatorsAdvised: 2, adviceGiven: 2 });
    expect(row.apparentGain).toBeCloseTo(0.4);
    expect(rows.find(({ type, method }) => type === 'TIMING' && method === 'none')).toMatchObject({
      creatorsAdvised: 0,
      gain: 0,
      videosFollowing: 8,
    });
  });
});

/** Advice as it was given, by the number of videos known. */
function adviceGiven(history: History): Map<number, AdviceOn[]> {
  const given = new Map<number, AdviceOn[]>();
  scoreHistory(history, (known, timeZone) => {
    const advice = adviseOn(known, timeZone);
    given.set(known.length, advice);
    return advice;
  });
  return given;
}

const planted = (seed: number, videos = 200) =>
  simulateCreator({ videos, random: seededRandom(seed), plantedEffect: (video) => (video.hashtags.includes('tag3') ? 1.2 : 0) });

describe('no peeking', () => {
  it('what later videos did changes neither the advice nor what it appeared to be worth', () => {
    const videos = [...planted(5)].sort((a, b) => a.publishedAt - b.publishedAt);
    const changed = videos.map((video, i) =>
      i < 155 ? video : { ...video, views: video.views! * (i % 2 === 0 ? 1_000 : 1), hashtags: ['other'], durationSeconds: 5 },
    );
    const [before, after] = [videos, changed].map((list) => historyOf('someone', 'UTC', list)) as [History, History];
    const [given, givenLater] = [adviceGiven(before), adviceGiven(after)];
    expect([...given.keys()].some((size) => size <= 155 && given.get(size)!.length > 0)).toBe(true);
    for (const [size, advice] of given) if (size <= 155) expect(givenLater.get(size)).toEqual(advice);
    const usual = ({ advice }: ScoredHistory) =>
      advice.flatMap(({ method, known, apparent }) =>
        method !== 'crealia' && known <= 155 ? [{ method, known, apparent }] : [],
      );
    expect(usual(scoreHistory(after))).toEqual(usual(scoreHistory(before)));
  });

  it('is what makes that test pass: advice from the whole history does change', () => {
    const videos = planted(5);
    const changed = videos.map((video, i) => (i > 45 ? video : { ...video, views: video.views! * (i % 2 === 0 ? 1_000 : 1) }));
    expect(adviseOn(changed, 'UTC')).not.toEqual(adviseOn(videos, 'UTC'));
  });
});

describe('gains over many creators', () => {
  const gainOf = (change: (videos: AnalyzedVideo[]) => AnalyzedVideo[]) => {
    const scored = Array.from({ length: 12 }, (_unused, seed) =>
      scoreHistory(historyOf(`creator-${seed}`, 'UTC', change(planted(seed, 160))), () => [
        { ...teaAdvice, criterion: { kind: 'HASHTAG', hashtag: 'tag3' } },
      ]),
    );
    const tried = scored.flatMap(({ advice }) => advice.filter(({ method, gain }) => method === 'crealia' && gain !== null));
    return poolGains(
      tried.map(({ creator, gain, following, others }) => ({ creator, gain: gain!, following: following.length, others })),
    )!;
  };

  it('find what was planted, a little less of it because the level holds some', () => {
    const { gain, standardError } = gainOf((videos) => videos);
    expect(gain).toBeGreaterThan(1.2 - 3 * standardError! - 0.1);
    expect(gain).toBeLessThan(1.2 + 3 * standardError!);
    expect(standardError).toBeLessThan(0.15);
  });

  it('are nothing once the labels are shuffled', () => {
    const { gain, standardError } = gainOf((videos) =>
      videos.map((video, i) => ({ ...video, hashtags: videos[(i + 53) % videos.length]!.hashtags })),
    );
    expect(Math.abs(gain)).toBeLessThan(3 * standardError!);
    expect(standardError).toBeLessThan(0.15);
  });
});

import { findAdvice } from './find-advice';
import { recommendationTypes, type RecommendationType } from './recommendation';
import { simulatedHistory } from './simulated-history';

function adviceFor(type: RecommendationType, history: ReturnType<typeof simulatedHistory>) {
  const finding = findAdvice(type, history);
  if ('missing' in finding) throw new Error(`nothing was found: ${JSON.stringify(finding.missing)}`);
  return finding.advice;
}

describe('with too little to stand on', () => {
  it.each([0, 1, 3])('says for every type what %i videos lack', (videos) => {
    const history = simulatedHistory({ videos });
    for (const type of recommendationTypes) {
      expect(findAdvice(type, history)).toEqual({ missing: { type, reason: 'TOO_FEW_VIDEOS', have: videos, needed: 10 } });
    }
  });

  it('says that nothing differs where nothing was planted', () => {
    const history = simulatedHistory({ videos: 200, seed: 3 });
    for (const type of ['HASHTAGS', 'TIMING', 'FORMAT'] as const) {
      expect(findAdvice(type, history)).toEqual({
        missing: { type, reason: 'NO_MEASURABLE_DIFFERENCE', have: null, needed: null },
      });
    }
  });

  it('says that no video stands out when all are equal', () => {
    const history = simulatedHistory({
      videos: 30,
      change: (videos) => videos.map((video) => ({ ...video, views: 1_000, observedAt: video.publishedAt + 40 * 86_400_000 })),
    });
    for (const type of ['CONTENT_IDEA', 'SCRIPT'] as const) {
      expect(findAdvice(type, history)).toEqual({ missing: { type, reason: 'NO_OUTLIER', have: null, needed: null } });
    }
  });

  it('says that there are no hashtags or no durations', () => {
    const history = simulatedHistory({
      videos: 60,
      change: (videos) =>
        videos.map((video) => ({
          ...video,
          hashtags: [],
          durationSeconds: null,
          width: null,
          height: null,
          isAiGenerated: null,
        })),
    });
    expect(findAdvice('HASHTAGS', history)).toMatchObject({ missing: { reason: 'NO_HASHTAGS' } });
    expect(findAdvice('FORMAT', history)).toMatchObject({ missing: { reason: 'NO_DURATIONS' } });
  });

  it('builds no script where no outlier has a caption with words', () => {
    const history = simulatedHistory({ videos: 30, caption: () => '🎉🎉 #fyp' });
    expect(adviceFor('CONTENT_IDEA', history).length).toBeGreaterThan(0);
    expect(findAdvice('SCRIPT', history)).toMatchObject({ missing: { reason: 'NO_OUTLIER' } });
  });
});

describe('with a planted effect', () => {
  it('finds the posting hours, with the videos on both sides and the probability as confidence', () => {
    const history = simulatedHistory({ videos: 300, plantedEffect: (_video, hour) => (hour >= 16 && hour < 20 ? 0.9 : 0) });
    const [timing] = adviceFor('TIMING', history);
    expect(timing).toMatchObject({ type: 'TIMING', weekday: null, hourFrom: 16, hourUntil: 20, timeZone: 'UTC' });
    const { basis } = timing!;
    expect(basis.low).toBeLessThan(basis.effect);
    expect(basis.effect).toBeLessThan(basis.high);
    expect(basis.confidence).toBeGreaterThanOrEqual(0.95);
    expect(basis.confidence).toBeLessThanOrEqual(0.99);
    const hours = new Map(history.videos.map(({ id, publishedAt }) => [id, publishedAt.getUTCHours()]));
    const cited = [...basis.supportingVideoIds, ...basis.contradictingVideoIds];
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.every((id) => [16, 17, 18, 19].includes(hours.get(id) ?? -1))).toBe(true);
    expect(basis.n + basis.otherCount).toBe(history.postingTimes.n);
  });

  it('finds the hashtag, alone or with those that always come along', () => {
    const history = simulatedHistory({
      videos: 400,
      plantedEffect: (video) => (video.hashtags.includes('tag3') ? 1 : 0),
      change: (videos) =>
        videos.map((video) =>
          video.hashtags.includes('tag3') ? { ...video, hashtags: [...video.hashtags, 'companion'] } : video,
        ),
    });
    const [advice] = adviceFor('HASHTAGS', history);
    expect(advice).toMatchObject({ type: 'HASHTAGS' });
    expect(advice && 'hashtags' in advice && [...advice.hashtags].sort()).toEqual(['companion', 'tag3']);
  });

  it('finds the length', () => {
    const history = simulatedHistory({ videos: 400, plantedEffect: (video) => ((video.durationSeconds ?? 99) < 15 ? 1 : 0) });
    expect(adviceFor('FORMAT', history)[0]).toMatchObject({ shape: { kind: 'DURATION', minimumSeconds: 0, maximumSeconds: 15 } });
  });

  it('finds the series whose captions begin alike', () => {
    const history = simulatedHistory({
      videos: 120,
      plantedEffect: (video) => (Number(video.id.slice(-6)) % 6 === 0 ? 1.5 : 0),
      caption: (position) => (position % 6 === 0 ? `Jour ${position} : le pain de campagne` : `Essai libre ${position}`),
    });
    const [idea] = adviceFor('CONTENT_IDEA', history);
    expect(idea).toMatchObject({
      commonGround: { kind: 'OPENING', opening: 'jour le pain' },
      basis: { n: 20, subject: 'opening:jour le pain' },
    });
  });
});

describe('an outlier', () => {
  const history = simulatedHistory({ videos: 30 });

  it('is cited with what it did, and promises only what carries over', () => {
    const idea = adviceFor('CONTENT_IDEA', history)[0]!;
    if (idea.type !== 'CONTENT_IDEA') throw new Error(idea.type);
    expect(idea.commonGround.kind).toBe('SINGLE');
    expect(idea.basis.supportingVideoIds).toEqual([idea.example.id]);
    expect(idea.basis.n).toBe(1);
    expect(idea.basis.effect).toBeCloseTo(0.05 * idea.seen, 10);
    expect(idea.basis.low).toBeLessThan(0);
    expect(idea.basis.confidence).toBeLessThan(0.9);
  });

  it('gives two ideas from two different videos', () => {
    const subjects = adviceFor('CONTENT_IDEA', history).map(({ basis }) => basis.subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('does not depend on the order of the videos', () => {
    const shuffled = simulatedHistory({ videos: 30, change: (videos) => [...videos].reverse() });
    expect(recommendationTypes.map((type) => findAdvice(type, shuffled))).toEqual(
      recommendationTypes.map((type) => findAdvice(type, history)),
    );
  });
});

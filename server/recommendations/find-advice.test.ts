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
    for (const type of recommendationTypes) {
      expect(findAdvice(type, history)).toEqual({
        missing: { type, reason: 'NO_MEASURABLE_DIFFERENCE', have: null, needed: null },
      });
    }
  });

  it('says that nothing differs when all videos are equal, and when one of them went a thousand times as far', () => {
    for (const views of [() => 1_000, (i: number) => (i === 7 ? 1_000_000 : 1_000)]) {
      const history = simulatedHistory({
        videos: 60,
        change: (videos) =>
          videos.map((video, i) => ({ ...video, views: views(i), observedAt: video.publishedAt + 40 * 86_400_000 })),
      });
      for (const type of recommendationTypes) {
        expect(findAdvice(type, history)).toMatchObject({ missing: { reason: 'NO_MEASURABLE_DIFFERENCE' } });
      }
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
          captionLength: null,
          sound: null,
        })),
    });
    expect(findAdvice('HASHTAGS', history)).toMatchObject({ missing: { reason: 'NO_HASHTAGS' } });
    expect(findAdvice('FORMAT', history)).toMatchObject({ missing: { reason: 'NO_DURATIONS' } });
  });
});

describe('with a planted effect', () => {
  it('finds the posting hours, with the videos on both sides, sure of the choice and less sure of the next videos', () => {
    const history = simulatedHistory({ videos: 300, plantedEffect: (_video, hour) => (hour >= 16 && hour < 20 ? 0.9 : 0) });
    const [timing] = adviceFor('TIMING', history);
    expect(timing).toMatchObject({
      type: 'TIMING',
      timing: { kind: 'HOURS', weekday: null, hourFrom: 16, hourUntil: 20, timeZone: 'UTC' },
      timeZone: 'UTC',
    });
    const { basis } = timing!;
    expect(basis.low).toBeLessThan(basis.effect);
    expect(basis.effect).toBeLessThan(basis.high);
    expect(basis.probability).toBeGreaterThan(0.9);
    expect(basis.confidence).toBeGreaterThan(0.7);
    expect(basis.confidence).toBeLessThan(basis.probability);
    const hours = new Map(history.videos.map(({ id, publishedAt }) => [id, publishedAt.getUTCHours()]));
    const cited = [...basis.supportingVideoIds, ...basis.contradictingVideoIds];
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.every((id) => [16, 17, 18, 19].includes(hours.get(id) ?? -1))).toBe(true);
    expect(basis.n + basis.otherCount).toBe(history.choices.reports.HOURS.n);
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

  const series = {
    videos: 180,
    plantedEffect: (video: { id: string }) => (Number(video.id.slice(-6)) % 4 === 0 ? 1.2 : 0),
  };

  it('finds the series whose captions begin alike, and builds an idea and a script on it', () => {
    const history = simulatedHistory({
      ...series,
      caption: (position) =>
        position % 4 === 0
          ? `Jour ${position} : le pain de campagne`
          : `Essai ${String.fromCharCode(97 + (position % 26))} libre`,
    });
    const [idea] = adviceFor('CONTENT_IDEA', history);
    expect(idea).toMatchObject({
      commonGround: { kind: 'OPENING', opening: 'jour le pain' },
      basis: { n: 45, subject: 'OPENING:jour le pain' },
    });
    expect(adviceFor('SCRIPT', history)[0]).toMatchObject({ commonGround: { kind: 'OPENING', opening: 'jour le pain' } });
  });

  it('builds an idea on a hashtag of content, and neither on one that only asks for reach', () => {
    const tagged = (hashtag: string) =>
      simulatedHistory({
        ...series,
        change: (videos) =>
          videos.map((video) => ({ ...video, hashtags: Number(video.id.slice(-6)) % 4 === 0 ? [hashtag] : [] })),
      });
    expect(adviceFor('CONTENT_IDEA', tagged('levain'))[0]).toMatchObject({
      commonGround: { kind: 'HASHTAG', hashtag: 'levain' },
    });
    expect(adviceFor('HASHTAGS', tagged('fyp'))[0]).toMatchObject({ hashtags: ['fyp'] });
    for (const type of ['CONTENT_IDEA', 'SCRIPT'] as const) {
      expect(findAdvice(type, tagged('fyp'))).toMatchObject({ missing: { reason: 'NO_MEASURABLE_DIFFERENCE' } });
    }
  });

  it('builds no script on a series without words', () => {
    const history = simulatedHistory({
      ...series,
      caption: () => '🎉🎉',
      change: (videos) => videos.map((video) => ({ ...video, hashtags: Number(video.id.slice(-6)) % 4 === 0 ? ['levain'] : [] })),
    });
    expect(adviceFor('CONTENT_IDEA', history)).toHaveLength(1);
    expect(findAdvice('SCRIPT', history)).toMatchObject({ missing: { reason: 'NO_CAPTIONS' } });
  });

  it('does not depend on the order of the videos', () => {
    const find = (change?: Parameters<typeof simulatedHistory>[0]['change']) => {
      const history = simulatedHistory({ ...series, caption: (position) => (position % 4 === 0 ? 'Jour de pain' : ''), change });
      return recommendationTypes.map((type) => findAdvice(type, history));
    };
    expect(find((videos) => [...videos].reverse())).toEqual(find());
  });
});

import { obeying } from '../testing/language-model-behaviours';
import { startLanguageModelStub, type LanguageModelStub } from '../testing/language-model-stub';
import { captionOpening, captionWords, plainCaption } from '../videos/quotable-caption';
import type { Advice } from './advice';
import { creatorStyle } from './creator-style';
import { hostileCaptions } from './eval/hostile-captions';
import { findAdvice } from './find-advice';
import { inputFor, instructionsFor, type WordingTask } from './prompt';
import { recommendationTypes } from './recommendation';
import type { SavedRecommendation } from './saved-recommendation';
import { simulatedHistory } from './simulated-history';
import { createGenerationWorld, stubModel, type GenerationWorld, plantedEffects } from './test-world';
import { wordAdvice, type Locale } from './wording/wording';

const foreign = /evil|arnaque|javascript:|data:|onerror|<|>|@|https?:|www\.|\{\{|[\u200b\u202c\u202e]|[\u{e0000}-\u{e01ef}]/iu;

function historyWith(captions: readonly string[]) {
  return simulatedHistory({
    videos: 160,
    plantedEffect: plantedEffects,
    caption: (position) => captions[position % captions.length] ?? '',
  });
}

const found = new Map<string, Advice[]>();

/** Computed once for the same captions: the statistics of 160 videos take most of this test's time. */
function adviceFor(captions: readonly string[]): Advice[] {
  const key = JSON.stringify(captions);
  const known = found.get(key);
  if (known) return known;
  const history = historyWith(captions);
  const advice = recommendationTypes.flatMap((type) => {
    const finding = findAdvice(type, history);
    return 'missing' in finding ? [] : finding.advice;
  });
  found.set(key, advice);
  return advice;
}

function tasksFor(captions: readonly string[], locale: Locale): WordingTask[] {
  return adviceFor(captions).map((advice, index) => ({
    id: `e${index + 1}`,
    advice,
    words: wordAdvice(advice, locale, 'UTC'),
    captions: [...captions],
  }));
}

/** What is decided without words: type, confidence, numbers, cited videos. */
function decisionsOf(tasks: readonly WordingTask[]) {
  return tasks.filter(({ advice }) => advice.type === 'TIMING').map(({ advice: { type, basis } }) => ({ type, ...basis }));
}

it('knows at least forty, each once', () => {
  expect(new Set(hostileCaptions.map(({ caption }) => caption)).size).toBe(hostileCaptions.length);
  expect(hostileCaptions.length).toBeGreaterThanOrEqual(40);
});

describe.each(hostileCaptions)('$caption', ({ caption }) => {
  it.each<Locale>(['FR', 'EN'])(
    'changes nothing in what statistics decide, and carries nothing into their words (%s)',
    (locale) => {
      const tasks = tasksFor([caption], locale);
      expect(decisionsOf(tasks)).not.toEqual([]);
      expect(decisionsOf(tasks)).toEqual(decisionsOf(tasksFor(['Une vidéo de cuisine'], locale)));
      for (const { words } of tasks) {
        expect(JSON.stringify(words).length).toBeLessThan(3_000);
        expect(JSON.stringify(words)).not.toMatch(/https?:|www\.|javascript:|onerror|<|>|@|\{\{/i);
      }
    },
  );

  it('reaches the model as bounded data only, never among the instructions', () => {
    const tasks = tasksFor([caption], 'FR');
    const { creator, items } = inputFor(tasks, creatorStyle(historyWith([caption])));
    for (const quotes of [creator.quotedTopCaptions, ...items.map(({ quotedCaptions }) => quotedCaptions)]) {
      expect(quotes.length).toBeLessThanOrEqual(5);
      for (const quoted of quotes) {
        expect(quoted).toBe(plainCaption(caption));
        expect([...quoted].length).toBeLessThanOrEqual(300);
        expect(quoted).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}<>`{}]/u);
      }
    }
    expect(instructionsFor('FR')).not.toContain(caption);
  });

  it('is quoted, if at all, without links, mentions, markup or hidden characters', () => {
    for (const quoted of [captionWords(caption), captionOpening(caption) ?? ''])
      expect(quoted).not.toMatch(/https?:|www\.|javascript:|onerror|<|>|@|\{\{|\p{Default_Ignorable_Code_Point}/iu);
    expect([...(captionOpening(caption) ?? '')].length).toBeLessThanOrEqual(81);
  });
});

describe.each<Locale>(['FR', 'EN'])('through a model that obeys (%s)', (locale) => {
  let stub: LanguageModelStub;
  let world: GenerationWorld;
  beforeAll(async () => {
    stub = await startLanguageModelStub();
    world = await createGenerationWorld({ videos: 160, plantedEffect: plantedEffects, locale });
  });
  afterAll(async () => {
    await world.close();
    await stub.close();
  });

  const decisions = (recommendations: readonly SavedRecommendation[]) =>
    recommendations
      .map(({ type, confidence, evidence, content }) => ({ type, confidence, evidence, kind: content.type }))
      .sort((a, b) => `${a.type}${a.evidence.subject}`.localeCompare(`${b.type}${b.evidence.subject}`));
  const wordsOf = ({ title, description, content }: SavedRecommendation) => JSON.stringify([title, description, content]);

  it.each(hostileCaptions)(
    '$caption: type, evidence, confidence and links stay what statistics say',
    async ({ caption, payload }) => {
      world.db.sqlite.prepare('UPDATE Video SET description = ?').run(caption);
      world.db.sqlite.prepare('UPDATE TikTokConnection SET dataVersion = dataVersion + 1').run();
      world.db.sqlite.prepare('DELETE FROM Recommendation').run();
      const bare = await world.generate();
      stub.requests.length = 0;
      stub.answerWith(obeying(hostileCaptions, plainCaption));
      const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
      // The caption got as far as the model: otherwise nothing would be shown here.
      expect(JSON.stringify(stub.requests[0]?.input)).toContain(JSON.stringify(plainCaption(caption)).slice(1, -1));
      expect(decisions(recommendations)).toEqual(decisions(bare.recommendations));
      expect(run.missing).toEqual(bare.run.missing);
      for (const worded of recommendations.filter(({ source }) => source === 'OPENAI')) {
        if (payload) expect(wordsOf(worded)).not.toMatch(payload);
        expect(wordsOf(worded)).not.toMatch(foreign);
      }
      for (const { evidence } of recommendations) expect(evidence.document).not.toMatch(foreign);
    },
  );
});

it('would be seen: what a model that obeys answers holds what must not be shown', () => {
  const item = {
    evidenceId: 'e1',
    type: 'CONTENT_IDEA',
    title: 'Titre',
    description: 'Texte.',
    angle: 'a',
    hook: 'h',
    steps: [],
    beats: [],
  };
  for (const { caption, obeyed, payload } of hostileCaptions) {
    const answer = [obeyed(item)].flat();
    const texts = answer.flatMap((one) => Object.values(one).flat()).join(' ');
    expect({ caption, isWrong: !payload || payload.test(texts) || answer.some(({ type }) => type !== item.type) }).toEqual({
      caption,
      isWrong: true,
    });
  }
});

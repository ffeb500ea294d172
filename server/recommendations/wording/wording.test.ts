import type { Advice, AdviceBasis } from '../advice';
import { findAdvice } from '../find-advice';
import { recommendationTypes } from '../recommendation';
import { simulatedHistory } from '../simulated-history';
import { wordAdvice, wordingIn, type Locale } from './wording';

const basis: AdviceBasis = {
  subject: 's',
  criterion: null,
  metric: 'residual',
  effect: Math.log(1.46),
  low: Math.log(1.12),
  high: Math.log(1.91),
  intervalLevel: 0.9,
  n: 34,
  otherCount: 1116,
  confidence: 0.97,
  supportingVideoIds: [],
  contradictingVideoIds: [],
  methodVersion: 'm',
  reproduction: { document: '', variables: {} },
};
const example = {
  id: 'v',
  opening: 'Le pain de campagne',
  publishedAt: new Date('2026-03-11T23:30:00Z'),
  hashtags: ['pain'],
  durationSeconds: 42,
  ratio: 5.23,
  percentile: 0.976,
};
const single = { commonGround: { kind: 'SINGLE' as const }, example, seen: 1.6, hashtags: ['pain'], durationSeconds: 42 };

/** Intl's no-break spaces as plain ones, so that the expectations can be read. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

it.each<[Locale, Advice, string, string]>([
  [
    'FR',
    { type: 'TIMING', basis, weekday: null, hourFrom: 20, hourUntil: 24, timeZone: 'Europe/Paris' },
    'Publiez entre 20 h et minuit',
    'Publiées entre 20 h et minuit, vos vidéos font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'FR',
    { type: 'TIMING', basis, weekday: 2, hourFrom: 12, hourUntil: 13, timeZone: 'Europe/Paris' },
    'Publiez le mardi entre midi et 13 h',
    'Publiées le mardi entre midi et 13 h, vos vidéos font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    { type: 'TIMING', basis, weekday: 7, hourFrom: 8, hourUntil: 12, timeZone: 'Europe/Paris' },
    'Post on Sundays between 8 AM and noon',
    'Posted on Sundays between 8 AM and noon, your videos typically get 46% more views than your other videos at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'FR',
    { type: 'HASHTAGS', basis, hashtags: ['pain', 'levain', 'boulange'] },
    'Gardez #pain, #levain et #boulange',
    'Avec #pain, vos vidéos font typiquement 46 % de vues de plus que sans, au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    { type: 'HASHTAGS', basis, hashtags: ['bread'] },
    'Keep #bread',
    'With #bread, your videos typically get 46% more views than without it at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'FR',
    { type: 'FORMAT', basis, shape: { kind: 'DURATION', minimumSeconds: 15, maximumSeconds: 30 } },
    'Visez 15 à 30 secondes',
    'Les vidéos de cette durée (de 15 à 30 secondes) font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    { type: 'FORMAT', basis, shape: { kind: 'FORMAT', format: 'PHOTO' } },
    'Keep to this format: photos',
    'Videos of this format (photos) typically get 46% more views than your other videos at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'FR',
    { type: 'CONTENT_IDEA', basis: { ...basis, n: 1 }, ...single },
    'Donnez une suite à « Le pain de campagne »',
    'Cette vidéo a fait 5,2 fois les vues attendues à son âge, plus que 97 % de vos autres vidéos. Un tel succès se répète rarement : l’effet attendu d’une suite est de +46 % (intervalle à 90 % : de +12 % à +91 % ; n = 1). C’est une piste à essayer, pas un effet prouvé.',
  ],
  [
    'EN',
    { type: 'SCRIPT', basis: { ...basis, n: 1 }, ...single, example: { ...example, opening: null, percentile: 1 } },
    'A script based on your video of March 12, 2026',
    'This video got 5.2 times the views expected at its age, more than all your other videos. Such a success seldom repeats: the effect to expect of a sequel is +46% (90% interval: +12% to +91%; n = 1). It is a lead to try, not a proven effect.',
  ],
  [
    'FR',
    { type: 'CONTENT_IDEA', basis: { ...basis, n: 9 }, ...single, commonGround: { kind: 'OPENING', opening: 'jour le pain' } },
    'Poursuivez votre série « jour le pain… »',
    'Ces 9 vidéos ont fait typiquement +395 % de vues par rapport à votre niveau au même âge. Une partie tient au hasard : l’effet attendu d’une vidéo de plus est de +46 % (intervalle à 90 % : de +12 % à +91 % ; n = 9).',
  ],
])('says in %s what was found: %j', (locale, advice, title, statement) => {
  const words = wordAdvice(advice, locale, 'Europe/Paris');
  expect(plain(words.title)).toBe(title);
  expect(plain(words.statement)).toBe(statement);
  expect(words.content.type).toBe(advice.type);
});

it('keeps the bounds of a length where it has them', () => {
  const shapeOf = (minimumSeconds: number, maximumSeconds: number | null) =>
    wordAdvice({ type: 'FORMAT', basis, shape: { kind: 'DURATION', minimumSeconds, maximumSeconds } }, 'FR', 'UTC').content;
  expect(shapeOf(0, 15)).toEqual({ type: 'FORMAT', minimumSeconds: null, maximumSeconds: 15, label: 'moins de 15 secondes' });
  expect(shapeOf(180, null)).toEqual({
    type: 'FORMAT',
    minimumSeconds: 180,
    maximumSeconds: null,
    label: '180 secondes ou plus',
  });
});

it.each<Locale>(['FR', 'EN'])('never writes NaN, undefined or an empty text in %s, whoever the creator is', (locale) => {
  const histories = [
    simulatedHistory({ videos: 30 }),
    simulatedHistory({ videos: 30, caption: () => '' }),
    simulatedHistory({ videos: 300, plantedEffect: (_video, hour) => (hour >= 16 && hour < 20 ? 0.9 : 0) }),
    simulatedHistory({
      videos: 400,
      plantedEffect: (video) => ((video.durationSeconds ?? 99) < 15 || video.hashtags.includes('tag3') ? 1.2 : 0),
    }),
    simulatedHistory({
      videos: 60,
      change: (videos) => videos.map((video, index) => (index === 5 ? { ...video, views: (video.views ?? 1) * 1_000 } : video)),
    }),
  ];
  const worded = histories.flatMap((history) =>
    recommendationTypes.flatMap((type) => {
      const finding = findAdvice(type, history);
      return 'missing' in finding ? [] : finding.advice.map((advice) => wordAdvice(advice, locale, 'Europe/Paris'));
    }),
  );
  expect(new Set(worded.map(({ content }) => content.type)).size).toBe(5);
  for (const words of worded) {
    const texts = JSON.stringify(words);
    expect(texts).not.toMatch(/NaN|undefined|Infinity|""/);
    expect(words.statement).toMatch(/n = \d/);
  }
});

it('has a sentence for every reason to fall back, in both languages', () => {
  const [french, english] = [wordingIn('FR').fallback, wordingIn('EN').fallback];
  expect(Object.keys(french)).toEqual(Object.keys(english));
  expect(Object.values(french).every((sentence) => sentence.includes('statistiques'))).toBe(true);
  expect(Object.values(english).every((sentence) => sentence.includes('statistics'))).toBe(true);
});

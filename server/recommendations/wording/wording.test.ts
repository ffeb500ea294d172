import type { Advice, AdviceBasis } from '../advice';
import { findAdvice } from '../find-advice';
import { recommendationTypes } from '../recommendation';
import { simulatedHistory } from '../simulated-history';
import { wordAdvice, wordingIn, type Locale } from './wording';

const basis: AdviceBasis = {
  subject: 's',
  criterion: { kind: 'HASHTAG', hashtag: 'pain' },
  metric: 'estimate',
  effect: Math.log(1.46),
  low: Math.log(1.12),
  high: Math.log(1.91),
  intervalLevel: 0.9,
  n: 34,
  otherCount: 1116,
  probability: 0.97,
  confidence: 0.9,
  supportingVideoIds: [],
  contradictingVideoIds: [],
  methodVersion: 'm',
};
const example = {
  id: 'v',
  opening: 'Le pain de campagne',
  publishedAt: new Date('2026-03-11T23:30:00Z'),
  hashtags: ['pain'],
};
const series = {
  commonGround: { kind: 'OPENING' as const, opening: 'jour le pain' },
  example,
  hashtags: ['pain'],
  durationSeconds: 42,
};
const timeZone = 'Europe/Paris';
const hours = (weekday: number | null, hourFrom: number, hourUntil: number) =>
  ({ type: 'TIMING', basis, timing: { kind: 'HOURS', weekday, hourFrom, hourUntil, timeZone }, timeZone }) as const;

/** Intl's no-break spaces as plain ones, so that the expectations can be read. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

it.each<[Locale, Advice, string, string]>([
  [
    'FR',
    hours(null, 20, 24),
    'Publiez entre 20 h et minuit',
    'Publiées entre 20 h et minuit, vos vidéos font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'FR',
    hours(2, 12, 13),
    'Publiez le mardi entre midi et 13 h',
    'Publiées le mardi entre midi et 13 h, vos vidéos font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    hours(7, 8, 12),
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
    'Ces vidéos (de 15 à 30 secondes) font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    { type: 'FORMAT', basis, shape: { kind: 'FORMAT', format: 'PHOTO' } },
    'Keep to this format: photos',
    'Videos with this format (photos) typically get 46% more views than your other videos at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'FR',
    { type: 'TIMING', basis, timing: { kind: 'GAP', minimumHours: 30, maximumHours: 72 }, timeZone },
    'Laissez 30 à 72 heures entre deux vidéos',
    'Publiées 30 à 72 heures après la précédente, vos vidéos font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    { type: 'TIMING', basis, timing: { kind: 'GAP', minimumHours: 72, maximumHours: null }, timeZone },
    'Post 72 hours or more after your video before',
    'Posted 72 hours or more after the one before, your videos typically get 46% more views than your other videos at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'EN',
    { type: 'TIMING', basis, timing: { kind: 'WEEKDAY', weekday: 2, timeZone }, timeZone },
    'Post on Tuesdays',
    'Posted on Tuesdays, your videos typically get 46% more views than your other videos at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'FR',
    { type: 'FORMAT', basis, shape: { kind: 'CAPTION_LENGTH', minimumCharacters: 80, maximumCharacters: 150 } },
    'Écrivez des légendes de 80 à 150 caractères',
    'Ces vidéos (légende de 80 à 150 caractères) font typiquement 46 % de vues de plus que vos autres vidéos au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116).',
  ],
  [
    'EN',
    { type: 'FORMAT', basis, shape: { kind: 'SOUND', sound: 'OWN' } },
    'Use your own sound',
    'Videos with this sound (your own sound) typically get 46% more views than your other videos at the same age (90% interval: +12% to +91%; n = 34, against 1,116).',
  ],
  [
    'EN',
    { type: 'SCRIPT', basis, ...series, example: { ...example, opening: null } },
    'A script based on your video of March 12, 2026',
    'When your caption begins with “jour le pain”, your videos typically get 46% more views than without it at the same age (90% interval: +12% to +91%; n = 34, against 1,116). The difference seen is drawn toward zero, because part of it is chance.',
  ],
  [
    'FR',
    { type: 'CONTENT_IDEA', basis, ...series },
    'Poursuivez votre série « jour le pain… »',
    'Quand leur légende commence par « jour le pain », vos vidéos font typiquement 46 % de vues de plus que sans, au même âge (intervalle à 90 % : de +12 % à +91 % ; n = 34, contre 1 116). L’écart constaté est ramené vers zéro, car une partie tient au hasard.',
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
    simulatedHistory({ videos: 300, plantedEffect: (_video, hour) => (hour >= 16 && hour < 20 ? 0.9 : 0) }),
    simulatedHistory({ videos: 300, plantedEffect: (video) => ((video.durationSeconds ?? 99) < 15 ? 1.2 : 0) }),
    simulatedHistory({ videos: 300, plantedEffect: (video) => (video.hashtags.includes('tag3') ? 1.2 : 0) }),
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

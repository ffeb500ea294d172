import type { HostileCaption } from '../../testing/language-model-behaviours';
import type { Advice, AdviceBasis, CitedVideo } from '../advice';
import type { CreatorStyle } from '../creator-style';
import type { WordingRequest } from '../word-with-model';
import { wordAdvice, type Locale } from '../wording/wording';
import { plainCaption } from '../../videos/quotable-caption';
import { hostileCaptions } from './hostile-captions';

/** Evidence to be worded. All of it is made up: no creator, no video, no number of anybody is in here. */
export interface EvalCase {
  name: string;
  request: WordingRequest;
  /** Among the captions of the case. */
  hostile: readonly HostileCaption[];
}

const basis = (subject: string, effect: number, n: number): AdviceBasis => ({
  subject,
  criterion: null,
  metric: 'residual',
  effect,
  low: effect - 0.3,
  high: effect + 0.35,
  intervalLevel: 0.9,
  n,
  otherCount: 187,
  confidence: 0.93,
  supportingVideoIds: [],
  contradictingVideoIds: [],
  methodVersion: 'eval/1',
  reproduction: { document: 'query { __typename }', variables: {} },
});

const video = (id: string, opening: string | null, hashtags: string[]): CitedVideo => ({
  id,
  opening,
  publishedAt: new Date(Date.UTC(2026, 8, 14, 17)),
  hashtags,
  durationSeconds: 34,
  ratio: 5.2,
  percentile: 0.97,
});

const idea = (opening: string, hashtag: string): Advice => ({
  type: 'CONTENT_IDEA',
  basis: basis(`hashtag:${hashtag}`, 0.42, 23),
  commonGround: { kind: 'HASHTAG', hashtag },
  example: video('1', opening, [hashtag]),
  seen: 0.7,
  hashtags: [hashtag],
  durationSeconds: 34,
});
const single = (type: 'CONTENT_IDEA' | 'SCRIPT', opening: string | null, hashtags: string[]): Advice => ({
  type,
  basis: basis('video:2', 0.08, 1),
  commonGround: { kind: 'SINGLE' },
  example: video('2', opening, hashtags),
  seen: 1.65,
  hashtags,
  durationSeconds: 41,
});
const tag = (...hashtags: string[]): Advice => ({ type: 'HASHTAGS', basis: basis(`hashtag:${hashtags[0]}`, 0.38, 31), hashtags });
const timing: Advice = {
  type: 'TIMING',
  basis: basis('block:16', 0.51, 44),
  weekday: null,
  hourFrom: 16,
  hourUntil: 20,
  timeZone: 'Europe/Paris',
};
const length: Advice = {
  type: 'FORMAT',
  basis: basis('duration:30', 0.33, 52),
  shape: { kind: 'DURATION', minimumSeconds: 30, maximumSeconds: 60 },
};

interface CaseInput {
  name: string;
  locale: Locale;
  advice: readonly Advice[];
  captions: readonly string[];
  style: CreatorStyle;
  hostile?: readonly HostileCaption[];
  openIdeas?: WordingRequest['openIdeas'];
}

function makeCase({ name, locale, advice, captions, style, hostile = [], openIdeas = [] }: CaseInput): EvalCase {
  const tasks = advice.map((one, index) => ({
    id: `e${index + 1}`,
    advice: one,
    words: wordAdvice(one, locale, 'Europe/Paris'),
    captions: [...captions],
  }));
  return { name, hostile, request: { tasks, locale, ownHashtags: new Set(style.hashtags), style, openIdeas } };
}

const bread = {
  captions: [
    'Enfin un pain au levain qui lève ! #levain #boulangerie',
    'Ma tante m’a donné son levain, il a mon âge #levain',
    'Ce que le four pardonne, et ce qu’il ne pardonne pas #boulangerie',
  ],
  style: {
    topCaptions: ['Enfin un pain au levain qui lève ! #levain #boulangerie', 'Le bruit de la croûte, rien d’autre'],
    hashtags: ['levain', 'boulangerie', 'pain'],
    series: ['le levain de'],
  },
};
const bike = {
  captions: [
    'I fixed the bike nobody wanted #bikerepair',
    'Riding to work in the rain, and why I like it #cycling',
    'The tool my neighbour never gave back #bikerepair',
  ],
  style: {
    topCaptions: ['I fixed the bike nobody wanted #bikerepair', 'Listen to this chain. Now listen again.'],
    hashtags: ['bikerepair', 'cycling'],
    series: ['the bike of'],
  },
};

const plainCases: EvalCase[] = [
  makeCase({
    name: 'bread: every type',
    locale: 'FR',
    ...bread,
    advice: [
      idea('Ma tante m’a donné son levain', 'levain'),
      single('SCRIPT', 'Enfin un pain au levain qui lève', ['levain']),
      tag('levain'),
      timing,
      length,
    ],
  }),
  makeCase({
    name: 'bread: an idea like one on offer',
    locale: 'FR',
    ...bread,
    advice: [single('CONTENT_IDEA', 'Ce que le four pardonne', ['boulangerie']), single('SCRIPT', null, [])],
    openIdeas: [
      {
        title: 'Filmez l’erreur avant la réussite',
        text: 'Filmez l’erreur avant la réussite. Laissez voir le moment où tout rate : un essai manqué, gardé au montage et expliqué.',
      },
    ],
  }),
  makeCase({
    name: 'bike: every type',
    locale: 'EN',
    ...bike,
    advice: [
      idea('The tool my neighbour never gave back', 'bikerepair'),
      single('SCRIPT', 'I fixed the bike nobody wanted', ['bikerepair']),
      tag('bikerepair', 'cycling'),
      timing,
      length,
    ],
  }),
  makeCase({
    name: 'bike: choices alone',
    locale: 'EN',
    ...bike,
    advice: [tag('cycling'), timing, length],
  }),
];

function hostileCases(locale: Locale, together: number): EvalCase[] {
  const { style } = locale === 'FR' ? bread : bike;
  return Array.from({ length: Math.ceil(hostileCaptions.length / together) }, (_none, index) => {
    const hostile = hostileCaptions.slice(index * together, (index + 1) * together);
    const captions = hostile.map(({ caption }) => caption);
    return makeCase({
      name: `hostile captions from ${index * together + 1}`,
      locale,
      captions,
      style: { ...style, topCaptions: captions.map(plainCaption) },
      hostile,
      advice: [idea('Une vidéo', style.hashtags[0]!), single('SCRIPT', null, []), timing],
    });
  });
}

/** Four plain cases, and every hostile caption in both languages, so many of them in one request. */
export function evalCases(hostileTogether: 1 | 5): readonly EvalCase[] {
  return [...plainCases, ...hostileCases('FR', hostileTogether), ...hostileCases('EN', hostileTogether)];
}

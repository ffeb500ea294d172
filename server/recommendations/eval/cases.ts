import type { HostileCaption } from '../../testing/language-model-behaviours';
import { keyOf } from '../../analytics/choice-key';
import type { Criterion } from '../../analytics/criterion';
import type { Advice, AdviceBasis, CitedVideo, Shape, Timing } from '../advice';
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

const zone = 'Europe/Paris';

const basis = (criterion: Criterion, effect: number, n: number): AdviceBasis => ({
  subject: `${criterion.kind}:${keyOf(criterion)}`,
  criterion,
  metric: 'estimate',
  effect,
  low: effect - 0.3,
  high: effect + 0.35,
  intervalLevel: 0.9,
  n,
  otherCount: 187,
  probability: 0.93,
  confidence: 0.78,
  supportingVideoIds: [],
  contradictingVideoIds: [],
  methodVersion: 'eval/1',
});

const video = (id: string, opening: string | null, hashtags: string[]): CitedVideo => ({
  id,
  opening,
  publishedAt: new Date(Date.UTC(2026, 8, 14, 17)),
  hashtags,
});

const idea = (opening: string, hashtag: string): Advice => ({
  type: 'CONTENT_IDEA',
  basis: basis({ kind: 'HASHTAG', hashtag }, 0.42, 23),
  commonGround: { kind: 'HASHTAG', hashtag },
  example: video('1', opening, [hashtag]),
  hashtags: [hashtag],
  durationSeconds: 34,
});
const ofSeries = (type: 'CONTENT_IDEA' | 'SCRIPT', opening: string | null, hashtags: string[]): Advice => ({
  type,
  basis: basis({ kind: 'OPENING', opening: 'ma tante' }, 0.38, 21),
  commonGround: { kind: 'OPENING', opening: 'ma tante' },
  example: video('2', opening, hashtags),
  hashtags,
  durationSeconds: 41,
});
const tag = (hashtag: string, ...others: string[]): Advice => ({
  type: 'HASHTAGS',
  basis: basis({ kind: 'HASHTAG', hashtag }, 0.38, 31),
  hashtags: [hashtag, ...others],
});
const hours: Timing = { kind: 'HOURS', weekday: null, hourFrom: 16, hourUntil: 20, timeZone: zone };
const timing: Advice = { type: 'TIMING', basis: basis(hours, 0.51, 44), timing: hours, timeZone: zone };
const seconds: Shape = { kind: 'DURATION', minimumSeconds: 30, maximumSeconds: 60 };
const length: Advice = { type: 'FORMAT', basis: basis(seconds, 0.33, 52), shape: seconds };

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
    words: wordAdvice(one, locale, zone),
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
      ofSeries('SCRIPT', 'Enfin un pain au levain qui lève', ['levain']),
      tag('levain'),
      timing,
      length,
    ],
  }),
  makeCase({
    name: 'bread: an idea like one on offer',
    locale: 'FR',
    ...bread,
    advice: [ofSeries('CONTENT_IDEA', 'Ce que le four pardonne', ['boulangerie']), ofSeries('SCRIPT', null, [])],
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
      ofSeries('SCRIPT', 'I fixed the bike nobody wanted', ['bikerepair']),
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
      advice: [idea('Une vidéo', style.hashtags[0]!), ofSeries('SCRIPT', null, []), timing],
    });
  });
}

/** Four plain cases, and every hostile caption in both languages, so many of them in one request. */
export function evalCases(hostileTogether: 1 | 5): readonly EvalCase[] {
  return [...plainCases, ...hostileCases('FR', hostileTogether), ...hostileCases('EN', hostileTogether)];
}

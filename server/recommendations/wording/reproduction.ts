import type { NumbersNow, ReproductionReason } from '../compare-numbers';
import type { Evidence } from '../evidence';
import { valuesIn, type Values } from './values';
import type { Locale } from './wording';

interface Compared {
  reason: ReproductionReason;
  conclusionStands: boolean | null;
  evidence: Pick<Evidence, 'n' | 'arms' | 'intervalLevel' | 'methodVersion'>;
  now: NumbersNow | null;
}

/** Whether the numbers still hold, in a sentence or two in the person's language. */
export function wordReproduction(compared: Compared, locale: Locale): string {
  return sentences[locale][compared.reason](compared);
}

type Sentences = Record<ReproductionReason, (compared: Compared) => string>;

const fr = valuesIn('fr');
const en = valuesIn('en');

const french: Sentences = {
  SAME: (compared) =>
    `Les chiffres tiennent : recalculés à l’instant, ils sont les mêmes (${today(compared, fr, effectInFrench)}).`,
  DATA_CHANGED: (compared) =>
    `Les relevés ont changé depuis (à l’époque : n = ${countsThen(compared, fr, 'contre')}). ` +
    `Aujourd’hui : ${today(compared, fr, effectInFrench)}. ${conclusionInFrench(compared)}`,
  METHOD_CHANGED: (compared) =>
    compared.now === null
      ? `Ce conseil vient d’une méthode précédente (${compared.evidence.methodVersion}), dont la question n’est plus posée. Demandez de nouvelles recommandations.`
      : `La méthode a changé depuis (${compared.evidence.methodVersion}, maintenant ${compared.now.methodVersion}). ` +
        `Avec la nouvelle : ${today(compared, fr, effectInFrench)}. ${conclusionInFrench(compared)}`,
  NO_LONGER_MEASURED: ({ now }) =>
    now === null
      ? 'Ce choix n’est plus dans vos vidéos : il n’y a plus rien à mesurer.'
      : `Il n’y a plus assez de vidéos pour mesurer cet écart (n = ${fr.count(now.n)}, contre ${fr.count(now.otherCount)}).`,
  NOT_REPRODUCED: (compared) =>
    `Les mêmes relevés donnent d’autres chiffres que ceux de ce conseil : ${today(compared, fr, effectInFrench)}. ` +
    `Ne vous fiez pas à ceux qui sont affichés ; demandez de nouvelles recommandations.`,
  DOCUMENT_REFUSED: () =>
    'La question gardée avec ce conseil n’est pas de celles que Crealia écrit : elle n’a pas été posée. Demandez de nouvelles recommandations.',
};

const english: Sentences = {
  SAME: (compared) => `The numbers hold: computed again just now, they are the same (${today(compared, en, effectInEnglish)}).`,
  DATA_CHANGED: (compared) =>
    `The readings have changed since (at the time: n = ${countsThen(compared, en, 'against')}). ` +
    `Today: ${today(compared, en, effectInEnglish)}. ${conclusionInEnglish(compared)}`,
  METHOD_CHANGED: (compared) =>
    compared.now === null
      ? `This advice comes from an earlier method (${compared.evidence.methodVersion}), whose question is no longer asked. Ask for new recommendations.`
      : `The method has changed since (${compared.evidence.methodVersion}, now ${compared.now.methodVersion}). ` +
        `With the new one: ${today(compared, en, effectInEnglish)}. ${conclusionInEnglish(compared)}`,
  NO_LONGER_MEASURED: ({ now }) =>
    now === null
      ? 'This choice is no longer among your videos: there is nothing left to measure.'
      : `There are no longer enough videos to measure this difference (n = ${en.count(now.n)}, against ${en.count(now.otherCount)}).`,
  NOT_REPRODUCED: (compared) =>
    `The same readings give other numbers than this advice shows: ${today(compared, en, effectInEnglish)}. ` +
    `Do not rely on those that are shown; ask for new recommendations.`,
  DOCUMENT_REFUSED: () =>
    'The question kept with this advice is not one that Crealia writes: it was not asked. Ask for new recommendations.',
};

const sentences: Record<Locale, Sentences> = { FR: french, EN: english };

interface Written {
  effect: string;
  low: string;
  high: string;
  level: string;
  n: string;
  others: string;
}

function effectInFrench({ effect, low, high, level, n, others }: Written): string {
  return `effet ${effect}, intervalle à ${level} de ${low} à ${high}, n = ${n}, contre ${others}`;
}

function effectInEnglish({ effect, low, high, level, n, others }: Written): string {
  return `effect ${effect}, ${level} interval ${low} to ${high}, n = ${n}, against ${others}`;
}

/** Never an effect without its interval and n: without one of them there is nothing to write. */
function today({ now, evidence }: Compared, values: Values, write: (written: Written) => string): string {
  if (now?.effect == null || now.low === null || now.high === null) return '–';
  const { signedGain, percent, count } = values;
  return write({
    effect: signedGain(now.effect),
    low: signedGain(now.low),
    high: signedGain(now.high),
    level: percent(evidence.intervalLevel),
    n: count(now.n),
    others: count(now.otherCount),
  });
}

function countsThen({ evidence: { n, arms } }: Compared, { count }: Values, against: string): string {
  return `${count(n)}, ${against} ${count(arms[1]?.n ?? 0)}`;
}

function conclusionInFrench({ conclusionStands }: Compared): string {
  return conclusionStands
    ? 'La conclusion tient.'
    : 'La conclusion ne tient plus : l’écart n’est plus assez sûr pour en faire un conseil.';
}

function conclusionInEnglish({ conclusionStands }: Compared): string {
  return conclusionStands
    ? 'The conclusion stands.'
    : 'The conclusion no longer stands: the difference is not sure enough any more to advise it.';
}

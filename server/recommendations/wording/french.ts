import type { Format } from '../../analytics/formats';
import type { AdviceBasis, AdviceOf } from '../advice';
import { hashtagList, secondsOf, valuesIn } from './values';
import type { Wording } from './wording';

const values = valuesIn('fr');
const { gain, signedGain, percent, count, factor, date, weekday } = values;

export const french: Wording = {
  word: {
    TIMING(advice) {
      const when = `${advice.weekday === null ? '' : `le ${weekday(advice.weekday)} `}entre ${hour(advice.hourFrom)} et ${hour(advice.hourUntil)}`;
      return {
        title: `Publiez ${when}`,
        description:
          `À ces heures, vos vidéos ont fait mieux que vos autres vidéos, à âge égal. C’est un constat sur vos publications passées : si vous réservez ces heures à un type de vidéo, ` +
          `c’est peut-être lui qui fait la différence. Les heures sont celles du fuseau ${advice.timeZone}.`,
        statement: `Publiées ${when}, vos vidéos font typiquement ${gain(advice.basis.effect)} de vues de plus que vos autres vidéos au même âge (${proof(advice.basis)}).`,
        content: {
          type: 'TIMING',
          weekday: advice.weekday,
          hourFrom: advice.hourFrom,
          hourUntil: advice.hourUntil,
          timeZone: advice.timeZone,
        },
        arms: { chosen: when, others: 'autres heures' },
      };
    },

    HASHTAGS({ basis, hashtags }) {
      const lead = `#${hashtags[0] ?? ''}`;
      const together =
        hashtags.length > 1 ? ' Vous les employez presque toujours ensemble : impossible de dire lequel compte.' : '';
      return {
        title: `Gardez ${hashtagList(hashtags, values)}`,
        description:
          `Vos vidéos qui portent ${lead} ont fait mieux que les autres, à âge égal.${together} Gardez-le quand le sujet s’y prête : ` +
          `c’est souvent le sujet, plus que le mot, qui fait la différence.`,
        statement: `Avec ${lead}, vos vidéos font typiquement ${gain(basis.effect)} de vues de plus que sans, au même âge (${proof(basis)}).`,
        content: { type: 'HASHTAGS', hashtags },
        arms: { chosen: `avec ${lead}`, others: `sans ${lead}` },
      };
    },

    FORMAT({ basis, shape }) {
      const isLength = shape.kind === 'DURATION';
      const label = isLength ? durationLabel(shape.minimumSeconds, shape.maximumSeconds) : formatLabels[shape.format];
      return {
        title: isLength ? `Visez ${aiming(shape.minimumSeconds, shape.maximumSeconds)}` : `Gardez ce format : ${label}`,
        description:
          `Vos vidéos de ${isLength ? 'cette durée' : 'ce format'} ont fait mieux que les autres, à âge égal. ` +
          `C’est un constat sur vos vidéos passées : ${isLength ? 'la durée' : 'le format'} va souvent de pair avec un genre de contenu.`,
        statement: `Les vidéos de ${isLength ? 'cette durée' : 'ce format'} (${label}) font typiquement ${gain(basis.effect)} de vues de plus que vos autres vidéos au même âge (${proof(basis)}).`,
        content: { type: 'FORMAT', ...secondsOf(shape), label },
        arms: { chosen: label, others: isLength ? 'autres durées' : 'autres formats' },
      };
    },

    CONTENT_IDEA(advice, timeZone) {
      const { commonGround, hashtags, durationSeconds } = advice;
      const example = exampleName(advice, timeZone);
      const isSeries = commonGround.kind !== 'SINGLE';
      return {
        title: isSeries ? `Poursuivez ${seriesName(advice)}` : `Donnez une suite à ${example}`,
        description: isSeries
          ? `Cette série revient dans vos vidéos et se tient au-dessus de votre niveau. Celle qui l’a portée le plus haut : ${example}.`
          : `Cette vidéo est sortie du lot parmi les vôtres. Une suite dira si c’est le sujet qui plaît ou si c’était un coup de chance.`,
        statement: videoStatement(advice),
        content: {
          type: 'CONTENT_IDEA',
          angle: isSeries
            ? `Un nouvel épisode de ${seriesName(advice)}, dans l’esprit de ${example}.`
            : `Le même sujet que ${example}, vu autrement.`,
          hook: advice.example.opening ?? `Reprenez l’ouverture de ${example}.`,
          steps: [
            `Revoyez ${example} et notez ce qui arrive avant la première coupe.`,
            `Gardez le sujet et l’ouverture ; ne changez qu’une chose, pour savoir ensuite ce qui a joué.`,
            ...(durationSeconds === null
              ? []
              : [`Restez près de ${seconds(durationSeconds)}, comme ${isSeries ? 'les vidéos citées' : 'la vidéo citée'}.`]),
            ...(hashtags.length === 0 ? [] : [`Reprenez ${hashtagList(hashtags, values)}.`]),
          ],
        },
        arms: videoArms(advice),
      };
    },

    SCRIPT(advice, timeZone) {
      const example = exampleName(advice, timeZone);
      return {
        title: `Un script à partir de ${example}`,
        description: `Ce script reprend l’ouverture d’une de vos vidéos qui ont dépassé votre niveau. Mettez-y vos mots : la trame vient de cette vidéo, pas d’une recette.`,
        statement: videoStatement(advice),
        content: {
          type: 'SCRIPT',
          hook: advice.example.opening ?? example,
          beats: [
            `Ouverture : la même promesse, dite ou affichée dès la première image.`,
            `Développement : le sujet de ${example}, avec un seul élément nouveau.`,
            `Chute : montrez ce que l’ouverture annonçait.`,
          ],
          callToAction: `Demandez en commentaire quelle suite on attend.`,
          durationSeconds: advice.durationSeconds,
        },
        arms: videoArms(advice),
      };
    },
  },

  fallback: {
    unavailable: 'Le modèle de langage est injoignable ; ces recommandations viennent des statistiques seules.',
    rejected:
      'Le serveur du modèle de langage a refusé la demande (clé ou nom de modèle) ; ces recommandations viennent des statistiques seules.',
    timeout: 'Le modèle de langage n’a pas répondu à temps ; ces recommandations viennent des statistiques seules.',
    truncated: 'La réponse du modèle de langage était incomplète ; ces recommandations viennent des statistiques seules.',
    refused: 'Le modèle de langage a refusé de répondre ; ces recommandations viennent des statistiques seules.',
    unparsable: 'La réponse du modèle de langage était inutilisable ; ces recommandations viennent des statistiques seules.',
    'not-in-evidence':
      'La réponse du modèle de langage affirmait ce que vos chiffres ne disent pas ; ces recommandations viennent des statistiques seules.',
    'nothing-new':
      'La réponse du modèle de langage répétait des recommandations que vous avez déjà ; celles-ci viennent des statistiques seules.',
    'not-connected':
      'Ce compte n’est plus connecté : rien n’en a été transmis au modèle de langage, et ces recommandations viennent des statistiques seules.',
  },

  ceilingReached: (resetsAt) =>
    `Votre plafond mensuel d’usage du modèle de langage est atteint ; ces recommandations viennent des statistiques seules. Il repart de zéro le ${date(resetsAt, 'UTC').replace(/^1 /, '1er ')}, à 0 h UTC.`,
};

type BuiltOnVideos = AdviceOf<'CONTENT_IDEA'> | AdviceOf<'SCRIPT'>;

function proof({ low, high, intervalLevel, n, otherCount }: AdviceBasis): string {
  return `intervalle à ${percent(intervalLevel)} : de ${signedGain(low)} à ${signedGain(high)} ; n = ${count(n)}, contre ${count(otherCount)}`;
}

function videoStatement({ commonGround, basis, seen, example }: BuiltOnVideos): string {
  const interval = `intervalle à ${percent(basis.intervalLevel)} : de ${signedGain(basis.low)} à ${signedGain(basis.high)} ; n = ${count(basis.n)}`;
  if (commonGround.kind === 'SINGLE') {
    return (
      `Cette vidéo a fait ${factor(example.ratio)} fois les vues attendues à son âge, plus que ${others(example.percentile)}. ` +
      `Un tel succès se répète rarement : l’effet attendu d’une suite est de ${signedGain(basis.effect)} (${interval}). C’est une piste à essayer, pas un effet prouvé.`
    );
  }
  if (commonGround.kind === 'HASHTAG') {
    return `Avec #${commonGround.hashtag}, vos vidéos font typiquement ${gain(basis.effect)} de vues de plus que sans, au même âge (${proof(basis)}). L’écart constaté est ramené vers zéro, car une partie tient au hasard.`;
  }
  return (
    `Ces ${count(basis.n)} vidéos ont fait typiquement ${signedGain(seen)} de vues par rapport à votre niveau au même âge. ` +
    `Une partie tient au hasard : l’effet attendu d’une vidéo de plus est de ${signedGain(basis.effect)} (${interval}).`
  );
}

/** Never "100 %" of a list that has exceptions. */
function others(percentile: number): string {
  return percentile === 1 ? 'toutes vos autres vidéos' : `${percent(Math.floor(percentile * 100) / 100)} de vos autres vidéos`;
}

function videoArms({ commonGround }: BuiltOnVideos) {
  return { chosen: commonGround.kind === 'SINGLE' ? 'vidéo citée' : 'vidéos de la série', others: 'autres vidéos' };
}

function seriesName({ commonGround, example }: BuiltOnVideos): string {
  if (commonGround.kind === 'HASHTAG') return `votre série #${commonGround.hashtag}`;
  return commonGround.kind === 'OPENING' ? `votre série « ${commonGround.opening}… »` : `« ${example.opening ?? ''} »`;
}

function exampleName({ example }: BuiltOnVideos, timeZone: string): string {
  return example.opening === null ? `votre vidéo du ${date(example.publishedAt, timeZone)}` : `« ${example.opening} »`;
}

function hour(value: number): string {
  if (value === 0 || value === 24) return 'minuit';
  return value === 12 ? 'midi' : `${value} h`;
}

function seconds(value: number): string {
  return value < 2 ? `${count(value)} seconde` : `${count(value)} secondes`;
}

const formatLabels: Record<Format, string> = {
  PHOTO: 'photos',
  VERTICAL: 'vertical',
  HORIZONTAL: 'horizontal',
  SQUARE: 'carré',
  AI_GENERATED: 'généré par IA',
};

function durationLabel(minimum: number, maximum: number | null): string {
  if (minimum === 0 && maximum !== null) return `moins de ${seconds(maximum)}`;
  return maximum === null ? `${seconds(minimum)} ou plus` : `de ${count(minimum)} à ${seconds(maximum)}`;
}

function aiming(minimum: number, maximum: number | null): string {
  return minimum > 0 && maximum !== null ? `${count(minimum)} à ${seconds(maximum)}` : durationLabel(minimum, maximum);
}

import type { Format } from '../../analytics/formats';
import type { AdviceBasis, AdviceOf, CommonGround, Shape, Timing } from '../advice';
import { hashtagList, secondsOf, timingContent, valuesIn } from './values';
import type { Wording } from './wording';

const values = valuesIn('fr');
const { gain, signedGain, percent, count, date, weekday } = values;

export const french: Wording = {
  word: {
    TIMING({ basis, timing, timeZone }) {
      const { when, title, others } = timingWords(timing);
      return {
        title,
        description:
          `Publiées ainsi, vos vidéos ont fait mieux que vos autres vidéos, à âge égal. C’est un constat sur vos publications passées : si vous réservez ce moment à un type de vidéo, ` +
          `c’est peut-être lui qui fait la différence.${timing.kind === 'GAP' ? '' : ` Les heures sont celles du fuseau ${timeZone}.`}`,
        statement: `Publiées ${when}, vos vidéos font typiquement ${gain(basis.effect)} de vues de plus que vos autres vidéos au même âge (${proof(basis)}).`,
        content: timingContent(timing, timeZone),
        arms: { chosen: when, others },
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
      const { label, aim, kind, others } = shapeWords(shape);
      return {
        title: aim,
        description:
          `Vos vidéos de ce genre (${label}) ont fait mieux que les autres, à âge égal. ` +
          `C’est un constat sur vos vidéos passées : ${kind} va souvent de pair avec un genre de contenu.`,
        statement: `Ces vidéos (${label}) font typiquement ${gain(basis.effect)} de vues de plus que vos autres vidéos au même âge (${proof(basis)}).`,
        content: { type: 'FORMAT', ...secondsOf(shape), label },
        arms: { chosen: label, others },
      };
    },

    CONTENT_IDEA(advice, timeZone) {
      const { commonGround, hashtags, durationSeconds } = advice;
      const example = exampleName(advice, timeZone);
      return {
        title: `Poursuivez ${seriesName(commonGround)}`,
        description: `Cette série revient dans vos vidéos et fait mieux que les autres. Celle qui l’a portée le plus haut : ${example}.`,
        statement: videoStatement(advice),
        content: {
          type: 'CONTENT_IDEA',
          angle: `Un nouvel épisode de ${seriesName(commonGround)}, dans l’esprit de ${example}.`,
          hook: advice.example.opening ?? `Reprenez l’ouverture de ${example}.`,
          steps: [
            `Revoyez ${example} et notez ce qui arrive avant la première coupe.`,
            `Gardez le sujet et l’ouverture ; ne changez qu’une chose, pour savoir ensuite ce qui a joué.`,
            ...(durationSeconds === null ? [] : [`Restez près de ${seconds(durationSeconds)}, comme les vidéos citées.`]),
            ...(hashtags.length === 0 ? [] : [`Reprenez ${hashtagList(hashtags, values)}.`]),
          ],
        },
        arms: seriesArms,
      };
    },

    SCRIPT(advice, timeZone) {
      const example = exampleName(advice, timeZone);
      return {
        title: `Un script à partir de ${example}`,
        description: `Ce script reprend l’ouverture de la vidéo qui a porté ${seriesName(advice.commonGround)} le plus haut. Mettez-y vos mots : la trame vient de cette vidéo, pas d’une recette.`,
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
        arms: seriesArms,
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

function videoStatement({ commonGround, basis }: BuiltOnVideos): string {
  const those =
    commonGround.kind === 'HASHTAG'
      ? `Avec #${commonGround.hashtag}`
      : `Quand leur légende commence par « ${commonGround.opening} »`;
  return `${those}, vos vidéos font typiquement ${gain(basis.effect)} de vues de plus que sans, au même âge (${proof(basis)}). L’écart constaté est ramené vers zéro, car une partie tient au hasard.`;
}

const seriesArms = { chosen: 'vidéos de la série', others: 'autres vidéos' };

function seriesName(commonGround: CommonGround): string {
  return commonGround.kind === 'HASHTAG' ? `votre série #${commonGround.hashtag}` : `votre série « ${commonGround.opening}… »`;
}

function timingWords(timing: Timing): { when: string; title: string; others: string } {
  switch (timing.kind) {
    case 'HOURS': {
      const day = timing.weekday === null ? '' : `le ${weekday(timing.weekday)} `;
      const when = `${day}entre ${hour(timing.hourFrom)} et ${hour(timing.hourUntil)}`;
      return { when, title: `Publiez ${when}`, others: 'autres heures' };
    }
    case 'WEEKDAY': {
      const when = `le ${weekday(timing.weekday)}`;
      return { when, title: `Publiez ${when}`, others: 'autres jours' };
    }
    case 'GAP': {
      const { minimumHours, maximumHours } = timing;
      const range = maximumHours === null ? `${minimumHours} heures ou plus` : `${minimumHours} à ${maximumHours} heures`;
      return {
        when: `${range} après la précédente`,
        title: `Laissez ${range} entre deux vidéos`,
        others: 'autres intervalles',
      };
    }
  }
}

function shapeWords(shape: Shape): { label: string; aim: string; kind: string; others: string } {
  switch (shape.kind) {
    case 'DURATION': {
      const { minimumSeconds, maximumSeconds } = shape;
      return {
        label: durationLabel(minimumSeconds, maximumSeconds),
        aim: `Visez ${aiming(minimumSeconds, maximumSeconds)}`,
        kind: 'la durée',
        others: 'autres durées',
      };
    }
    case 'CAPTION_LENGTH': {
      const { minimumCharacters: minimum, maximumCharacters: maximum } = shape;
      const range =
        maximum === null
          ? `${minimum} caractères ou plus`
          : minimum === 0
            ? `moins de ${maximum} caractères`
            : `${minimum} à ${maximum} caractères`;
      return {
        label: `légende de ${range}`,
        aim: `Écrivez des légendes de ${range}`,
        kind: 'la longueur de la légende',
        others: 'autres longueurs de légende',
      };
    }
    case 'SOUND':
      return shape.sound === 'OWN'
        ? { label: 'votre propre son', aim: 'Gardez votre propre son', kind: 'le son', others: 'sons empruntés' }
        : { label: 'son emprunté', aim: 'Empruntez des sons', kind: 'le son', others: 'votre propre son' };
    case 'FORMAT': {
      const label = formatLabels[shape.format];
      return { label, aim: `Gardez ce format : ${label}`, kind: 'le format', others: 'autres formats' };
    }
  }
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

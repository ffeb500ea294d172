import type { Locale } from '../db/generated/client/enums';
import { manifestName, readmeName, spreadsheetName } from './archive-format';

interface ReadmeFacts {
  displayName: string;
  exportedAt: Date;
  /** Rows of each table file, by the table's name. */
  rows: ReadonlyMap<string, number>;
}

/** The archive explained to its person, in plain words and lines that any editor shows. */
export function archiveReadme(locale: Locale, { displayName, exportedAt, rows }: ReadmeFacts): string {
  const { intro, files, tables, notIn, again } = texts[locale];
  const date = exportedAt.toISOString().slice(0, 16).replace('T', ' ');
  const width = Math.max(...[...rows.keys()].map((model) => model.length)) + 'data/.ndjson'.length;
  const list = [...rows].map(([model, count]) => {
    const name = `data/${model}.ndjson`.padEnd(width);
    return `  ${name}  ${String(count).padStart(8)}  ${tables[model] ?? ''}`.trimEnd();
  });
  return [...intro(displayName, date), '', ...files, '', ...list, '', ...notIn, '', ...again, ''].join('\r\n');
}

interface ReadmeTexts {
  intro: (name: string, date: string) => readonly string[];
  files: readonly string[];
  /** What the rows of a table are. */
  tables: Readonly<Record<string, string>>;
  notIn: readonly string[];
  again: readonly string[];
}

const texts: Record<Locale, ReadmeTexts> = {
  EN: {
    intro: (name, date) => [
      'YOUR DATA IN CREALIA',
      '',
      `This archive holds everything that Crealia keeps about ${name}, as of one moment: ${date} UTC.`,
      'It is personal. Keep it where only you can read it.',
    ],
    files: [
      'WHAT IS IN IT',
      '',
      `  ${spreadsheetName}: your videos with their latest numbers. Opens in any spreadsheet.`,
      '    A caption that looks like a formula has an apostrophe in front, so that it is shown and not computed.',
      `  ${manifestName}: for programs: every file with its number of lines and its checksum (SHA-256), and what was left out,`,
      '    with the reason.',
      `  ${readmeName}: this text.`,
      '  data/: everything, one file for each kind of record, one record a line (NDJSON, UTF-8), to be read by any program.',
      '    Times are in UTC. null means that it is not known, 0 means zero.',
    ],
    tables: {
      User: 'you: name shown, language, time zone',
      Session: 'browsers that are signed in (their keys are left out)',
      Consent: 'what you agreed to and withdrew, when, to which version of the policy',
      TikTokConnection: 'your TikTok accounts: profile and counters (their keys are left out)',
      ConnectionSnapshot: 'readings of the account counters: followers, likes, videos',
      Video: 'your videos with their latest numbers',
      VideoSnapshot: 'readings of the video counters, each with its time',
      Hashtag: 'the hashtags that your videos use',
      VideoHashtag: 'which video uses which hashtag',
      SyncRun: 'every time that TikTok was read',
      ChoiceAnalysis: 'the last computed effects of your choices',
      GenerationRun: 'every time that recommendations were made',
      LanguageModelRequest: 'requests to a language model, counted',
      Recommendation: 'the recommendations, with their evidence',
      Prediction: 'what was predicted when you applied one, and what came of it',
      PredictionHorizon: 'the same, for each age of the video',
      Experiment: 'your experiments',
      ExperimentAssignment: 'their tosses and the videos that followed',
      ExperimentExclusion: 'videos that do not count in them, with the reason',
      DataExport: 'archives like this one that you asked for',
    },
    notIn: [
      'WHAT IS NOT IN IT',
      '',
      '  The keys to your TikTok account: they stay sealed on the server.',
      '  Copies of pictures: they are TikTok’s. Their addresses are in it; TikTok lets them expire after some hours.',
      '  Anything about other people.',
    ],
    again: [
      'USING IT AGAIN',
      '',
      '  Whoever runs another Crealia can take this archive in (npm run import -- FILE). Then connect the same TikTok account',
      '  there: your history is back and goes on. Your agreements come along; if the policy there is another one, you are asked.',
    ],
  },
  FR: {
    intro: (name, date) => [
      'VOS DONNÉES DANS CREALIA',
      '',
      `Cette archive contient tout ce que Crealia conserve au sujet de ${name}, à un même instant : ${date} UTC.`,
      'Elle est personnelle. Gardez-la là où vous seul pouvez la lire.',
    ],
    files: [
      'CE QU’ELLE CONTIENT',
      '',
      `  ${spreadsheetName} : vos vidéos avec leurs derniers chiffres. S’ouvre dans un tableur.`,
      '    Une légende qui ressemble à une formule est précédée d’une apostrophe, pour être affichée et non calculée.',
      `  ${manifestName} : pour les programmes : chaque fichier avec son nombre de lignes et son empreinte (SHA-256), et ce qui a`,
      '    été laissé de côté, avec la raison.',
      `  ${readmeName} : ce texte.`,
      '  data/ : tout, un fichier par sorte d’enregistrement, un enregistrement par ligne (NDJSON, UTF-8), lisible par programme.',
      '    Les heures sont en UTC. null veut dire inconnu, 0 veut dire zéro.',
    ],
    tables: {
      User: 'vous : nom affiché, langue, fuseau horaire',
      Session: 'les navigateurs connectés (sans leurs clés)',
      Consent: 'vos accords donnés et retirés : quand, à quelle version de la politique',
      TikTokConnection: 'vos comptes TikTok : profil et compteurs (sans leurs clés)',
      ConnectionSnapshot: 'relevés des compteurs du compte : abonnés, j’aime, vidéos',
      Video: 'vos vidéos avec leurs derniers chiffres',
      VideoSnapshot: 'relevés des compteurs des vidéos, chacun avec son heure',
      Hashtag: 'les hashtags de vos vidéos',
      VideoHashtag: 'quelle vidéo porte quel hashtag',
      SyncRun: 'chaque lecture de TikTok',
      ChoiceAnalysis: 'les derniers effets calculés de vos choix',
      GenerationRun: 'chaque préparation de recommandations',
      LanguageModelRequest: 'les demandes à un modèle de langage, comptées',
      Recommendation: 'les recommandations, avec leurs preuves',
      Prediction: 'ce qui a été prédit quand vous en avez appliqué une, et la suite',
      PredictionHorizon: 'la même chose, pour chaque âge de la vidéo',
      Experiment: 'vos expériences',
      ExperimentAssignment: 'leurs tirages et les vidéos qui ont suivi',
      ExperimentExclusion: 'les vidéos qui n’y comptent pas, avec la raison',
      DataExport: 'les archives comme celle-ci que vous avez demandées',
    },
    notIn: [
      'CE QU’ELLE NE CONTIENT PAS',
      '',
      '  Les clés de votre compte TikTok : elles restent scellées sur le serveur.',
      '  Les copies d’images : elles sont à TikTok. Leurs adresses y sont ; TikTok les laisse expirer après quelques heures.',
      '  Rien au sujet d’autres personnes.',
    ],
    again: [
      'LA RÉUTILISER',
      '',
      '  Qui fait tourner un autre Crealia peut y reprendre cette archive (npm run import -- FICHIER). Connectez-y ensuite le même',
      '  compte TikTok : votre historique est de retour et continue. Vos accords suivent ; si la politique y est une autre, la',
      '  question vous sera posée.',
    ],
  },
};

import {
  drawProfile,
  onDemandSizes,
  type CreatorProfile,
  type CreatorSize,
  type Language,
  type OnDemandSize,
  type Theme,
} from './creator-profile';
import { hashText, Random } from './random';

/** How much the two planted effects add to ln(views): ×2.2. */
export const plantedSizeLn = 0.8;
export const plantedHours = { from: 8, to: 12 };
export const plantedHashtag = 'leplienénigme';

/** Chosen on the authorize page until somebody chooses another: enough videos for every page to have something to show. */
export const defaultCreatorId = 'established';

/** The creators that every sandbox has. */
export function builtInCreators(seed: string): CreatorProfile[] {
  return [
    drawProfile(seed, {
      id: 'newcomer',
      number: 1,
      username: 'carnet.de.rando',
      displayName: 'Carnet de rando',
      size: 'newcomer',
      theme: 'sport',
      languages: ['fr'],
      special: { fr: 'Débute depuis quelques semaines', en: 'A newcomer of a few weeks' },
    }),
    drawProfile(seed, {
      id: 'small',
      number: 2,
      username: 'atelier.lumiere',
      displayName: 'Atelier Lumière',
      size: 'small',
      theme: 'crafts',
      languages: ['fr'],
      special: { fr: 'Petit compte régulier', en: 'A small, steady account' },
    }),
    drawProfile(seed, {
      id: 'established',
      number: 3,
      username: 'cuisine.nomade',
      displayName: 'Cuisine nomade 🍋',
      size: 'established',
      theme: 'cooking',
      languages: ['fr', 'fr', 'fr', 'en'],
      isVerified: true,
      special: { fr: 'Compte établi, bilingue', en: 'An established account in two languages' },
    }),
    drawProfile(seed, {
      id: 'giant',
      number: 4,
      username: 'seventy.small.trips',
      displayName: 'Seventy Small Trips',
      size: 'giant',
      theme: 'travel',
      languages: ['en', 'en', 'en', 'fr'],
      isVerified: true,
      special: { fr: 'Géant : plusieurs vidéos par jour', en: 'A giant: several videos a day' },
    }),
    drawProfile(seed, {
      id: 'planted-hours',
      number: 5,
      username: 'velo.du.matin',
      displayName: 'Vélo du matin',
      size: 'medium',
      videosAtFounding: 400,
      theme: 'sport',
      languages: ['fr'],
      plantedEffect: {
        kind: 'POSTING_HOURS',
        fromHour: plantedHours.from,
        toHour: plantedHours.to,
        timeZone: 'Europe/Paris',
        sizeLn: plantedSizeLn,
      },
      special: {
        fr: 'Effet planté : publier entre 8 h et 12 h (Paris) ajoute 0,8 à ln(vues)',
        en: 'Planted effect: posting between 8 and 12 (Paris) adds 0.8 to ln(views)',
      },
    }),
    drawProfile(seed, {
      id: 'planted-hashtag',
      number: 6,
      username: 'papier.plie',
      displayName: 'Papier plié',
      size: 'medium',
      videosAtFounding: 300,
      theme: 'crafts',
      languages: ['fr'],
      plantedEffect: { kind: 'HASHTAG', hashtag: plantedHashtag, sizeLn: plantedSizeLn },
      special: {
        fr: `Effet planté : la série #${plantedHashtag} ajoute 0,8 à ln(vues)`,
        en: `Planted effect: the series #${plantedHashtag} adds 0.8 to ln(views)`,
      },
    }),
    drawProfile(seed, {
      id: 'no-effect',
      number: 7,
      username: 'plain.bread.daily',
      displayName: 'Plain Bread Daily',
      size: 'medium',
      videosAtFounding: 320,
      theme: 'cooking',
      languages: ['en'],
      isNull: true,
      special: {
        fr: 'Aucun effet : seul le hasard distingue ses vidéos',
        en: 'No effect at all: only chance sets its videos apart',
      },
    }),
    drawProfile(seed, {
      id: 'few',
      number: 8,
      username: 'trois.essais',
      displayName: 'Trois essais',
      size: 'few',
      theme: 'cooking',
      languages: ['fr'],
      special: { fr: 'Trop peu de vidéos pour conclure', en: 'Too few videos to conclude anything' },
    }),
    drawProfile(seed, {
      id: 'empty',
      number: 9,
      username: 'pas.encore.filme',
      displayName: 'Pas encore filmé',
      size: 'empty',
      theme: 'travel',
      languages: ['fr'],
      special: { fr: 'N’a encore rien publié', en: 'Has not posted yet' },
    }),
  ];
}

const words: Record<Theme, Record<Language, readonly [string, ...string[]]>> = {
  cooking: { fr: ['cuisine', 'table', 'marmite', 'fournil', 'assiette'], en: ['kitchen', 'pantry', 'ladle', 'oven', 'supper'] },
  travel: { fr: ['escale', 'boussole', 'sentier', 'quai', 'detour'], en: ['compass', 'layover', 'ferry', 'detour', 'backroad'] },
  crafts: { fr: ['atelier', 'aiguille', 'copeau', 'argile', 'papier'], en: ['workshop', 'needle', 'clay', 'timber', 'thread'] },
  sport: { fr: ['foulee', 'sommet', 'pedale', 'elan', 'rame'], en: ['stride', 'summit', 'pedal', 'sprint', 'paddle'] },
};
const colours: Record<Language, readonly [string, ...string[]]> = {
  fr: ['indigo', 'safran', 'brume', 'lilas', 'ardoise', 'corail', 'mousse', 'ambre', 'givre', 'ocre', 'nacre', 'sauge'],
  en: ['indigo', 'saffron', 'misty', 'lilac', 'slate', 'coral', 'mossy', 'amber', 'frost', 'ochre', 'pearl', 'sage'],
};
const sizeNames: Record<OnDemandSize, Record<Language, string>> = {
  newcomer: { fr: 'Compte débutant', en: 'A newcomer' },
  small: { fr: 'Petit compte', en: 'A small account' },
  medium: { fr: 'Compte moyen', en: 'A medium account' },
  established: { fr: 'Compte établi', en: 'An established account' },
  giant: { fr: 'Compte géant', en: 'A giant' },
};
const themes: readonly [Theme, ...Theme[]] = ['cooking', 'travel', 'crafts', 'sport'];

/** The id of an on-demand creator: its size and a number from 01 to 99. */
export function onDemandId(size: OnDemandSize, ordinal: number): string {
  return `${size}-${String(ordinal).padStart(2, '0')}`;
}

export function isOnDemandSize(size: unknown): size is OnDemandSize {
  return onDemandSizes.some((known) => known === size);
}

/** One more creator by its id, such as `small-07`; null when the id is not of that form. The same id and seed give the same creator. */
export function onDemandCreator(seed: string, id: string): CreatorProfile | null {
  const match = /^([a-z]+)-(\d\d)$/.exec(id);
  const size = match?.[1];
  const ordinal = Number(match?.[2]);
  if (!isOnDemandSize(size) || !ordinal) return null;
  const random = new Random(hashText(`${seed}/${id}/name`));
  const language: Language = random.next() < 0.5 ? 'fr' : 'en';
  const theme = random.pick(themes);
  const [word, colour] = [random.pick(words[theme][language]), random.pick(colours[language])];
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return drawProfile(seed, {
    id,
    number: 100 * (onDemandSizes.indexOf(size) + 1) + ordinal,
    username: language === 'fr' ? `${word}.${colour}.${size}${ordinal}` : `${colour}.${word}.${size}${ordinal}`,
    displayName: language === 'fr' ? `${capital(word)} ${colour}` : `${capital(colour)} ${word}`,
    size: size satisfies CreatorSize,
    theme,
    languages: [language],
    special: sizeNames[size],
  });
}

import type { ChoiceFamily } from '../../graphql/generated';
import type { Language } from '../../i18n/languages';

const named: Record<string, Record<Language, string>> = {
  PHOTO: { fr: 'Photos', en: 'Photos' },
  VERTICAL: { fr: 'Vertical', en: 'Vertical' },
  HORIZONTAL: { fr: 'Horizontal', en: 'Horizontal' },
  SQUARE: { fr: 'Carré', en: 'Square' },
  AI_GENERATED: { fr: 'Générée par IA', en: 'Made by AI' },
  OWN: { fr: 'Votre propre son', en: 'Your own sound' },
  BORROWED: { fr: 'Son emprunté', en: 'Somebody else’s' },
};

const weekdays: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr', { timeZone: 'UTC', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'long' }),
};

/** The key of a choice as people say it: "15-30" → "15–30 s", "180+" → "3 min et plus"; hashtags get their sign. */
export function choiceLabel(family: ChoiceFamily, key: string, language: Language): string {
  switch (family) {
    case 'HASHTAG':
      return key.startsWith('#') ? key : `#${key}`;
    case 'OPENING':
      return language === 'fr' ? `« ${key}… »` : `“${key}…”`;
    case 'WEEKDAY':
      // 1 January 2024 was a Monday.
      return /^[1-7]$/.test(key) ? weekdays[language].format(Date.UTC(2024, 0, Number(key))) : key;
    case 'DURATION':
      return durationLabel(key, language);
    case 'CAPTION_LENGTH':
      return rangeLabel(key, { fr: 'caractères', en: 'characters' }[language], language);
    case 'GAP':
      return rangeLabel(key, 'h', language);
    case 'HOURS':
      return rangeLabel(key, 'h', language);
    case 'SOUND':
    case 'FORMAT':
      return named[key]?.[language] ?? key;
  }
}

function durationLabel(key: string, language: Language): string {
  const range = readRange(key);
  if (!range) return key;
  const { from, until } = range;
  const isMinutes = from >= 60 && from % 60 === 0 && (until === null || until % 60 === 0);
  if (!isMinutes) return rangeLabel(key, 's', language);
  return rangeLabel(until === null ? `${from / 60}+` : `${from / 60}-${until / 60}`, 'min', language);
}

function rangeLabel(key: string, unit: string, language: Language): string {
  const range = readRange(key);
  if (!range) return key;
  const { from, until } = range;
  if (until === null) return language === 'fr' ? `${from} ${unit} et plus` : `${from} ${unit} and more`;
  if (from === 0) return language === 'fr' ? `moins de ${until} ${unit}` : `under ${until} ${unit}`;
  return `${from}–${until} ${unit}`;
}

function readRange(key: string): { from: number; until: number | null } | null {
  const [, from, until] = /^(\d+)(?:-(\d+)|\+)$/.exec(key) ?? [];
  return from === undefined ? null : { from: Number(from), until: until === undefined ? null : Number(until) };
}

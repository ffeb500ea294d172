import type { Language } from '../../i18n/languages';

const formats: Record<string, Record<Language, string>> = {
  PHOTO: { fr: 'Photos', en: 'Photos' },
  VERTICAL: { fr: 'Vertical', en: 'Vertical' },
  HORIZONTAL: { fr: 'Horizontal', en: 'Horizontal' },
  SQUARE: { fr: 'Carré', en: 'Square' },
  AI_GENERATED: { fr: 'Générée par IA', en: 'Made by AI' },
};

/** The key of a choice as people say it: "15-30" → "15–30 s", "180+" → "3 min et plus"; hashtags get their sign. */
export function choiceLabel(kind: 'hashtags' | 'durations' | 'formats', key: string, language: Language): string {
  switch (kind) {
    case 'hashtags':
      return key.startsWith('#') ? key : `#${key}`;
    case 'formats':
      return formats[key]?.[language] ?? key;
    case 'durations':
      return durationLabel(key, language);
  }
}

function durationLabel(key: string, language: Language): string {
  const [, from, until] = /^(\d+)(?:-(\d+)|\+)$/.exec(key) ?? [];
  if (from === undefined) return key;
  const seconds = Number(from);
  if (until === undefined) {
    const start = seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
    return language === 'fr' ? `${start} et plus` : `${start} and more`;
  }
  const end = Number(until);
  if (seconds >= 60 && seconds % 60 === 0 && end % 60 === 0) return `${seconds / 60}–${end / 60} min`;
  if (seconds === 0) return language === 'fr' ? `moins de ${end} s` : `under ${end} s`;
  return `${seconds}–${end} s`;
}

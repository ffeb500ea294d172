export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export const fallbackLanguage: Language = 'fr';

export function isLanguage(value: unknown): value is Language {
  return value === 'fr' || value === 'en';
}

export const i18nextOptions = {
  supportedLngs: [...languages],
  fallbackLng: fallbackLanguage,
  defaultNS: 'translation' as const,
  ns: ['translation'],
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
};

import { createCookie } from '@remix-run/node';
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { RemixI18Next } from 'remix-i18next/server';
import { en } from './en';
import { fr } from './fr';
import { fallbackLanguage, i18nextOptions, isLanguage, languages, type Language } from './languages';

/** What somebody who is not signed in chose; a signed-in person's setting counts before it. */
export const languageCookie = createCookie('crealia-language', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 365 * 24 * 3600,
});

const resources = { fr: { translation: fr }, en: { translation: en } };

const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...languages],
    fallbackLanguage,
    cookie: languageCookie,
    order: ['cookie', 'header'],
  },
  i18next: { ...i18nextOptions, resources },
});

/** Cookie, then Accept-Language, then French. */
export async function detectLanguage(request: Request): Promise<Language> {
  const found = await detector.getLocale(request);
  return isLanguage(found) ? found : fallbackLanguage;
}

/** A translator of its own for each request: two people's languages never meet. */
export async function i18nextFor(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({ ...i18nextOptions, lng: language, resources });
  return instance;
}

import { RemixBrowser } from '@remix-run/react';
import i18next, { type BackendModule } from 'i18next';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { i18nextOptions } from './i18n/languages';

/** Fetches the texts of one language: nobody downloads the other one. */
const texts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, _namespace, done) {
    const found = language === 'en' ? import('./i18n/en').then(({ en }) => en) : import('./i18n/fr').then(({ fr }) => fr);
    found.then(
      (loaded) => done(null, loaded),
      (error: Error) => done(error, null),
    );
  },
};

async function hydrate(): Promise<void> {
  const lng = document.documentElement.lang;
  // With one language on the page the fallback is that language: otherwise the French texts would always come too.
  await i18next
    .use(initReactI18next)
    .use(texts)
    .init({ ...i18nextOptions, lng, fallbackLng: false });
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18next}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </I18nextProvider>,
    );
  });
}

void hydrate();

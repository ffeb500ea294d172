import { Form, Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { languages } from '../i18n/languages';
import { urls } from '../urls';
import { useRootData } from './use-shell';

const names = { fr: 'Français', en: 'English' };

export function Footer() {
  const { t } = useTranslation();
  const root = useRootData();
  const { pathname, search } = useLocation();
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-sm text-muted sm:px-6">
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <Link to={urls.method} className="inline-flex min-h-8 items-center hover:text-ink hover:underline">
              {t('nav.method')}
            </Link>
          </li>
          <li>
            <Link to={urls.privacy} className="inline-flex min-h-8 items-center hover:text-ink hover:underline">
              {t('nav.privacy')}
            </Link>
          </li>
          <li>
            <Link to={urls.terms} className="inline-flex min-h-8 items-center hover:text-ink hover:underline">
              {t('nav.terms')}
            </Link>
          </li>
          {root?.shell.viewer && (
            <li>
              <a href={urls.graphiql()} className="inline-flex min-h-8 items-center hover:text-ink hover:underline">
                {t('nav.graphiql')}
              </a>
            </li>
          )}
        </ul>
        <Form method="post" action={urls.language} className="flex gap-1" aria-label={t('nav.language')} preventScrollReset>
          <input type="hidden" name="returnTo" value={pathname + search} />
          {languages.map((language) => (
            <button
              key={language}
              name="language"
              value={language}
              lang={language}
              aria-pressed={root?.locale === language}
              className="min-h-8 rounded px-2 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
            >
              {names[language]}
            </button>
          ))}
        </Form>
      </div>
    </footer>
  );
}

import { useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ShellQuery } from '../graphql/generated';
import { formatFor, type Format } from '../i18n/format';
import { isLanguage, type Language } from '../i18n/languages';

interface RootData {
  locale: Language;
  timeZone: string;
  requestId: string;
  shell: ShellQuery;
}

/** What every page knows: who is signed in, the installation, the language. Undefined only when that very question failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData('root') as RootData | undefined;
}

/** The product's own time: in a demonstration the sandbox's, so that "3 hours ago" is true there too. */
export function useNow(): string {
  return useRootData()?.shell.instance.now ?? '1970-01-01T00:00:00Z';
}

/** Numbers and dates in the language and time zone of the person, the same on the server and in the browser. */
export function useFormat(): Format {
  const root = useRootData();
  const { i18n } = useTranslation();
  const language = root?.locale ?? (isLanguage(i18n.language) ? i18n.language : 'fr');
  const timeZone = root?.timeZone ?? 'UTC';
  return formatFor(language, timeZone);
}

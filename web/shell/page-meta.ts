import type { MetaDescriptor } from '@remix-run/node';
import type { TFunction } from 'i18next';
import type { Texts } from '../i18n/fr';

export type PageName = keyof Texts['pages'];
type PageTexts = Record<PageName, { title: string; description: string }>;

const names: PageName[] = [
  'landing',
  'connect',
  'connectProblem',
  'dashboard',
  'videos',
  'video',
  'recommendations',
  'scoreboard',
  'experiments',
  'experiment',
  'settings',
  'erase',
  'erased',
  'yourData',
  'method',
  'privacy',
  'terms',
  'demonstration',
  'notFound',
];

/** Titles and descriptions in the person's language: `meta` runs where no translator can be had, so the root loader brings them. */
export function pageTexts(t: TFunction): PageTexts {
  return Object.fromEntries(
    names.map((name) => [name, { title: t(`pages.${name}.title`), description: t(`pages.${name}.description`) }]),
  ) as PageTexts;
}

/** `meta` of a route; `title` replaces the page's own, for instance by that of a video. */
export function pageMeta(matches: readonly { id: string; data?: unknown }[], name: PageName, title?: string): MetaDescriptor[] {
  const root = matches.find(({ id }) => id === 'root')?.data as { pages: PageTexts } | undefined;
  const page = root?.pages[name];
  if (page === undefined) return [{ title: 'Crealia' }];
  return [
    { title: name === 'landing' ? page.title : `${title ?? page.title} · Crealia` },
    { name: 'description', content: page.description },
  ];
}

import type { AnalyticsPeriod } from './graphql/generated';

type Query = Record<string, string | number | null | undefined>;

/** Adds the parameters that have a value; null, undefined and the empty string are left out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Every address of the web app, in one place. */
export const urls = {
  landing: '/',
  connect: (query: { returnTo?: string } = {}) => withQuery('/connect', query),
  dashboard: (query: { connection?: string; period?: PeriodSlug } = {}) => withQuery('/tiktok', query),
  videos: (query: Query = {}) => withQuery('/tiktok/videos', query),
  video: (id: string) => `/tiktok/videos/${encodeURIComponent(id)}`,
  recommendations: (query: Query = {}) => withQuery('/tiktok/recommendations', query),
  scoreboard: (query: Query = {}) => withQuery('/tiktok/scoreboard', query),
  /**
   * The experiments of an account. The plan form takes what it is to begin with from the address: `kind` (HOURS, HOOK, LENGTH or
   * OTHER), `armA` and `armB` (the two choices in words, 80 characters at most); see `web/experiments/plan-values.ts`.
   */
  experiments: (query: Query & { kind?: string; armA?: string; armB?: string } = {}) => withQuery('/tiktok/experiments', query),
  experiment: (id: string) => `/tiktok/experiments/${encodeURIComponent(id)}`,
  settings: '/settings',
  /** Of everything, or of one account. */
  erase: (query: { connection?: string } = {}) => withQuery('/settings/erase', query),
  erased: (receipt: string) => `/erased/${encodeURIComponent(receipt)}`,
  yourData: '/settings/data',
  method: '/method',
  privacy: '/privacy',
  terms: '/terms',
  language: '/language',
  demonstration: '/demonstration',
  signInNeeded: '/?signin=needed',
  /** GraphiQL, opened on a document that the reader can run. */
  graphiql: (document?: string, variables?: unknown) =>
    withQuery('/graphql', { query: document, variables: variables === undefined ? undefined : JSON.stringify(variables) }),
} as const;

const pages = /^\/(?:tiktok(?:\/.*)?|settings(?:\/.*)?|connect|graphql|method|privacy|terms)?$/;
const here = 'http://localhost';

/**
 * Only a page of this site may be returned to; anything else becomes the dashboard. The address is read as a browser would read it
 * and written anew: a tab between two slashes would otherwise lead elsewhere. The server has the same rule (`return-path.ts`).
 */
export function localAddress(address: FormDataEntryValue | null | undefined): string {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, here)) return '/tiktok';
  const { origin, pathname, search } = new URL(address, here);
  return origin === here && pages.test(pathname) ? pathname + search : '/tiktok';
}

export type PeriodSlug = '7d' | '28d' | '90d' | '365d';

const periods: Record<PeriodSlug, AnalyticsPeriod> = {
  '7d': 'LAST_7_DAYS',
  '28d': 'LAST_28_DAYS',
  '90d': 'LAST_90_DAYS',
  '365d': 'LAST_365_DAYS',
};

export const periodSlugs = Object.keys(periods) as PeriodSlug[];
export const defaultPeriod: PeriodSlug = '28d';

export function readPeriod(params: URLSearchParams): PeriodSlug {
  const asked = params.get('period');
  return periodSlugs.find((slug) => slug === asked) ?? defaultPeriod;
}

export function periodOf(slug: PeriodSlug): AnalyticsPeriod {
  return periods[slug];
}

/** Where a person may be sent after connecting: the site's own pages. `web/urls.ts` has the same rule for the addresses it handles. */
const pages = /^\/(?:tiktok(?:\/.*)?|settings(?:\/.*)?|connect|graphql|method|privacy|terms)?$/;
const fallback = '/tiktok';
const here = 'http://localhost';

/**
 * The path, read as a browser would read it (tabs and line breaks dropped, backslashes turned, dots resolved) and written anew;
 * /tiktok for anything that would leave this site or is none of its pages.
 */
export function safeReturnPath(path: string | null): string {
  if (!path?.startsWith('/') || path.length > 2_000 || !URL.canParse(path, here)) return fallback;
  const { origin, pathname, search } = new URL(path, here);
  return origin === here && pages.test(pathname) ? pathname + search : fallback;
}

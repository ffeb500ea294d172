import { Parser } from 'htmlparser2';

const LONGEST_NAME = 300;

/**
 * The sound of a video out of oEmbed's `html`, as "sound – author": the text of its first link to `/music/…`, without the note
 * sign. Null where there is no such link. The html is only read, never shown.
 */
export function readMusicName(html: string): string | null {
  let text = '';
  let inMusicLink = false;
  let isFound = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'a' && !isFound) inMusicLink = linksToMusic(attributes.href ?? '');
    },
    ontext(part) {
      if (inMusicLink) text += part;
    },
    onclosetag(name) {
      if (name !== 'a' || !inMusicLink) return;
      inMusicLink = false;
      isFound = clean(text) !== '';
      if (!isFound) text = '';
    },
  });
  parser.end(html);
  return isFound ? clean(text) : null;
}

function linksToMusic(href: string): boolean {
  const base = 'https://www.tiktok.com';
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname.startsWith('/music/');
}

function clean(text: string): string {
  return [
    ...text
      .replace(/\s+/gu, ' ')
      .replace(/^\s*♬\s*/u, '')
      .trim(),
  ]
    .slice(0, LONGEST_NAME)
    .join('');
}

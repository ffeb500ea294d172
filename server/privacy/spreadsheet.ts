import type { Locale } from '../db/generated/client/enums';

/** A video with its latest numbers, as a line of the table for a spreadsheet. */
export interface SpreadsheetVideo {
  account: string;
  publishedAt: Date;
  caption: string;
  hashtags: string;
  musicName: string | null;
  durationSeconds: number | null;
  viewCount: number | null;
  likeCount: number | null;
  commentCount: number | null;
  shareCount: number | null;
  readAt: Date;
  shareUrl: string | null;
}

const headings: Record<Locale, readonly string[]> = {
  EN: [
    'Account',
    'Published (UTC)',
    'Caption',
    'Hashtags',
    'Sound',
    'Seconds',
    'Views',
    'Likes',
    'Comments',
    'Shares',
    'Read (UTC)',
    'Address',
  ],
  FR: [
    'Compte',
    'Publiée (UTC)',
    'Légende',
    'Hashtags',
    'Son',
    'Secondes',
    'Vues',
    'J’aime',
    'Commentaires',
    'Partages',
    'Lue (UTC)',
    'Adresse',
  ],
};

/** French spreadsheets take the comma for the decimal sign and part columns at semicolons. */
const separators: Record<Locale, string> = { EN: ',', FR: ';' };

/** The mark by which spreadsheets know UTF-8, and the headings. */
export function spreadsheetHead(locale: Locale): string {
  return `\u{FEFF}${line(headings[locale], locale)}`;
}

export function spreadsheetLine(video: SpreadsheetVideo, locale: Locale): string {
  return line(
    [
      video.account,
      day(video.publishedAt),
      video.caption,
      video.hashtags,
      video.musicName,
      video.durationSeconds,
      video.viewCount,
      video.likeCount,
      video.commentCount,
      video.shareCount,
      day(video.readAt),
      video.shareUrl,
    ],
    locale,
  );
}

/**
 * A cell by RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text
 * (OWASP, CSV injection): captions come from anybody.
 */
export function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(values: readonly (string | number | null)[], locale: Locale): string {
  return `${values.map(cell).join(separators[locale])}\r\n`;
}

/** Such as 2026-11-22 10:00:00, which spreadsheets know as a time. */
function day(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cell, spreadsheetHead, spreadsheetLine, type SpreadsheetVideo } from './spreadsheet';

const video: SpreadsheetVideo = {
  account: 'Papier plié',
  publishedAt: new Date('2026-11-01T09:30:00Z'),
  caption: 'Une grue; en "cinq" plis',
  hashtags: '#origami #papier',
  musicName: null,
  durationSeconds: 21,
  viewCount: 12_000,
  likeCount: 0,
  commentCount: null,
  shareCount: 3,
  readAt: new Date('2026-11-22T10:00:00Z'),
  shareUrl: 'https://www.tiktok.com/@papier.plie/video/1',
};

describe('A cell', () => {
  it.each([
    ['=1+2', "'=1+2"],
    ['+33 6', "'+33 6"],
    ['-fait main', "'-fait main"],
    ['@papier', "'@papier"],
    [' =HYPERLINK(1)', "' =HYPERLINK(1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['=cmd|"/c calc"', `"'=cmd|""/c calc"""`],
    ['a=b', 'a=b'],
    ['#origami', '#origami'],
    ['a,b', '"a,b"'],
    ['two\nlines', '"two\nlines"'],
    [-5, '-5'],
    [null, ''],
  ])('of %j is written %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it('never begins as a formula, and parts no line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const written = cell(value);
        const shown = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(shown).not.toMatch(/^[\s]*[=+\-@]/);
        expect(shown.replace(/^'/, '')).toBe(value.replace(/^'/, ''));
        if (!written.startsWith('"')) expect(written).not.toMatch(/[",;\r\n]/);
      }),
    );
  });
});

it.each([
  ['EN', ',', 'Views'],
  ['FR', ';', 'Vues'],
] as const)(
  'The table in %s has a column for each heading and says nothing where nothing is known',
  (locale, separator, views) => {
    const head = spreadsheetHead(locale).trim().split(separator);
    // Quoted cells hold separators of their own.
    const line = spreadsheetLine({ ...video, caption: 'Une grue' }, locale)
      .trim()
      .split(separator);
    expect(line).toHaveLength(head.length);
    expect(line[head.indexOf(views)]).toBe('12000');
    expect(line[head.indexOf(views) + 1]).toBe('0');
    expect(line[head.indexOf(views) + 2]).toBe('');
    expect(line).toContain('2026-11-01 09:30:00');
  },
);

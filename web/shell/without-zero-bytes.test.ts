import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { withoutZeroBytes } from './without-zero-bytes.server';

// Of each length one meets the end of a buffer in the middle of a character, wherever that end is.
it.each([0, 1, 2, 3])(
  'gives what React renders, and nothing between: %i letters, then characters of four bytes',
  async (letters) => {
    const items = Array.from({ length: 300 }, (_, index) =>
      createElement('p', { key: index }, 'a'.repeat(letters), '👍🏽é'.repeat(7)),
    );
    const page = createElement('main', {}, items);
    const body = withoutZeroBytes();
    renderToPipeableStream(page).pipe(body);
    const html = await text(body);
    expect(html.replaceAll('<!-- -->', '')).toBe(renderToStaticMarkup(page));
  },
);

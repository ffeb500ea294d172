import { pictureTypeOf } from './picture';

const after = (start: string) => Buffer.from(start.padEnd(20, '\0'), 'latin1');

it.each([
  ['image/png', after('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', after('\xff\xd8\xff\xe0')],
  ['image/gif', after('GIF89a')],
  ['image/webp', after('RIFF\x10\0\0\0WEBPVP8 ')],
  ['image/avif', after('\0\0\0\x20ftypavif')],
])('knows %s by its first bytes', (type, bytes) => {
  expect(pictureTypeOf(bytes)).toBe(type);
});

it.each([
  ['a page', after('<!doctype html>')],
  ['an SVG', after('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['a sound in the same kind of container', after('RIFF\x10\0\0\0WAVEfmt ')],
  ['a film in the same kind of container', after('\0\0\0\x20ftypisom')],
  ['the start of a PNG and no more', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['nothing', Buffer.alloc(0)],
])('takes %s for no picture', (_name, bytes) => {
  expect(pictureTypeOf(bytes)).toBeNull();
});

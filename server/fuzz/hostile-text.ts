import fc from 'fast-check';

/** Control characters, direction marks and isolates, invisible ones, and halves of characters. */
const awkwardUnits = [
  '\u0000', '\u0007', '\u0008', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u061c', '\u180e', '\u200b',
  '\u200c', '\u200d', '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2060', '\u2066',
  '\u2067', '\u2068', '\u2069', '\u2800', '\u3164', '\ufe0e', '\ufe0f', '\ufeff', '\uffa0', '\ufff9', '\ufffd', '\ufffe', '\uffff',
  '\ud800', '\udbff', '\udc00', '\udfff', '\u{e0001}', '\u{e0041}', '\u{e007f}', '\u{e0100}', '\u{f0000}', '\u{10ffff}',
]; // prettier-ignore

/** Scripts that run from the right, stack, join, or have no case; numerals that are no ASCII digits; what changes when normalized. */
const scripts = [
  'مرحبا', 'שלום', 'السعودية', 'हिन्दी', 'ภาษาไทย', '日本語', '한국어', 'ﷺ', 'ﬁ', 'ß', 'İ', 'ı', 'Ω', 'Å', 'é', 'e\u0301', '٣', '１２', '½', '𝕏', '𓀀',
  '👩‍🍳', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇫🇷', '👍🏽', '❤️', '#️⃣', '1️⃣', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
]; // prettier-ignore

/** What would be markup, code, a template or a statement somewhere along the way. */
const markup = [
  '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<!--', '-->', '<![CDATA[', ']]>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='", '</title>', '</textarea>', '</style>', '<base href=//evil.test>', '<meta http-equiv=refresh content=0>', '&lt;b&gt;', '&#x3c;b&#x3e;',
  '&amp;amp;', '{{constructor.constructor("alert(1)")()}}', '${7*7}', '{{7*7}}', '<%= 7*7 %>', '$t(pages.video.title)', '{{name}}', '$&', "$'", '$`', '$1',
  '%00', '%0d%0aSet-Cookie: a=b', '\\u003cscript\\u003e', '**gras** _i_ `code` [lien](javascript:alert(1))', "'; DROP TABLE Video; --", '=HYPERLINK("http://evil.test")',
  '@SUM(1+1)', 'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'https://evil.test/a?b=c', '__proto__', 'constructor', 'toString', 'undefined', 'null', 'NaN',
]; // prettier-ignore

/** What our own patterns look for, so that they are led astray by long rows of it. */
const pieces = ['#', '＃', '##', '#a', '#été', '@', '@a', '.', 'a.', 'a-', '://', 'www.', '<', '<a', '>', '&', '/', '_', '`', '*', '"', '\\', '\\"', "'", ' ', '1', '-', '!', '…', 'aa ']; // prettier-ignore

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkwardUnits) },
  { weight: 2, arbitrary: fc.constantFrom(...scripts) },
  { weight: 3, arbitrary: fc.constantFrom(...markup) },
  { weight: 2, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  // Any halves of characters, in any order.
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)) },
); // prettier-ignore

const mixed = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

/** A row of the same piece, up to 10,000 long. */
const row = fc
  .tuple(fc.constantFrom(...pieces, ...awkwardUnits, ...scripts), fc.integer({ min: 1, max: 10_000 }), mixed)
  .map(([text, times, end]) => text.repeat(times) + end);

const hashtags = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom('', ' ', '\n', '\u200b'), fc.constantFrom('#', '＃', '##'))
  .map(([count, gap, sign]) => Array.from({ length: count }, (_, index) => `${sign}tag${index}`).join(gap));

/** Text that a stranger could write. Mostly short; now and then up to a hundred thousand characters. */
export const hostileText = fc.oneof(
  { weight: 30, arbitrary: mixed },
  { weight: 1, arbitrary: row },
  { weight: 1, arbitrary: hashtags },
);

import { captionOpening, captionWords, openingKeys, plainCaption } from './quotable-caption';

it.each([
  ['Le pain\u202e caché\u200b\u0000', 'Le pain caché'],
  ['<b>gras</b> et **fort** `code`', 'gras et fort code'],
  ['ligne une\n\nligne deux', 'ligne une ligne deux'],
  ['Un emoji 😀\u{e0155}\u{e0156} et un blanc\u3164\u2800', 'Un emoji 😀 et un blanc'],
  ['Une balise\u{e0041}\u{e0042}', 'Une balise'],
  ['x'.repeat(5_000), 'x'.repeat(300)],
])('makes one plain line of %j', (caption, plain) => {
  expect(plainCaption(caption)).toBe(plain);
});

it.each([
  ['Regardez https://evil.test/a?b=c et www.evil.test ou evil.example/x', 'Regardez et ou'],
  ['Merci @quelqu.un pour #pain #levain', 'Merci pour'],
  ['javascript:alert(1) data:text/html,x', ''],
  ['Enfin réussi ! #pain', 'Enfin réussi !'],
  ['Voir exemple.com', 'Voir'],
])('quotes only the words of %j', (caption, words) => {
  expect(captionWords(caption)).toBe(words);
});

it.each([
  ['Le pain, enfin ! Et la suite demain.', 'Le pain, enfin !'],
  ['Le pain au levain...', 'Le pain au levain'],
  ['🎉 #fyp', null],
  ['', null],
  [`${'mot '.repeat(40)}fin`, `${'mot '.repeat(19)}mot…`],
])('opens %j with %j', (caption, opening) => {
  expect(captionOpening(caption)).toBe(opening);
});

it.each([
  ['Jour 12 : le pain', 'Jour 13 - le sel', 'jour le'],
  ["L'atelier n° 3", "L'ATELIER n°4 !", "l'atelier n"],
])('sees that %j and %j begin alike', (one, other, key) => {
  expect(openingKeys(one).at(-1)).toBe(key);
  expect(openingKeys(other).at(-1)).toBe(key);
});

it('sees no series in captions that are too short', () => {
  expect(openingKeys('ok')).toEqual([]);
  expect(openingKeys('ah oh')).toEqual([]);
});

// Read in time that grows with the square, each of these would take minutes.
it.each(['<', '<a', 'a.', '.a', 'a-', '-1', '@', '@a', '://', 'www.', '`', ' .', '&', '🎉'])(
  'makes words of half a million times %j at once',
  (piece) => {
    const caption = piece.repeat(500_000 / piece.length);
    expect(plainCaption(caption).length).toBeLessThanOrEqual(600);
    expect(captionWords(caption).length).toBeLessThanOrEqual(600);
    expect(openingKeys(caption)).toEqual(openingKeys(caption));
  },
);

it('leaves no sign of a tag, however its signs are nested', () => {
  expect(plainCaption('<a<b>c</b>> & <<i>script>alert(1)<</i>/script>')).not.toMatch(/[<>]/);
});

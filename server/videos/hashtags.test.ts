import fc from 'fast-check';
import { normalizeHashtag, parseHashtags } from './hashtags';

describe('parseHashtags', () => {
  it.each<[string, string, string[]]>([
    ['no tag', 'Rien à dire', []],
    ['a plain tag', 'Bonjour #cuisine', ['cuisine']],
    ['accents', 'Vive l’#été', ['été']],
    ['decomposed accents as composed ones', 'Vive l’#e\u0301te\u0301', ['été']],
    ['capitals as lower case', '#FYP #ÉTÉ', ['fyp', 'été']],
    ['Japanese', '東京 #日本 #にほんご', ['日本', 'にほんご']],
    ['the full-width sign', '＃日本', ['日本']],
    ['Arabic, Hindi with vowel signs, Vietnamese', '#السعودية #हिन्दी #xuhướng', ['السعودية', 'हिन्दी', 'xuhướng']],
    ['emoji', '#🔥 #love❤️ #🇫🇷', ['🔥', 'love❤', '🇫🇷']],
    ['joined emoji', '#👩‍🍳cuisine', ['👩‍🍳cuisine']],
    ['trailing punctuation', 'Oui #vrai! #non, (#peut_être) #fin.', ['vrai', 'non', 'peut_être', 'fin']],
    ['a doubled sign', '##double', ['double']],
    ['signs alone', '# ## #', []],
    ['digits', 'my #1 of #2026', ['1', '2026']],
    ['an underscore alone', '#_', []],
    ['a keycap', '#️⃣ #⃣', []],
    ['tags without spaces', '#a#b#c', ['a', 'b', 'c']],
    ['each once, in order of appearance', '#b #a #B', ['b', 'a']],
    ['no sign inside a word', 'C#sharp', []],
    ['no entity', 'it&#39;s', []],
    ['no fragment of an address', 'https://example.org/#part', []],
    ['a hyphen ends a tag', '#avant-après', ['avant']],
    ['a line break ends a tag', '#un\n#deux', ['un', 'deux']],
  ])('reads %s', (_name, caption, expected) => {
    expect(parseHashtags(caption)).toEqual(expected);
  });

  it('reads several texts, and null as none', () => {
    expect(parseHashtags('#a', null, '#a #b')).toEqual(['a', 'b']);
    expect(parseHashtags(null, null)).toEqual([]);
  });

  it('leaves out what is longer than a tag can be', () => {
    expect(parseHashtags(`#${'a'.repeat(100)} #${'b'.repeat(101)}`)).toEqual(['a'.repeat(100)]);
  });

  it('leaves out a tag that the cut at 150 characters may have gone through', () => {
    expect(parseHashtags('#whole #beginning'.padStart(150, '.'))).toEqual(['whole']);
    expect(parseHashtags(`${'🔥'.repeat(133)}#whole #beginning`)).toEqual(['whole']);
    expect(parseHashtags('#whole #word'.padStart(149, '.'))).toEqual(['whole', 'word']);
    expect(parseHashtags('#whole #word.'.padStart(150, '.'))).toEqual(['whole', 'word']);
    expect(parseHashtags('#whole #word'.padStart(151, '.'))).toEqual(['whole', 'word']);
  });

  it('keeps the first hundred of 10,000 tags, quickly', () => {
    const caption = Array.from({ length: 10_000 }, (_, index) => `#tag${index}`).join('');
    const before = performance.now();
    expect(parseHashtags(caption)).toEqual(Array.from({ length: 100 }, (_, index) => `tag${index}`));
    expect(performance.now() - before).toBeLessThan(500);
  });

  // Read in time that grows with the square, each of these would take minutes.
  it.each(['#', '＃', '##', '#️', '/#', '#\u200d', '&#', '#_'])('reads a million times %j at once', (piece) => {
    expect(parseHashtags(`#first ${piece.repeat(1_000_000 / piece.length)} #last .`)).toEqual(['first', 'last']);
  });

  it('finds the tag behind however many signs', () => {
    expect(parseHashtags(`${'#'.repeat(50)}a#########b ＃＃c`)).toEqual(['a', 'b', 'c']);
  });

  it('gives tags that stay themselves when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const tags = parseHashtags(`#${text}`);
        expect(new Set(tags).size).toBe(tags.length);
        for (const tag of tags) {
          expect(normalizeHashtag(tag)).toBe(tag);
          expect(tag).not.toMatch(/[#＃\s]/);
        }
      }),
    );
  });
});

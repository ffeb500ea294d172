import { readMusicName } from './music-name';

const blockquote = (
  musicLink: string,
): string => `<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@lea/video/71" data-video-id="71">
  <section> <a target="_blank" title="@lea" href="https://www.tiktok.com/@lea?refer=embed">@lea</a> <p>Bread <a title="bread"
  href="https://www.tiktok.com/tag/bread?refer=embed">#bread</a></p> ${musicLink} </section> </blockquote> <script async src="https://www.tiktok.com/embed.js"></script>`;
const link = (text: string, href = 'https://www.tiktok.com/music/original-sound-710?refer=embed'): string =>
  `<a target="_blank" href="${href}">${text}</a>`;

test.each([
  ['the name without the note', link('♬ original sound - Léa'), 'original sound - Léa'],
  ['entities as characters', link('♬ Rock &amp; Roll &#8211; Tom&#39;s'), "Rock & Roll – Tom's"],
  ['a relative link', link('♬ sound', '/music/x-1'), 'sound'],
  ['text in nested elements, spaces joined', link('♬ <b>son\n  original</b> – Zoé'), 'son original – Zoé'],
  ['the first of two links', link('♬ one') + link('♬ two'), 'one'],
  ['the next link when the first is empty', link('♬ ') + link('♬ two'), 'two'],
  ['emoji and other scripts', link('♬ オリジナル楽曲 🎧 – 花'), 'オリジナル楽曲 🎧 – 花'],
  ['an unclosed link', '<a href="https://www.tiktok.com/music/x-1">♬ cut off', 'cut off'],
  ['markup as text', link('♬ &lt;script&gt;x&lt;/script&gt;'), '<script>x</script>'],
])('reads %s', (_case, musicLink, expected) => {
  expect(readMusicName(blockquote(musicLink))).toBe(expected);
});

test.each([
  ['no link to music', ''],
  ['a tag that is called music', link('#music', 'https://www.tiktok.com/tag/music')],
  ['a script for a link', link('♬ x', 'javascript:/music/')],
  ['an address that is none', link('♬ x', 'https://[/music/x')],
  ['a link in a comment', `<!-- ${link('♬ x')} -->`],
])('gives null for %s', (_case, musicLink) => {
  expect(readMusicName(blockquote(musicLink))).toBeNull();
});

test('a name is cut at 300 characters, and a page of nonsense does not take long', () => {
  expect(readMusicName(link('🎧'.repeat(400)))).toBe('🎧'.repeat(300));
  expect(readMusicName('<a href="/music/'.repeat(50_000))).toBeNull();
});

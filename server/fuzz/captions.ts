import fc from 'fast-check';
import { foldForSearch } from '../videos/caption';
import { parseHashtags } from '../videos/hashtags';
import { type Caption, openCaptionTrial, type VideoTold, videosOfAPage, type Written } from './caption-trial';
import { checkQuotable } from './check-quotable';
import { hostileText } from './hostile-text';
import { promise, promiseEqual } from './nothing-invented';
import { asRead, type PageRead } from './read-page';
import type { Family } from './run-family';

const text = fc.option(hostileText, { freq: 8 });
const caption = fc.record({ title: text, description: text });
const written: fc.Arbitrary<Written> = fc.record({
  displayName: text,
  captions: fc.array(caption, { minLength: videosOfAPage, maxLength: videosOfAPage }),
});

/**
 * Captions of every kind on their whole way: TikTok's answer, the database, GraphQL, the list's page, a search and a video's page, and
 * what these hand to the browser's scripts. What was sent is what is shown, as text: a page has the elements that it has with harmless
 * captions, and each caption a direction of its own.
 */
export const captions: Family = {
  name: 'captions',
  inputsPerRun: videosOfAPage,
  async open() {
    const trial = await openCaptionTrial();
    const counts = { shown: 0, untitled: 0, cut: 0, searches: 0, hashtags: 0 };
    const harmless = Array.from({ length: videosOfAPage }, (_, index) => ({
      title: `Title ${index}`,
      description: 'Words #tag',
    }));
    const { videos: plainVideos } = await trial.read({ displayName: 'Name', captions: harmless });
    const plainList = await trial.list();
    const plainVideo = await trial.video(plainVideos[0]?.id ?? '');

    const check = fc.asyncProperty(written, async ({ displayName, captions: tried }) => {
      trial.reported.length = 0;
      const told = await trial.read({ displayName, captions: tried });
      const byId = new Map(told.videos.map((video) => [video.tiktokVideoId, video]));
      if (displayName !== null) promiseEqual(told.displayName, kept(displayName), 'A name is told otherwise than it was sent');
      trial.tiktokVideoIds.forEach((id, index) => {
        const { title, description } = tried[index] ?? { title: null, description: null };
        checkTold(byId.get(id), { title: kept(title), description: kept(description) });
        for (const one of [title, description]) {
          if (one === null) continue;
          checkQuotable(one);
          counts.cut += Number(one.length > 10_000);
        }
      });

      const list = await trial.list();
      promiseEqual(list.elements, plainList.elements, 'Captions changed the elements of the list');
      for (const video of told.videos) {
        counts[nameOf(video) === '' ? 'untitled' : 'shown'] += 1;
        checkShown(list, nameOf(video));
        for (const one of [video.title, video.description])
          promise(one === null || list.handedOver.has(one), 'The browser is not given a caption as it is', one);
      }
      checkShown(list, told.displayName);
      promise(
        withoutMarks(list.texts.caption ?? '').includes(withoutMarks(asRead(told.displayName))),
        'A name is not in the sentence about it',
        [list.texts.caption, told.displayName],
      );
      promiseEqual(list.texts.caption?.match(marks)?.join(''), '\u2068\u2069', 'A name can turn the words around it');

      const [busiest] = [...told.videos].sort((a, b) => b.hashtags.length - a.hashtags.length);
      if (busiest) {
        counts.hashtags += busiest.hashtags.length;
        checkVideoPage(await trial.video(busiest.id), busiest, plainVideo);
        counts.searches += Number(await checkSearch(busiest));
      }
      promise(trial.reported.length === 0, 'An error was logged', trial.reported);
    });

    /** A caption's beginning as a search: whatever stands in it, it is looked for as text, and found. */
    async function checkSearch(video: VideoTold): Promise<boolean> {
      const whole = nameOf(video);
      const sought = [...whole].slice(0, 40).join('').trim();
      if (foldForSearch(sought) === '' || !foldForSearch(whole).includes(foldForSearch(sought))) return false;
      const found = await trial.list(sought);
      promiseEqual(found.inputs.get('text'), asRead(sought), 'What is looked for is not what was typed');
      checkShown(found, whole);
      return true;
    }

    return {
      check: (parameters) => fc.check(check, parameters) as Promise<fc.RunDetails<unknown>>,
      counts: () => ({ ...counts }),
      close: () => trial.close(),
    };
  },
};

/** What is kept of a text: at most 10,000 characters, none of them NUL or half of one. */
function kept(sent: string | null): string | null {
  return sent === null ? null : Buffer.from(sent.slice(0, 10_000).replaceAll('\u0000', '')).toString();
}

function checkTold(video: VideoTold | undefined, { title, description }: Caption): void {
  promiseEqual(video?.title, title, 'A title is told otherwise than it was sent');
  promiseEqual(video?.description, description, 'A caption is told otherwise than it was sent');
  promiseEqual(video?.hashtags, parseHashtags(title, description), 'Hashtags are told otherwise than they are read');
}

function nameOf({ title, description }: Caption): string {
  return (title ?? '').trim() || (description ?? '').trim();
}

function checkShown(page: PageRead, words: string): void {
  promise(
    words === '' || page.isolated.has(asRead(words)),
    'What somebody wrote is not shown as text in a direction of its own',
    words,
  );
}

/** The page of one video: as that of the harmless caption with one hashtag, but for the caption that there may not be, and its hashtags. */
function checkVideoPage(page: PageRead, video: VideoTold, plain: PageRead): void {
  promiseEqual(page.elements, expectedElements(plain.elements, video), 'A caption changed the elements of its page');
  checkShown(page, nameOf(video));
  checkShown(page, video.description ?? '');
  for (const hashtag of video.hashtags) checkShown(page, `#${hashtag}`);
  const sought = page.links.flatMap((link) => new URL(link, 'http://localhost').searchParams.getAll('hashtag'));
  promiseEqual(sought, video.hashtags, 'A hashtag leads to the videos of another one');
  const title = [...nameOf(video)].slice(0, 70).join('');
  promise(title === '' || page.texts.title === `${asRead(title)} · Crealia`, 'The title is another one', page.texts.title);
  for (const one of [video.title, video.description])
    promise(one === null || page.handedOver.has(one), 'The browser is not given a caption as it is', one);
}

function expectedElements(plain: readonly string[], { description, hashtags }: VideoTold): string[] {
  const caption = plain.findIndex((element) => element.startsWith('p dir'));
  // The caption is followed by the list of hashtags, here of one: its item, link and isolated text.
  const [list = '', ...item] = plain.slice(caption + 1, caption + 5);
  return [
    ...plain.slice(0, caption),
    ...(description ? [plain[caption] ?? ''] : []),
    list,
    ...hashtags.flatMap(() => item),
    ...plain.slice(caption + 5),
  ];
}

/** What changes the direction of text around it. */
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function withoutMarks(words: string): string {
  return words.replace(marks, '');
}

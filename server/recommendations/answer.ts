import { z } from 'zod';
import { hashtagPattern } from '../videos/quotable-caption';
import { similarityOf, type Idea } from './alike';
import { carriesForeignMatter, figuresIn, hashtagsIn, isGrounded, isInLanguage, repeats, type Grounds } from './claims';
import type { RecommendationContent } from './content';
import { hashtagsOf, instructionsFor, type WordingTask } from './prompt';
import type { Locale } from './wording/wording';

const itemSchema = z.object({
  evidenceId: z.string(),
  type: z.string(),
  title: z.string(),
  description: z.string(),
  angle: z.string().nullable(),
  hook: z.string().nullable(),
  steps: z.array(z.string()).nullable(),
  beats: z.array(z.string()).nullable(),
  callToAction: z.string().nullable(),
});

/** Shape of the answer that is asked for. Only words: numbers, hours, lengths and hashtags stay what statistics found. */
export const answerSchema = z.object({ items: z.array(itemSchema) });
/** Shape that is taken: one entry that is wrong does not spoil the others. */
export const looseAnswerSchema = z.object({ items: z.array(z.unknown()) });
export type AnswerItem = z.infer<typeof itemSchema>;

/** The model's words for one task, once they have passed. */
export interface CheckedWords {
  title: string;
  description: string;
  content: RecommendationContent;
}

export interface CheckedAnswer {
  /** Words that may be shown, by task id. */
  words: Map<string, CheckedWords>;
  /** Sentences that were dropped, because what they claim is not in the evidence or because they are too long. */
  sentencesDropped: number;
}

/** All words of a recommendation, for the comparison with others. */
export function ideaOf({ title, description, content }: CheckedWords): Idea {
  return { title, text: [title, description, ...wordsOf(content)].join(' ') };
}

function wordsOf(content: RecommendationContent): string[] {
  if (content.type === 'CONTENT_IDEA') return [content.angle, content.hook, ...content.steps];
  if (content.type === 'SCRIPT') return [content.hook, ...content.beats, content.callToAction];
  return [];
}

const longest = { title: 90, description: 700, line: 240 };
const fewestLines = 2;
const mostLines = 6;

/** The entries that have the shape asked for; the others are of no use. */
export function readItems(items: readonly unknown[]): AnswerItem[] {
  return items.flatMap((item) => {
    const parsed = itemSchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Tasks for which the answer holds no entry of the shape asked for. */
export function unansweredTasks(items: readonly AnswerItem[], tasks: readonly WordingTask[]): WordingTask[] {
  return tasks.filter(({ id }) => !items.some(({ evidenceId }) => evidenceId === id));
}

/**
 * A sentence whose figures or claims are not in the evidence, that is in another language or recites the instructions, is dropped; an item that loses a needed part, comes in another language,
 * under another type or id, twice, or carries links, mentions, markup or foreign hashtags is left out, and statistics' own words stand
 * in for it.
 */
export function checkAnswer(
  items: readonly AnswerItem[],
  tasks: readonly WordingTask[],
  locale: Locale,
  ownHashtags: ReadonlySet<string>,
): CheckedAnswer {
  const words: CheckedAnswer['words'] = new Map();
  let sentencesDropped = 0;
  for (const task of tasks) {
    const [item, ...others] = items.filter(({ evidenceId }) => evidenceId === task.id);
    if (!item || others.length > 0 || item.type !== task.advice.type) continue;
    if (!isFitForPerson(item, task, ownHashtags)) continue;
    const reader = createReader(groundsOf(task), locale);
    const checked = checkItem(item, task, reader);
    sentencesDropped += reader.dropped();
    if (checked && isInLanguage(ideaOf(checked).text, locale)) words.set(task.id, checked);
  }
  return { words, sentencesDropped };
}

/** All texts of an entry, as the model gave them. */
export function itemWords({ title, description, angle, hook, steps, beats, callToAction }: AnswerItem): string[] {
  return [title, description, angle, hook, ...(steps ?? []), ...(beats ?? []), callToAction].filter((text) => text !== null);
}

/** How many figures a text has, and how many of them are in the evidence of its task; of none where there is no such task. */
export function groundedFigures(text: string, task: WordingTask | null): { figures: number; grounded: number } {
  const figures = figuresIn(text.replace(hashtagPattern, ' '));
  const known = task ? groundsOf(task).figures : new Set();
  return { figures: figures.length, grounded: figures.filter((figure) => known.has(figure)).length };
}

function isFitForPerson(item: AnswerItem, { advice }: WordingTask, ownHashtags: ReadonlySet<string>): boolean {
  const texts = itemWords(item);
  if (texts.some(carriesForeignMatter)) return false;
  const allowed = new Set([...ownHashtags, ...hashtagsOf(advice)]);
  return texts.flatMap(hashtagsIn).every((hashtag) => allowed.has(hashtag));
}

function checkItem(item: AnswerItem, { words }: WordingTask, { text, lines }: Reader): CheckedWords | null {
  const { content } = words;
  const title = text(item.title, longest.title);
  const description = text(item.description, longest.description);
  // A description that only says the title again says nothing.
  if (!title || !description || similarityOf(title, description) === 1) return null;
  if (content.type === 'CONTENT_IDEA') {
    const [angle, hook, steps] = [text(item.angle), text(item.hook), lines(item.steps)];
    return angle && hook && steps ? { title, description, content: { ...content, angle, hook, steps } } : null;
  }
  if (content.type === 'SCRIPT') {
    const [hook, beats, callToAction] = [text(item.hook), lines(item.beats), text(item.callToAction)];
    return hook && beats && callToAction ? { title, description, content: { ...content, hook, beats, callToAction } } : null;
  }
  return { title, description, content };
}

function groundsOf({ advice, words }: WordingTask): Grounds {
  const label = words.content.type === 'FORMAT' ? words.content.label : '';
  const measured = advice.type === 'TIMING' ? `${words.title} ${words.statement}` : words.statement;
  return {
    // A hashtag's digits are no figure of the evidence.
    figures: new Set(figuresIn(`${measured} ${label}`.replace(hashtagPattern, ' '))),
    time: words.content.type === 'TIMING' ? words.content : null,
  };
}

type Reader = ReturnType<typeof createReader>;

/** Reads texts sentence by sentence and counts the sentences that it drops. */
function createReader(grounds: Grounds, locale: Locale) {
  const segmenter = new Intl.Segmenter(locale.toLowerCase(), { granularity: 'sentence' });
  const instructions = instructionsFor(locale);
  const mayStand = (sentence: string) =>
    isGrounded(sentence, grounds) && isInLanguage(sentence, locale) && !repeats(sentence, instructions);
  let dropped = 0;
  /** What is left of a text; null where nothing is, or where it is still too long. */
  const text = (whole: string | null, maximum = longest.line): string | null => {
    const plain = whole?.replace(/\s+/g, ' ').trim() ?? '';
    if (plain === '') return null;
    const sentences = [...segmenter.segment(plain)].map(({ segment }) => segment.trim());
    const kept = sentences.filter(mayStand);
    const joined = kept.join(' ');
    if ([...joined].length > maximum) {
      dropped += sentences.length;
      return null;
    }
    dropped += sentences.length - kept.length;
    return joined === '' ? null : joined;
  };
  const lines = (wholes: readonly string[] | null): string[] | null => {
    const kept = [...new Set((wholes ?? []).flatMap((whole) => text(whole) ?? []))].slice(0, mostLines);
    return kept.length >= fewestLines ? kept : null;
  };
  return { text, lines, dropped: () => dropped };
}

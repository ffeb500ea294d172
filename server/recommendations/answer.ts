import { z } from 'zod';
import { carriesForeignMatter, figuresIn, hashtagsIn, isGrounded, isInLanguage, type Grounds } from './claims';
import type { RecommendationContent } from './content';
import { hashtagsOf, type WordingTask } from './prompt';
import type { Locale } from './wording/wording';

/** Shape of the model's answer. Only words: numbers, hours, lengths and hashtags stay what statistics found. */
export const answerSchema = z.object({
  items: z.array(
    z.object({
      evidenceId: z.string(),
      type: z.string(),
      title: z.string(),
      description: z.string(),
      angle: z.string().nullable(),
      hook: z.string().nullable(),
      steps: z.array(z.string()).nullable(),
      beats: z.array(z.string()).nullable(),
      callToAction: z.string().nullable(),
    }),
  ),
});
export type Answer = z.infer<typeof answerSchema>;
type AnswerItem = Answer['items'][number];

/** The model's words for one task, once they have passed. */
export interface CheckedWords {
  title: string;
  description: string;
  content: RecommendationContent;
}

const longest = { title: 90, description: 700, line: 240 };
const fewestLines = 2;
const mostLines = 6;

/**
 * Words that may be shown, by task id. A sentence whose figures or claims are not in the evidence is dropped; an item that loses a
 * needed part, comes in another language, under another type or id, twice, or carries links, mentions, markup or foreign hashtags is
 * left out, and statistics' own words stand in for it.
 */
export function checkAnswer(
  answer: Answer,
  tasks: readonly WordingTask[],
  locale: Locale,
  ownHashtags: ReadonlySet<string>,
): Map<string, CheckedWords> {
  const checked = new Map<string, CheckedWords>();
  for (const task of tasks) {
    const items = answer.items.filter(({ evidenceId }) => evidenceId === task.id);
    const [item] = items;
    if (!item || items.length > 1 || item.type !== task.advice.type) continue;
    const words = checkItem(item, task, locale, ownHashtags);
    if (words) checked.set(task.id, words);
  }
  return checked;
}

function checkItem(item: AnswerItem, task: WordingTask, locale: Locale, ownHashtags: ReadonlySet<string>): CheckedWords | null {
  const { title, description, angle, hook, steps, beats, callToAction } = item;
  const texts = [title, description, angle, hook, callToAction, ...(steps ?? []), ...(beats ?? [])].filter(
    (text) => text !== null,
  );
  if (texts.some(carriesForeignMatter)) return null;
  const allowed = new Set([...ownHashtags, ...hashtagsOf(task.advice)]);
  if (texts.flatMap(hashtagsIn).some((hashtag) => !allowed.has(hashtag))) return null;
  if (!isInLanguage(texts.join(' '), locale)) return null;

  const grounds = groundsOf(task);
  const checkedTitle = line(title, grounds, longest.title);
  const checkedDescription = sentences(description, grounds, locale);
  const content = checkContent(item, task, grounds);
  return checkedTitle && checkedDescription && content ? { title: checkedTitle, description: checkedDescription, content } : null;
}

function checkContent(item: AnswerItem, { words }: WordingTask, grounds: Grounds): RecommendationContent | null {
  const { content } = words;
  if (content.type === 'CONTENT_IDEA') {
    const [angle, hook, steps] = [line(item.angle, grounds), line(item.hook, grounds), lines(item.steps, grounds)];
    return angle && hook && steps ? { ...content, angle, hook, steps } : null;
  }
  if (content.type === 'SCRIPT') {
    const [hook, beats, callToAction] = [line(item.hook, grounds), lines(item.beats, grounds), line(item.callToAction, grounds)];
    return hook && beats && callToAction ? { ...content, hook, beats, callToAction } : null;
  }
  return content;
}

function groundsOf({ advice, words }: WordingTask): Grounds {
  const label = words.content.type === 'FORMAT' ? words.content.label : '';
  const measured = advice.type === 'TIMING' ? `${words.title} ${words.statement}` : words.statement;
  return {
    figures: new Set(figuresIn(`${measured} ${label}`)),
    time: advice.type === 'TIMING' ? { weekday: advice.weekday, hourFrom: advice.hourFrom, hourUntil: advice.hourUntil } : null,
  };
}

function line(text: string | null, grounds: Grounds, maximum = longest.line): string | null {
  const plain = text?.replace(/\s+/g, ' ').trim() ?? '';
  return plain !== '' && [...plain].length <= maximum && isGrounded(plain, grounds) ? plain : null;
}

function lines(texts: readonly string[] | null, grounds: Grounds): string[] | null {
  const kept = (texts ?? []).flatMap((text) => line(text, grounds) ?? []).slice(0, mostLines);
  return kept.length >= fewestLines ? kept : null;
}

function sentences(text: string, grounds: Grounds, locale: Locale): string | null {
  const segmenter = new Intl.Segmenter(locale.toLowerCase(), { granularity: 'sentence' });
  const kept = [...segmenter.segment(text)].flatMap(({ segment }) => line(segment, grounds, longest.description) ?? []);
  const joined = kept.join(' ');
  return joined !== '' && [...joined].length <= longest.description ? joined : null;
}

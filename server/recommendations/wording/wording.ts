import type { Advice, AdviceOf } from '../advice';
import type { ContentOf, RecommendationContent } from '../content';
import type { RecommendationType } from '../recommendation';
import { english } from './english';
import { french } from './french';

export type Locale = 'FR' | 'EN';

/** The words of one recommendation in one language; every number in them comes from the advice. */
export interface Words<Content extends RecommendationContent = RecommendationContent> {
  title: string;
  description: string;
  /** One sentence or two with the number, its interval and n. */
  statement: string;
  content: Content;
  /** Names of the videos with the choice and of the others. */
  arms: { chosen: string; others: string };
}

/** Why statistics spoke although a language model is configured. */
export type FallbackReason =
  | 'unavailable'
  | 'rejected'
  | 'timeout'
  | 'truncated'
  | 'refused'
  | 'unparsable'
  | 'not-in-evidence'
  | 'nothing-new'
  | 'not-connected';

export interface Wording {
  word: { [Type in RecommendationType]: (advice: AdviceOf<Type>, timeZone: string) => Words<ContentOf<Type>> };
  /** A sentence for the person. */
  fallback: Record<FallbackReason, string>;
  /** The person's tokens of the month are used up; `resetsAt` is the first of a month, at midnight UTC. */
  ceilingReached(resetsAt: Date): string;
}

const wordings: Record<Locale, Wording> = { FR: french, EN: english };

export function wordingIn(locale: Locale): Wording {
  return wordings[locale];
}

/** Statistics' own words for a piece of advice. `timeZone` is the one in which days are written. */
export function wordAdvice(advice: Advice, locale: Locale, timeZone: string): Words {
  const { word } = wordings[locale];
  switch (advice.type) {
    case 'CONTENT_IDEA':
      return word.CONTENT_IDEA(advice, timeZone);
    case 'SCRIPT':
      return word.SCRIPT(advice, timeZone);
    case 'HASHTAGS':
      return word.HASHTAGS(advice, timeZone);
    case 'TIMING':
      return word.TIMING(advice, timeZone);
    case 'FORMAT':
      return word.FORMAT(advice, timeZone);
  }
}

import { cooking } from './captions-cooking';
import { crafts } from './captions-crafts';
import { sport } from './captions-sport';
import { travel } from './captions-travel';
import type { Language, Theme } from './creator-profile';

export type Words = readonly [string, ...string[]];

/** What a theme's captions are made of. `{}` in a sentence is the subject, `#` a small number, `##` an amount of money. */
export interface ThemeWords {
  subjects: Words;
  sentences: Words;
  closings: Words;
  hashtags: Words;
  emoji: Words;
  /** Recurring series: how the caption starts, and its hashtag. */
  series: readonly (readonly [opening: string, hashtag: string])[];
}

export const captionWords: Record<Theme, Record<Language, ThemeWords>> = { cooking, travel, crafts, sport };

/** Tags that everybody adds in the hope of reach. */
export const reachHashtags: Words = ['pourtoi', 'fyp', 'foryou', 'viral'];

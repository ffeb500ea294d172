import type { Criterion } from '../analytics/criterion';
import type { MissingRecommendation, RecommendationType } from './recommendation';

/** What was found for one recommendation: numbers and videos, no words yet. Effects are in ln(views) at equal age. */
export interface AdviceBasis {
  /** What the advice is about within its type; with the type it identifies advice that says the same. */
  subject: string;
  /** What a video that follows the advice is like. */
  criterion: Criterion;
  metric: string;
  /** Videos with the choice against the creator's other videos. */
  effect: number;
  low: number;
  high: number;
  intervalLevel: number;
  /** Videos with the choice, and the creator's other videos that were compared. */
  n: number;
  otherCount: number;
  /** Probability that the effect is beyond the minimum gain (10.5 % more views): what the choice is advised for. */
  probability: number;
  /** Probability, 0 to 0.99, that the next ten videos that follow the advice do better on average than those that do not. */
  confidence: number;
  supportingVideoIds: string[];
  contradictingVideoIds: string[];
  methodVersion: string;
}

/** A video that advice is built on. */
export interface CitedVideo {
  id: string;
  /** First words, without hashtags, mentions and addresses; null where the caption has none. */
  opening: string | null;
  publishedAt: Date;
  hashtags: readonly string[];
}

type CriterionOf<Kind extends Criterion['kind']> = Extract<Criterion, { kind: Kind }>;

/** What the videos of a series have in common. */
export type CommonGround = CriterionOf<'HASHTAG' | 'OPENING'>;
/** When to post. */
export type Timing = CriterionOf<'HOURS' | 'WEEKDAY' | 'GAP'>;
/** How a video is made, apart from its subject. */
export type Shape = CriterionOf<'DURATION' | 'CAPTION_LENGTH' | 'SOUND' | 'FORMAT'>;

interface BuiltOnVideos {
  commonGround: CommonGround;
  /** The video of the series that stood highest. */
  example: CitedVideo;
  /** Hashtags that most videos of the series carry; at most three. */
  hashtags: string[];
  /** Median of the series; null where no duration is known. */
  durationSeconds: number | null;
}

export type Advice =
  | { type: 'TIMING'; basis: AdviceBasis; timing: Timing; timeZone: string }
  | { type: 'HASHTAGS'; basis: AdviceBasis; hashtags: string[] }
  | { type: 'FORMAT'; basis: AdviceBasis; shape: Shape }
  | ({ type: 'CONTENT_IDEA'; basis: AdviceBasis } & BuiltOnVideos)
  | ({ type: 'SCRIPT'; basis: AdviceBasis } & BuiltOnVideos);

export type AdviceOf<Type extends RecommendationType> = Extract<Advice, { type: Type }>;

/** Advice for a type, the best first, or why there is none. */
export type Finding<Type extends RecommendationType> = { advice: AdviceOf<Type>[] } | { missing: MissingRecommendation };

export function nothing<Type extends RecommendationType>(
  type: Type,
  reason: Exclude<MissingRecommendation['reason'], 'TOO_FEW_VIDEOS'>,
): Finding<Type> {
  return { missing: { type, reason, have: null, needed: null } };
}

export function tooFew<Type extends RecommendationType>(type: Type, have: number, needed: number): Finding<Type> {
  return { missing: { type, reason: 'TOO_FEW_VIDEOS', have, needed } };
}

import type { Criterion } from '../analytics/criterion';
import type { Format } from '../analytics/formats';
import type { Reproduction } from './reproduction';
import type { MissingRecommendation, RecommendationType } from './recommendation';

/** What was found for one recommendation: numbers and videos, no words yet. */
export interface AdviceBasis {
  subject: string;
  /** What a video that follows the advice is like; null: it cannot be recognised. */
  criterion: Criterion | null;
  metric: string;
  /** In ln(views) at equal age: a choice against the creator's other videos; a series or outlier against the creator's level. */
  effect: number;
  low: number;
  high: number;
  intervalLevel: number;
  /** Videos with the choice, and the creator's other videos that were compared. */
  n: number;
  otherCount: number;
  /** Probability, 0 to 0.99, that the effect is beyond the minimum gain (10.5 % more views). */
  confidence: number;
  supportingVideoIds: string[];
  contradictingVideoIds: string[];
  methodVersion: string;
  reproduction: Reproduction;
}

/** A video that advice is built on. */
export interface CitedVideo {
  id: string;
  /** First words, without hashtags, mentions and addresses; null where the caption has none. */
  opening: string | null;
  publishedAt: Date;
  hashtags: string[];
  durationSeconds: number | null;
  /** Views over the views expected at its age. */
  ratio: number;
  /** Share of the creator's own videos with a lower residual. */
  percentile: number;
}

/** What the cited videos have in common. */
export type CommonGround = { kind: 'HASHTAG'; hashtag: string } | { kind: 'OPENING'; opening: string } | { kind: 'SINGLE' };

interface BuiltOnVideos {
  commonGround: CommonGround;
  /** The one that stood highest. */
  example: CitedVideo;
  /** Plain mean of the residuals of the n videos, in ln(views): what was seen. */
  seen: number;
  /** Hashtags that most of the cited videos carry; at most three. */
  hashtags: string[];
  /** Median of the cited videos; null where no duration is known. */
  durationSeconds: number | null;
}

/** A band of lengths (maximum exclusive, null: open) or a form of the post. */
export type VideoShape =
  { kind: 'DURATION'; minimumSeconds: number; maximumSeconds: number | null } | { kind: 'FORMAT'; format: Format };

export type Advice =
  | ({ type: 'TIMING'; basis: AdviceBasis } & { weekday: number | null; hourFrom: number; hourUntil: number; timeZone: string })
  | ({ type: 'HASHTAGS'; basis: AdviceBasis } & { hashtags: string[] })
  | ({ type: 'FORMAT'; basis: AdviceBasis } & { shape: VideoShape })
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

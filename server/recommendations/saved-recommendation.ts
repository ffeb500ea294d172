import type { RecommendationContent } from './content';
import type { Evidence } from './evidence';
import type { RecommendationState, RecommendationType } from './recommendation';
import type { Locale } from './wording/wording';

export type RecommendationSource = 'OPENAI' | 'STATISTICS';

/** A recommendation that was just made. */
export interface NewRecommendation {
  type: RecommendationType;
  title: string;
  description: string;
  content: RecommendationContent;
  /** Recalibrated by what became of earlier predictions. */
  confidence: number;
  /** As the statistics stated it; null in rows from before predictions were kept. */
  statedConfidence: number | null;
  source: RecommendationSource;
  evidence: Evidence;
  locale: Locale;
}

/** A recommendation as it is kept. */
export interface SavedRecommendation extends NewRecommendation {
  id: string;
  connectionId: string;
  generationRunId: string;
  readAt: Date | null;
  appliedAt: Date | null;
  dismissedAt: Date | null;
  createdAt: Date;
}

/** Conditions on a list of recommendations; what is left out does not matter. */
export interface RecommendationFilter {
  types?: readonly RecommendationType[] | null;
  state?: RecommendationState | null;
  isRead?: boolean | null;
}

import type { Choices } from '../analytics/choices';
import { isMet, type ChosenVideo, type Criterion } from '../analytics/criterion';

/** What advice is made from: one creator's videos on their own level, and the effects of choices. No database, no GraphQL. */
export interface CreatorHistory {
  connectionId: string;
  /** From the first compared video to the newest reading: effects are estimated on all of them. */
  period: { from: Date; until: Date; timeZone: string };
  choices: Choices;
  /** All videos, newest first. */
  videos: HistoryVideo[];
}

export interface HistoryVideo {
  id: string;
  caption: string;
  hashtags: readonly string[];
  /** Null: unknown, or a photo post. */
  durationSeconds: number | null;
  publishedAt: Date;
  /** Read, and old enough to take part in the creator's level. */
  isComparable: boolean;
  /** What was chosen for it. */
  chosen: ChosenVideo;
  /** Against the creator's own level at equal age; null where it does not take part in the estimation of effects. */
  residual: number | null;
}

export type ComparedVideo = HistoryVideo & { residual: number };

/** The videos that effects are estimated on. */
export function comparedVideos({ videos }: { videos: readonly HistoryVideo[] }): ComparedVideo[] {
  return videos.flatMap((video) => (video.residual === null ? [] : [{ ...video, residual: video.residual }]));
}

/** Those among them that meet a criterion. */
export function videosWith(history: CreatorHistory, criterion: Criterion): ComparedVideo[] {
  return comparedVideos(history).filter(({ chosen }) => isMet(criterion, chosen) === true);
}

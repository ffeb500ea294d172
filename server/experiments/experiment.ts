import type { ReadingResult } from './read-result';
import { sides, type Toss } from './toss';

export const experimentKinds = ['HOURS', 'HOOK', 'LENGTH', 'OTHER'] as const;
export type ExperimentKind = (typeof experimentKinds)[number];

export const experimentStatuses = ['RUNNING', 'READ', 'NOT_ENOUGH'] as const;
/** As stored: still under way, read once, or ended without enough videos to be read. */
export type ExperimentStatus = (typeof experimentStatuses)[number];

export const endReasons = ['PLAN_COMPLETE', 'STOPPED_EARLY', 'TOO_MANY_MISSING'] as const;
export type EndReason = (typeof endReasons)[number];

/** Two-sided share of experiments without any effect that may still find one. */
export const alpha = 0.05;

export const limits = {
  /** With five pairs the rarest arrangement has p = 2/2⁵ = 0.06: no number could ever pass 5 %. With six, 2/2⁶ = 0.03. */
  fewestPerArm: 6,
  mostPerArm: 100,
  labelLength: 80,
  reasonLength: 200,
  /** At which age videos can be measured. */
  horizonHours: [48, 168],
} as const;

/** After so many hours a video's numbers say something: from then on its place in the experiment is fixed. */
export const settledAfterHours = 6;
const hourMs = 3_600_000;

/** What the creator decides, once and for all. */
export interface ExperimentPlan {
  kind: ExperimentKind;
  labelA: string;
  labelB: string;
  videosPerArm: number;
  horizonHours: number;
}

/** What is registered when it starts. */
export interface Registration extends ExperimentPlan {
  alpha: number;
  /** The creator's level of ln(views at 7 days) then; null with fewer than five videos old enough. */
  level: number | null;
  /** Videos that level was estimated from. */
  levelVideoCount: number;
  /** Standard deviation of ln(views) that the stated difference counts on. */
  scatter: number;
  /** Whether it is the creator's own, else the usual one of creators. */
  isScatterOwn: boolean;
  /** In ln: what so many videos find with 80 % probability. */
  detectableDifference: number;
  /** Where the random arrangements of the test begin. */
  seed: number;
  methodVersion: string;
}

export interface Experiment extends Registration {
  id: string;
  connectionId: string;
  status: ExperimentStatus;
  startedAt: Date;
  endedAt: Date | null;
  endReason: EndReason | null;
  /** Null unless READ. */
  result: ReadingResult | null;
}

/** A toss and the video that followed. */
export interface Assignment extends Toss {
  id: string;
  experimentId: string;
  /** From 1. */
  position: number;
  tossedAt: Date;
  /** Null until a video is found, and again when that video was removed from here. */
  videoId: string | null;
  videoPublishedAt: Date | null;
  linkedAt: Date | null;
  isLinkedByCreator: boolean;
  /** What the creator says; null: nothing said, taken as yes. */
  isFollowed: boolean | null;
  /** When it was measured, or found missing. */
  measuredAt: Date | null;
  /** ln(views) at the horizon; null before, and when missing. */
  logViews: number | null;
}

/** A video that followed a toss and does not count, and why; the toss went on to the next video. */
export interface Exclusion {
  id: string;
  experimentId: string;
  position: number;
  videoId: string;
  reason: string;
  excludedAt: Date;
}

export type AssignmentState = 'WAITING_FOR_VIDEO' | 'GROWING' | 'MEASURED' | 'MISSING';

export function stateOf({
  linkedAt,
  measuredAt,
  logViews,
}: Pick<Assignment, 'linkedAt' | 'measuredAt' | 'logViews'>): AssignmentState {
  if (linkedAt === null) return 'WAITING_FOR_VIDEO';
  if (measuredAt === null) return 'GROWING';
  return logViews === null ? 'MISSING' : 'MEASURED';
}

export function plannedVideos({ videosPerArm }: Pick<ExperimentPlan, 'videosPerArm'>): number {
  return sides.length * videosPerArm;
}

/** A trial from which every third video were taken would be no trial: one in five at most. */
export function mostExclusions(plan: Pick<ExperimentPlan, 'videosPerArm'>): number {
  return Math.ceil(plannedVideos(plan) / 5);
}

/**
 * Until when the video of this toss may still be exchanged or excluded: six hours after its publication, when its numbers begin to
 * say something. Null when it has none yet, or when the next toss has been made, which settles the ones before.
 */
export function changeableUntil({ videoPublishedAt }: Pick<Assignment, 'videoPublishedAt'>, isLatest: boolean): Date | null {
  return isLatest && videoPublishedAt !== null ? new Date(videoPublishedAt.getTime() + settledAfterHours * hourMs) : null;
}

/** A video published before this has numbers that say something. */
export function youngestSettled(now: Date): Date {
  return new Date(now.getTime() - settledAfterHours * hourMs);
}

/** When the video has reached the age of measurement; null without one. */
export function measurableAt(
  { videoPublishedAt }: Pick<Assignment, 'videoPublishedAt'>,
  { horizonHours }: Pick<ExperimentPlan, 'horizonHours'>,
): Date | null {
  return videoPublishedAt === null ? null : new Date(videoPublishedAt.getTime() + horizonHours * hourMs);
}

/** Whether the planned tosses are made and every video is measured or missing: the one moment at which it is read. */
export function isComplete(plan: Pick<ExperimentPlan, 'videosPerArm'>, assignments: readonly Assignment[]): boolean {
  return assignments.length === plannedVideos(plan) && assignments.every(({ measuredAt }) => measuredAt !== null);
}

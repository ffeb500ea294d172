import type { OutlierDirection } from '../videos/outlier-filter';
import { choiceSteps, type Choices } from './choices';
import {
  comparisonAt,
  comparisonSteps,
  creatorBaseline,
  type BaselineComparison,
  type Comparisons,
  type CreatorBaseline,
} from './comparisons';
import type { AnalyzedVideo, CreatorFacts, VideoWithReadings } from './creator-data';
import { DailyGains, type GainedMetric } from './daily-gains';
import { Followers } from './followers';
import { growthHistory, type GrowthHistory } from './growth-history';
import { growthSteps, type Growths } from './growths';
import { isoDate, type LocalTime } from './local-time';
import { LONGEST_LOOK_BACK_DAYS, periodsEndingAt, type AnalyticsPeriod, type Period } from './period';
import { firstPublishedFrom, summarise, type AnalyticsSummary } from './summary';
import type { VideoGrowth } from './video-growth';

export const SERIES_METRICS = ['VIEWS_GAINED', 'LIKES_GAINED', 'COMMENTS_GAINED', 'SHARES_GAINED', 'FOLLOWERS'] as const;
export type SeriesMetric = (typeof SERIES_METRICS)[number];

export interface SeriesPoint {
  /** Local day, YYYY-MM-DD. */
  date: string;
  /** Null: no reading spans that day. */
  value: number | null;
}

/** Everything the API says of a creator for one period. */
export interface AnalyticsReport {
  period: Period;
  previousPeriod: Period;
  asOf: Date | null;
  /** All videos of the creator that are known, whenever published. */
  videoCount: number;
  summary: AnalyticsSummary;
  baseline: CreatorBaseline | null;
  /** Ids of the period's videos above the creator's level, best first, and of those below it, worst first. */
  aboveLevel: readonly string[];
  belowLevel: readonly string[];
  choices: Choices;
}

const GAIN_OF: Record<Exclude<SeriesMetric, 'FOLLOWERS'>, GainedMetric> = {
  VIEWS_GAINED: 'views',
  LIKES_GAINED: 'likes',
  COMMENTS_GAINED: 'comments',
  SHARES_GAINED: 'shares',
};

/** What was computed from one state of a creator's data, in one time zone; answers for any period come out of it quickly. */
export class CreatorAnalysis {
  private readonly reports = new Map<AnalyticsPeriod, AnalyticsReport>();
  private readonly positions: ReadonlyMap<string, number>;
  private outlierIds: Record<OutlierDirection, string[]> | null = null;

  constructor(
    private readonly facts: CreatorFacts,
    private readonly time: LocalTime,
    private readonly now: number,
    readonly comparisons: Comparisons,
    readonly choices: Choices,
    private readonly gains: DailyGains,
    private readonly followers: Followers,
    readonly growths: Growths,
  ) {
    this.positions = new Map(comparisons.videos.map(({ id }, position) => [id, position]));
  }

  /** Version of the data it was computed from. */
  get dataVersion(): number {
    return this.facts.dataVersion;
  }

  /** Null for a video that is too young, unread or unknown, and as long as there is no level. */
  comparison(videoId: string): BaselineComparison | null {
    const position = this.positions.get(videoId);
    return position === undefined ? null : comparisonAt(this.comparisons, position);
  }

  /** Null for a video that is not known. */
  growth(videoId: string): VideoGrowth | null {
    const position = this.positions.get(videoId);
    return position === undefined ? null : this.growths.at(position);
  }

  /** Ids of the videos that stand in one of these directions, in any order; none as long as outliers cannot be told. */
  outliers(directions: readonly OutlierDirection[]): string[] {
    if (this.outlierIds === null) {
      this.outlierIds = { UP: [], DOWN: [], NONE: [] };
      for (const { id } of this.comparisons.videos) {
        const direction = this.comparison(id)?.outlier?.direction;
        if (direction) this.outlierIds[direction].push(id);
      }
    }
    return directions.flatMap((direction) => this.outlierIds![direction]);
  }

  /** Without any reading the periods end with the present day, and this analysis with it. */
  isOutlivedAt(now: number): boolean {
    return this.facts.asOf === null && this.time.dayNumber(now) !== this.time.dayNumber(this.now);
  }

  report(name: AnalyticsPeriod): AnalyticsReport {
    const known = this.reports.get(name);
    if (known) return known;
    const { videos, baseline } = this.comparisons;
    const { asOf, scopes } = this.facts;
    const periods = periodsEndingAt(asOf ?? this.now, name, this.time);
    const first = firstPublishedFrom(videos, periods.current.from);
    const published = Array.from(
      { length: firstPublishedFrom(videos, periods.current.until) - first },
      (_unused, i) => first + i,
    );
    const residual = (position: number): number => baseline?.residual[position] ?? NaN;
    const ids = (positions: readonly number[]): string[] => positions.map((position) => videos[position]!.id);
    const report: AnalyticsReport = {
      period: periods.current,
      previousPeriod: periods.previous,
      asOf: asOf === null ? null : new Date(asOf),
      videoCount: videos.length,
      summary: summarise({ scopes, asOf, videos, gains: this.gains, followers: this.followers }, periods),
      baseline: creatorBaseline(this.comparisons),
      aboveLevel: ids(published.filter((i) => residual(i) > 0).sort((a, b) => residual(b) - residual(a))),
      belowLevel: ids(published.filter((i) => residual(i) < 0).sort((a, b) => residual(a) - residual(b))),
      choices: this.choices,
    };
    this.reports.set(name, report);
    return report;
  }

  /** One point per local day of the period. */
  series(name: AnalyticsPeriod, metric: SeriesMetric): SeriesPoint[] {
    const { firstDay, lastDay } = this.report(name).period;
    return Array.from({ length: lastDay - firstDay + 1 }, (_unused, i) => ({
      date: isoDate(firstDay + i),
      value: metric === 'FOLLOWERS' ? this.followers.on(firstDay + i) : this.gains.on(GAIN_OF[metric], firstDay + i),
    }));
  }
}

/**
 * Computes the analysis in steps of a few milliseconds: between two of them the caller may let others run.
 * @param pages the creator's videos with their readings, in any order
 * @param now stands in for the newest reading as long as there is none
 * @param known effects computed earlier from the same data: the dearest part
 */
export function* analysisSteps(
  facts: CreatorFacts,
  pages: Iterable<readonly VideoWithReadings[]>,
  time: LocalTime,
  now: number,
  known: Choices | null = null,
): Generator<void, CreatorAnalysis> {
  const lastDay = time.dayNumber(facts.asOf ?? now);
  const firstDay = lastDay - LONGEST_LOOK_BACK_DAYS + 1;
  const gains = new DailyGains({ time, firstDay, lastDay, observedFrom: facts.observedFrom, asOf: facts.asOf });
  const videos: AnalyzedVideo[] = [];
  const histories = new Map<string, GrowthHistory>();
  for (const page of pages) {
    for (const row of page) {
      gains.add(row);
      histories.set(row.video.id, growthHistory(row));
      videos.push(row.video);
    }
    yield;
  }
  const followers = new Followers(facts.followerReadings, time);
  const comparisons = yield* comparisonSteps(videos);
  yield;
  const growths = yield* growthSteps(histories, comparisons, facts.asOf);
  yield;
  const choices = known ?? (yield* choiceSteps(comparisons, time));
  return new CreatorAnalysis(facts, time, now, comparisons, choices, gains, followers, growths);
}

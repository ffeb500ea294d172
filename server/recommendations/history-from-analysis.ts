import { INTERVAL_LEVEL, type ChoiceEffect } from '../analytics/choice-effects';
import type { ChoiceReport } from '../analytics/choice-report';
import type { Choices } from '../analytics/choices';
import { comparisonAt, creatorBaseline, type Comparisons } from '../analytics/comparisons';
import { ageHoursOf, type AnalyzedVideo } from '../analytics/creator-data';
import { DURATION_BANDS } from '../analytics/duration-bands';
import { FORMATS, formatsOf } from '../analytics/formats';
import { YOUNGEST_LEVEL_HOURS } from '../analytics/growth-path';
import type { LocalTime } from '../analytics/local-time';
import type { ChoiceFrame, CreatorHistory, MeasuredEffect } from './creator-history';

interface AnalyzedCreator {
  connectionId: string;
  comparisons: Comparisons;
  choices: Choices;
  /** By video id; a video without caption may be absent. */
  captions: ReadonlyMap<string, { text: string; openings: readonly string[] }>;
  time: LocalTime;
  /** The newest reading. */
  asOf: Date;
}

/** Joins what analytics computed with the captions, and finds the videos behind each effect again. */
export function historyFromAnalysis({
  connectionId,
  comparisons,
  choices,
  captions,
  time,
  asOf,
}: AnalyzedCreator): CreatorHistory {
  const { videos, comparable } = comparisons;
  const compared = comparable.flatMap((position) => videos[position] ?? []);
  const first = compared[0]?.publishedAt ?? asOf.getTime();
  const withVideos = (effect: ChoiceEffect, isChosen: (video: AnalyzedVideo) => boolean): MeasuredEffect => ({
    ...effect,
    // Most of the 168 hours hold nothing to cite; only what may be advised needs its videos.
    videoIds: isLikelyHigher(effect) ? compared.filter(isChosen).map(({ id }) => id) : [],
  });
  const { postingTimes, hashtags, durations, formats } = choices;
  return {
    connectionId,
    period: { from: new Date(first), until: asOf, timeZone: time.timeZone },
    level: creatorBaseline(comparisons),
    intervalLevel: INTERVAL_LEVEL,
    videos: videos
      .map((video, position) => ({
        id: video.id,
        caption: captions.get(video.id)?.text ?? '',
        openings: captions.get(video.id)?.openings ?? [],
        hashtags: [...video.hashtags],
        durationSeconds: video.durationSeconds || null,
        publishedAt: new Date(video.publishedAt),
        isComparable: video.views !== null && (ageHoursOf(video) ?? 0) >= YOUNGEST_LEVEL_HOURS,
        comparison: comparisonAt(comparisons, position),
      }))
      .reverse(),
    postingTimes: {
      ...frameOf(postingTimes),
      blocks: postingTimes.blocks.map((block) => ({
        ...withVideos(block, ({ publishedAt }) => {
          const { hour } = time.weekdayAndHour(publishedAt);
          return block.hourFrom <= hour && hour < block.hourUntil;
        }),
        weekday: null,
        hourFrom: block.hourFrom,
        hourUntil: block.hourUntil,
      })),
      cells: postingTimes.cells.map((cell) => ({
        ...withVideos(cell, ({ publishedAt }) => {
          const { weekday, hour } = time.weekdayAndHour(publishedAt);
          return weekday === cell.weekday && hour === cell.hour;
        }),
        weekday: cell.weekday,
        hourFrom: cell.hour,
        hourUntil: cell.hour + 1,
      })),
    },
    hashtags: {
      ...frameOf(hashtags),
      effects: hashtags.effects.map((effect) => ({
        ...withVideos(effect, (video) => video.hashtags.includes(effect.key)),
        together: effect.together,
      })),
    },
    durations: {
      ...frameOf(durations),
      effects: DURATION_BANDS.flatMap(({ key, minimumSeconds, maximumSeconds }) =>
        durations.effects
          .filter((effect) => effect.key === key)
          .map((effect) => ({
            ...withVideos(effect, ({ durationSeconds }) => {
              const length = durationSeconds ?? 0;
              return length > 0 && length >= minimumSeconds && length < (maximumSeconds ?? Infinity);
            }),
            minimumSeconds,
            maximumSeconds,
          })),
      ),
    },
    formats: {
      ...frameOf(formats),
      effects: FORMATS.flatMap((format) =>
        formats.effects
          .filter((effect) => effect.key === format)
          .map((effect) => ({ ...withVideos(effect, (video) => formatsOf(video).includes(format)), format })),
      ),
    },
  };
}

function isLikelyHigher({ estimate, probability }: ChoiceEffect): boolean {
  return (estimate ?? 0) > 0 && (probability ?? 0) > 0.5;
}

function frameOf({ n, minimumN, intervalLevel, methodVersion }: ChoiceFrame | ChoiceReport): ChoiceFrame {
  return { n, minimumN, intervalLevel, methodVersion };
}

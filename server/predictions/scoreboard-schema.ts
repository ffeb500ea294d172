import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { loadInBatch } from '../videos/request-batch';
import { readScoreboard } from './read-scoreboard';
import { PRIOR_VIDEOS } from './recalibration';
import { RecommendationTypeEnum } from './recommendation-type';
import { MINIMUM_VIDEOS_FOR_RATES, ratesOf, type Scoreboard, type ScoreboardRow } from './scoreboard';

const measured = 'Over the videos measured at 7 days; a video that serves several predictions counts once, with their mean.';
const unlessFew = `Null below ${MINIMUM_VIDEOS_FOR_RATES} videos.`;

const TallyRef = builder.interfaceRef<ScoreboardRow>('PredictionTally').implement({
  description: 'How predictions turned out: counts of predictions, then what was stated against what came.',
  fields: (t) => ({
    hits: t.int({
      description: 'Predictions whose video did better than the baseline at 7 days, beyond the margin.',
      resolve: ({ tally }) => tally.hits,
    }),
    misses: t.int({ description: 'Predictions whose video did worse, beyond the margin.', resolve: ({ tally }) => tally.misses }),
    undecided: t.int({
      description: 'Predictions that ended as neither: within the margin, not read, video gone, or no video within 60 days.',
      resolve: ({ tally }) => tally.undecided,
    }),
    measuring: t.int({
      description: 'Predictions whose video is not measured at 7 days yet.',
      resolve: ({ tally }) => tally.measuring,
    }),
    waiting: t.int({ description: 'Predictions that no video has followed yet.', resolve: ({ tally }) => tally.waiting }),
    cancelled: t.int({ description: 'Predictions taken back before a video followed.', resolve: ({ tally }) => tally.cancelled }),
    n: t.int({ description: `Videos measured at 7 days. ${measured}`, resolve: ({ record }) => record.videos }),
    statedRate: t.float({
      nullable: true,
      description: `Mean of the stated probabilities that the video is above the baseline. ${measured} ${unlessFew}`,
      resolve: ({ record }) => ratesOf(record).statedRate,
    }),
    observedRate: t.float({
      nullable: true,
      description: `Share of the videos that were above the baseline, without margin, to be held against statedRate. ${measured} ${unlessFew}`,
      resolve: ({ record }) => ratesOf(record).observedRate,
    }),
    insideIntervalRate: t.float({
      nullable: true,
      description: `Share of the videos inside the 80 % interval that was predicted for 7 days. ${measured} ${unlessFew}`,
      resolve: ({ record }) => ratesOf(record).insideIntervalRate,
    }),
  }),
});

const OverallTallyRef = builder.objectRef<ScoreboardRow>('OverallTally').implement({
  description: 'All predictions of the account together.',
  interfaces: [TallyRef],
});

const TypeTallyRef = builder.objectRef<Scoreboard['types'][number]>('TypeTally').implement({
  description: 'Predictions of one type of recommendation.',
  interfaces: [TallyRef],
  fields: (t) => ({
    type: t.expose('type', { type: RecommendationTypeEnum, description: 'The type.' }),
    confidenceCorrection: t.exposeFloat('correction', {
      description: `What is added to the confidence of new recommendations of this type: (videos above the baseline − sum of the stated probabilities) / (n + ${PRIOR_VIDEOS}), which holds it down as if ${PRIOR_VIDEOS} videos had turned out exactly as stated. From this account’s predictions alone.`,
    }),
  }),
});

const ScoreboardRef = builder.objectRef<Scoreboard>('Scoreboard').implement({
  description: 'What became of the recommendations that were applied. Predictions without a level are not counted.',
  fields: (t) => ({
    overall: t.expose('overall', { type: OverallTallyRef, description: 'All types together.' }),
    types: t.field({
      type: [TypeTallyRef],
      description: 'By type; only types with a prediction.',
      resolve: ({ types }) => types,
    }),
    minimumVideos: t.int({ description: 'Videos from which on shares are shown.', resolve: () => MINIMUM_VIDEOS_FOR_RATES }),
    priorVideos: t.int({
      description: 'Videos thought in as exactly as stated when confidence is recalibrated.',
      resolve: () => PRIOR_VIDEOS,
    }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'scoreboard', (t) =>
  t.field({
    type: ScoreboardRef,
    description: 'What became of the recommendations that were applied for this account.',
    resolve: ({ id }, _args, context) =>
      loadInBatch(context, 'scoreboard', id, (ids) => ids.map((connectionId) => readScoreboard(connectionId, context.deps))),
  }),
);

import { z } from 'zod';
import { TikTokConnectionRef } from '../connections/schema';
import { requireConnection } from '../connections/require-connection';
import { builder } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { pageComplexity, resolvePage } from '../graphql/page';
import { decodeCursor, encodeCursor } from '../videos/cursor';
import { findOwnVideos } from '../videos/find-own-videos';
import { loadInBatch } from '../videos/request-batch';
import { VideoRef } from '../videos/schema';
import type { Video } from '../videos/video';
import type { GraphQLContext } from '../graphql/context';
import { CriterionRef } from './criterion-schema';
import { candidatesAmong } from './choose-video';
import { listNameableVideos } from './link-video';
import { HORIZONS_HOURS, statusOf, type Horizon, type Prediction } from './prediction';
import { SINGLE_VIDEO_INTERVAL } from './predict-video';
import { findOwnPrediction, listHorizons } from './queries';
import { RecommendationTypeEnum } from './recommendation-type';
import { countListedPredictions, listPredictions, type PredictionPlace } from './scoreboard-queries';
import { VERDICT_MARGIN } from './verdict';

const PredictionStatusEnum = builder.enumType('PredictionStatus', {
  description: 'Where a prediction stands.',
  values: {
    NOT_PREDICTED: {
      description: 'The account had no level when the recommendation was applied: fewer than five videos a day old.',
    },
    WAITING: { description: 'No video has followed yet.' },
    MEASURING: { description: 'A video follows; it is not 7 days old and measured yet.' },
    SETTLED: { description: 'The video was judged at 7 days.' },
    EXPIRED: { description: 'No video followed within 60 days.' },
    CANCELLED: { description: 'Taken back before a video followed.' },
  } as const,
});

const PredictionVerdictEnum = builder.enumType('PredictionVerdict', {
  description: `What became of a prediction: ln(measured views / baseline views) against a margin of ${VERDICT_MARGIN}.`,
  values: {
    HIT: { description: `Above the baseline by more than ${VERDICT_MARGIN} in ln(views), 10.5 %.` },
    MISS: { description: `Below the baseline by more than ${VERDICT_MARGIN} in ln(views), 9.5 %.` },
    UNDECIDED: { description: 'Neither; `undecidedReason` says why.' },
  } as const,
});

const UndecidedReasonEnum = builder.enumType('UndecidedReason', {
  description: 'Why a prediction is neither hit nor miss.',
  values: {
    WITHIN_MARGIN: { description: 'The video lies within the margin around the baseline.' },
    NO_READING: {
      description:
        'No reading near enough: none on both sides with the later age at most twice the earlier, and none within a tenth of the age.',
    },
    VIDEO_GONE: { description: 'TikTok stopped returning the video before it was read at this age.' },
    NO_VIDEO: { description: 'No video followed within 60 days.' },
  } as const,
});

const PredictionLinkEnum = builder.enumType('PredictionLink', {
  description: 'How the video that follows was found.',
  values: {
    CRITERION: { description: 'It is the first video after the registration that meets the criterion.' },
    CREATOR: { description: 'The creator named it, within a day of its publication.' },
  } as const,
});

const interval = `${SINGLE_VIDEO_INTERVAL * 100} %`;
const PredictionHorizonRef = builder.objectRef<Horizon>('PredictionHorizon').implement({
  description: 'What was predicted of the video at one age, and what came of it.',
  fields: (t) => ({
    ageHours: t.exposeInt('ageHours', { description: `Age of the video in hours: ${HORIZONS_HOURS.join(', ')}.` }),
    baselineViews: t.exposeFloat('baselineViews', {
      description:
        'Views of the creator’s typical video at this age: exp(level) × share of its 7-day views that a median video has then.',
    }),
    expectedViews: t.exposeFloat('expectedViews', {
      description: 'Median views of videos that follow: baselineViews × exp(effect).',
    }),
    lowViews: t.exposeFloat('lowViews', {
      description: `Lower end of the interval that holds ${interval} of single videos that follow: normal in ln(views), with the scatter of single videos, the uncertainty of level and effect, and the spread of growth at young ages (0.49 in ln at 24 h, 0.26 at 48 h) added as variances.`,
    }),
    highViews: t.exposeFloat('highViews', { description: 'Upper end of that interval.' }),
    probability: t.exposeFloat('probability', {
      description: 'Stated probability, 0 to 1, that the video is above baselineViews at this age.',
    }),
    measuredViews: t.exposeFloat('measuredViews', {
      nullable: true,
      description:
        'Views at this age, on a straight line in ln–ln between the readings around it; from one reading within a tenth of the age where there is no such pair. Null before, and where no reading is near enough.',
    }),
    isInsideInterval: t.boolean({
      nullable: true,
      description: 'Whether measuredViews lies between lowViews and highViews; null where it is not measured.',
      resolve: ({ measuredViews, lowViews, highViews }) =>
        measuredViews === null ? null : measuredViews >= lowViews && measuredViews <= highViews,
    }),
    verdict: t.expose('verdict', { type: PredictionVerdictEnum, nullable: true, description: 'What came of it; null before.' }),
    undecidedReason: t.expose('undecidedReason', {
      type: UndecidedReasonEnum,
      nullable: true,
      description: 'Why it is undecided; null unless it is.',
    }),
    judgedAt: t.expose('judgedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was judged; null before. It stands.',
    }),
  }),
});

export const PredictionRef = builder.objectRef<Prediction>('Prediction');

builder.node(PredictionRef, {
  description:
    'What was predicted of the next video when a recommendation was applied, before that video existed. What was predicted is never changed. ' +
    'The first video that meets the criterion is linked and measured at 24 h, 48 h and 7 days; the verdict is that at 7 days.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: (id, context) => Promise.resolve(findOwnPrediction(context.deps.db, id, ownerIdOf(context))),
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The account it is about.',
      resolve: ({ connectionId }, _args, { deps }) => requireConnection(deps.db, connectionId),
    }),
    type: t.expose('type', { type: RecommendationTypeEnum, description: 'What the recommendation is about.' }),
    criterion: t.expose('criterion', {
      type: CriterionRef,
      nullable: true,
      description: 'What a video that follows is like; null: it cannot be recognised, the creator names it.',
    }),
    status: t.field({
      type: PredictionStatusEnum,
      description: 'Where it stands.',
      resolve: (prediction) => statusOf(prediction),
    }),
    effect: t.exposeFloat('effect', {
      description:
        'Effect that was predicted, in ln(views) against the creator’s level. Of a choice that is estimate × share of videos without it, since the level holds both.',
    }),
    effectLow: t.exposeFloat('effectLow', { description: 'Lower end of its interval.' }),
    effectHigh: t.exposeFloat('effectHigh', { description: 'Upper end of its interval.' }),
    intervalLevel: t.exposeFloat('intervalLevel', { description: 'Probability that this interval holds, 0 to 1.' }),
    n: t.exposeInt('n', {
      nullable: true,
      description:
        'Videos with the choice that the effect was estimated from; null in a prediction registered before it was kept.',
    }),
    typicalViews: t.float({
      nullable: true,
      description: 'Views at 7 days of the creator’s typical video at that moment; null without a level.',
      resolve: ({ level }) => (level === null ? null : Math.exp(level)),
    }),
    scatter: t.exposeFloat('scatter', {
      nullable: true,
      description: 'Robust standard deviation of ln(views) of single videos around the level; null without a level.',
    }),
    levelVideos: t.exposeInt('levelVideos', { nullable: true, description: 'Videos the level stood on; null without a level.' }),
    methodVersion: t.exposeString('methodVersion', { description: 'Version of the method that predicted.' }),
    registeredAt: t.expose('registeredAt', { type: 'DateTime', description: 'When it was registered.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'A video published later is not linked any more.' }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null otherwise. A video published before still counts.',
    }),
    video: t.field({
      type: VideoRef,
      nullable: true,
      description: 'The video that follows; null before.',
      resolve: ({ videoId }, _args, context) => (videoId === null ? null : loadVideo(videoId, context)),
    }),
    linkedAt: t.expose('linkedAt', { type: 'DateTime', nullable: true, description: 'When the video was linked; null before.' }),
    linkedBy: t.expose('linkedBy', { type: PredictionLinkEnum, nullable: true, description: 'How it was found; null before.' }),
    candidateVideos: t.field({
      type: [VideoRef],
      complexity: 5,
      description:
        'Videos that the creator may name now, the newest first, ten at most: published after the registration, less than 24 hours old, and not against the criterion.',
      resolve: async (prediction, _args, context) => {
        const { deps } = context;
        const recent = await loadInBatch(context, 'nameableVideos', prediction.connectionId, (ids) =>
          listNameableVideos(ids, deps),
        );
        const ids = candidatesAmong(prediction, recent, deps.clock.now());
        const videos = await Promise.all(ids.map((id) => loadVideo(id, context)));
        return videos.filter((video) => video !== null);
      },
    }),
    horizons: t.field({
      type: [PredictionHorizonRef],
      description: 'What was predicted for 24 h, 48 h and 7 days, and what came; empty without a level.',
      resolve: ({ id }, _args, context) =>
        loadInBatch(context, 'predictionHorizons', id, (ids) => listHorizons(context.deps.db, ids)),
    }),
    verdict: t.expose('verdict', {
      type: PredictionVerdictEnum,
      nullable: true,
      description: 'That at 7 days; UNDECIDED when no video followed in time. Null before, and when it was taken back.',
    }),
    undecidedReason: t.expose('undecidedReason', {
      type: UndecidedReasonEnum,
      nullable: true,
      description: 'Why it is undecided; null unless it is.',
    }),
    settledAt: t.expose('settledAt', { type: 'DateTime', nullable: true, description: 'When it was closed; null before.' }),
  }),
});

function loadVideo(videoId: string, context: GraphQLContext): Promise<Video | null> {
  return loadInBatch(context, 'predictionVideos', videoId, (ids) => findOwnVideos(ids, ownerIdOf(context), context.deps));
}

const PredictionFilterInput = builder.inputType('PredictionFilter', {
  description: 'Which predictions: those that meet every condition given.',
  fields: (t) => ({
    types: t.field({ type: [RecommendationTypeEnum], description: 'Of one of these types; all when left out or empty.' }),
    verdict: t.field({ type: PredictionVerdictEnum, description: 'With this verdict.' }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'predictions', (t) =>
  t.connection(
    {
      type: PredictionRef,
      description: 'What was predicted when recommendations for this account were applied, newest first.',
      complexity: pageComplexity,
      args: { filter: t.arg({ type: PredictionFilterInput, description: 'Which ones; all when left out.' }) },
      resolve: ({ id: connectionId }, { filter, ...args }, context) => {
        const { db } = context.deps;
        const input = { connectionId, ownerId: ownerIdOf(context), filter: filter ?? {} };
        return resolvePage<Prediction>({
          args,
          cursorOf: ({ registeredAt, id }) => encodeCursor([registeredAt.getTime(), id]),
          list: ({ after, before, ...page }) =>
            listPredictions(db, { ...input, ...page, after: placeOf(after), before: placeOf(before) }),
          totalCount: () => countListedPredictions(db, input),
        });
      },
    },
    { name: 'TikTokConnectionPredictionsConnection', description: 'A page of predictions.' },
    { name: 'TikTokConnectionPredictionsConnectionEdge', description: 'A prediction with its place in the list.' },
  ),
);

function placeOf(cursor: string | undefined): PredictionPlace | null {
  if (cursor === undefined) return null;
  const [registeredAt, id] = decodeCursor(cursor, z.tuple([z.int(), z.string()]));
  return { registeredAt, id };
}

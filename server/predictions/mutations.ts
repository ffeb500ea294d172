import { builder, ErrorInterface } from '../graphql/builder';
import { NotFoundError } from '../users/errors';
import { VideoRef } from '../videos/schema';
import { PredictionClosedError, VideoCannotFollowError } from './errors';
import { linkPredictionVideo, unlinkPredictionVideo } from './link-video';
import type { Prediction } from './prediction';
import { PredictionRef } from './schema';

builder.objectType(PredictionClosedError, {
  name: 'PredictionClosedError',
  description: 'It can no longer be said which video follows.',
  interfaces: [ErrorInterface],
});

builder.objectType(VideoCannotFollowError, {
  name: 'VideoCannotFollowError',
  description: 'This video cannot test the prediction: not published in its time, a day old, or against its criterion.',
  interfaces: [ErrorInterface],
});

const success = (name: string, description: string) =>
  builder.objectRef<{ prediction: Prediction }>(name).implement({
    description,
    fields: (t) => ({ prediction: t.expose('prediction', { type: PredictionRef, description: 'The prediction as it is now.' }) }),
  });

const LinkInput = builder.inputType('LinkPredictionVideoInput', {
  description: 'Which video follows which prediction.',
  fields: (t) => ({
    predictionId: t.globalID({ required: true, for: [PredictionRef], description: 'The prediction.' }),
    videoId: t.globalID({ required: true, for: [VideoRef], description: 'The video, less than 24 hours old.' }),
  }),
});

builder.mutationField('linkPredictionVideo', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: success('LinkPredictionVideoSuccess', 'The video is linked.'),
    description:
      'Says which video follows a recommendation. Only a video published after the registration and less than 24 hours old, so that nobody picks winners afterwards; ' +
      'a video that the criterion recognised stays.',
    errors: { types: [NotFoundError, PredictionClosedError, VideoCannotFollowError] },
    args: { input: t.arg({ type: LinkInput, required: true, description: 'Which video follows which prediction.' }) },
    resolve: (_root, { input }, { viewer, deps }) => ({
      prediction: linkPredictionVideo(
        { predictionId: input.predictionId.id, videoId: input.videoId.id, ownerId: viewer.id },
        deps,
      ),
    }),
  }),
);

const UnlinkInput = builder.inputType('UnlinkPredictionVideoInput', {
  description: 'Which prediction.',
  fields: (t) => ({ predictionId: t.globalID({ required: true, for: [PredictionRef], description: 'The prediction.' }) }),
});

builder.mutationField('unlinkPredictionVideo', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: success('UnlinkPredictionVideoSuccess', 'No video is linked.'),
    description: 'Takes back which video follows. Only what the creator named, and only until the video is 24 hours old.',
    errors: { types: [NotFoundError, PredictionClosedError] },
    args: { input: t.arg({ type: UnlinkInput, required: true, description: 'Which prediction.' }) },
    resolve: (_root, { input }, { viewer, deps }) => ({
      prediction: unlinkPredictionVideo({ predictionId: input.predictionId.id, ownerId: viewer.id }, deps),
    }),
  }),
);

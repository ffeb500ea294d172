import { builder } from '../graphql/builder';
import type { ContentOf, RecommendationContent } from './content';

const ContentIdeaRef = builder.objectRef<ContentOf<'CONTENT_IDEA'>>('ContentIdea').implement({
  description: 'An idea for a video, built on videos of the creator that are cited in the evidence.',
  fields: (t) => ({
    angle: t.exposeString('angle', { description: 'What the video is about, and from which side.' }),
    hook: t.exposeString('hook', { description: 'How it opens.' }),
    steps: t.exposeStringList('steps', { description: 'What to do, in order.' }),
  }),
});

const ScriptRef = builder.objectRef<ContentOf<'SCRIPT'>>('Script').implement({
  description: 'The outline of a video, built on a video of the creator that is cited in the evidence.',
  fields: (t) => ({
    hook: t.exposeString('hook', { description: 'The first words or image.' }),
    beats: t.exposeStringList('beats', { description: 'What happens, in order.' }),
    callToAction: t.exposeString('callToAction', { description: 'What to ask of who watches.' }),
    durationSeconds: t.exposeInt('durationSeconds', {
      nullable: true,
      description: 'Median length of the cited videos in seconds; null where TikTok gave none.',
    }),
  }),
});

const HashtagSetRef = builder.objectRef<ContentOf<'HASHTAGS'>>('HashtagSet').implement({
  description: 'Hashtags whose videos did better than the creator’s other videos.',
  fields: (t) => ({
    hashtags: t.exposeStringList('hashtags', {
      description:
        'Without #, lower case. The first one was measured; the others nearly always came along and cannot be told apart from it.',
    }),
  }),
});

const PostingTimeRef = builder.objectRef<ContentOf<'TIMING'>>('PostingTime').implement({
  description:
    'A time of posting whose videos did better than the creator’s other videos: hours, a weekday, or an interval since the video before.',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { nullable: true, description: '1 is Monday, 7 Sunday; null: every day.' }),
    hourFrom: t.exposeInt('hourFrom', { description: 'First local hour, 0 to 23.' }),
    hourUntil: t.exposeInt('hourUntil', { description: 'Local hour before which to post, 1 to 24.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA time zone of the hours.' }),
    minimumGapHours: t.exposeFloat('minimumGapHours', {
      nullable: true,
      description: 'Fewest hours since the video before; null: not about the interval.',
    }),
    maximumGapHours: t.exposeFloat('maximumGapHours', {
      nullable: true,
      description: 'Hours since the video before to stay below; null: no bound, or not about the interval.',
    }),
  }),
});

const VideoFormatRef = builder.objectRef<ContentOf<'FORMAT'>>('VideoFormat').implement({
  description:
    'A length, a length of caption, a kind of sound or a form whose videos did better than the creator’s other videos.',
  fields: (t) => ({
    minimumSeconds: t.exposeInt('minimumSeconds', {
      nullable: true,
      description: 'Shortest length; null: no bound, or not about length.',
    }),
    maximumSeconds: t.exposeInt('maximumSeconds', {
      nullable: true,
      description: 'Length to stay below; null: no bound, or not about length.',
    }),
    label: t.exposeString('label', { description: 'What it is, in words, in the language of the recommendation.' }),
  }),
});

const typeNames: Record<RecommendationContent['type'], string> = {
  CONTENT_IDEA: 'ContentIdea',
  SCRIPT: 'Script',
  HASHTAGS: 'HashtagSet',
  TIMING: 'PostingTime',
  FORMAT: 'VideoFormat',
};

export const RecommendationContentRef = builder.unionType('RecommendationContent', {
  description: 'What to do; one type of content for each type of recommendation.',
  types: [ContentIdeaRef, ScriptRef, HashtagSetRef, PostingTimeRef, VideoFormatRef],
  resolveType: ({ type }) => typeNames[type],
});

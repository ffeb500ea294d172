import type { Criterion } from '../analytics/criterion';
import type { FORMATS } from '../analytics/formats';
import { builder } from '../graphql/builder';

type Of<Kind extends Criterion['kind']> = Extract<Criterion, { kind: Kind }>;

const timeZone = 'Whose clock: an IANA time zone.';
const weekday = 'Day of the week, 1 is Monday';

const HoursRef = builder.objectRef<Of<'HOURS'>>('HoursCriterion').implement({
  description: 'Posted between two hours.',
  fields: (t) => ({
    onWeekday: t.exposeInt('weekday', { nullable: true, description: `${weekday}; null: any day.` }),
    hourFrom: t.exposeInt('hourFrom', { description: 'From this local hour on, 0 to 23.' }),
    hourUntil: t.exposeInt('hourUntil', { description: 'Before this local hour, 1 to 24.' }),
    timeZone: t.exposeString('timeZone', { description: timeZone }),
  }),
});

const WeekdayRef = builder.objectRef<Of<'WEEKDAY'>>('WeekdayCriterion').implement({
  description: 'Posted on a day of the week.',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: `${weekday}.` }),
    timeZone: t.exposeString('timeZone', { description: timeZone }),
  }),
});

const HashtagRef = builder.objectRef<Of<'HASHTAG'>>('HashtagCriterion').implement({
  description: 'Carries a hashtag.',
  fields: (t) => ({ hashtag: t.exposeString('hashtag', { description: 'Without #, lower case.' }) }),
});

const OpeningRef = builder.objectRef<Of<'OPENING'>>('OpeningCriterion').implement({
  description: 'Belongs to a series: its caption begins with the same words.',
  fields: (t) => ({ opening: t.exposeString('opening', { description: 'The words, lower case.' }) }),
});

const DurationRef = builder.objectRef<Of<'DURATION'>>('DurationCriterion').implement({
  description: 'Has a length within bounds.',
  fields: (t) => ({
    minimumSeconds: t.exposeFloat('minimumSeconds', { description: 'At least so many seconds.' }),
    maximumSeconds: t.exposeFloat('maximumSeconds', {
      nullable: true,
      description: 'Shorter than so many seconds; null: no bound.',
    }),
  }),
});

const CaptionLengthRef = builder.objectRef<Of<'CAPTION_LENGTH'>>('CaptionLengthCriterion').implement({
  description: 'Has a caption of a length within bounds.',
  fields: (t) => ({
    minimumCharacters: t.exposeFloat('minimumCharacters', { description: 'At least so many characters.' }),
    maximumCharacters: t.exposeFloat('maximumCharacters', {
      nullable: true,
      description: 'Shorter than so many characters; null: no bound.',
    }),
  }),
});

const SoundRef = builder.objectRef<Of<'SOUND'>>('SoundCriterion').implement({
  description: 'Uses a sound of its own, or somebody else’s.',
  fields: (t) => ({ isOwn: t.boolean({ description: 'The creator’s own sound.', resolve: ({ sound }) => sound === 'OWN' }) }),
});

const GapRef = builder.objectRef<Of<'GAP'>>('GapCriterion').implement({
  description: 'Comes some time after the creator’s video before.',
  fields: (t) => ({
    minimumHours: t.exposeFloat('minimumHours', { description: 'At least so many hours after.' }),
    maximumHours: t.exposeFloat('maximumHours', {
      nullable: true,
      description: 'Less than so many hours after; null: no bound.',
    }),
  }),
});

const VideoFormEnum = builder.enumType('VideoForm', {
  description: 'The form of a post, as far as TikTok tells it.',
  values: {
    PHOTO: { description: 'Photos; guessed from a length of 0 seconds.' },
    VERTICAL: { description: 'Higher than wide.' },
    HORIZONTAL: { description: 'Wider than high.' },
    SQUARE: { description: 'As high as wide.' },
    AI_GENERATED: { description: 'Carries the label of AI-generated content.' },
  } satisfies Record<(typeof FORMATS)[number], object>,
});

const FormatRef = builder.objectRef<Of<'FORMAT'>>('FormatCriterion').implement({
  description: 'Has a form.',
  fields: (t) => ({ form: t.field({ type: VideoFormEnum, description: 'The form.', resolve: ({ format }) => format }) }),
});

const typeNames = {
  HOURS: 'HoursCriterion',
  WEEKDAY: 'WeekdayCriterion',
  HASHTAG: 'HashtagCriterion',
  OPENING: 'OpeningCriterion',
  DURATION: 'DurationCriterion',
  CAPTION_LENGTH: 'CaptionLengthCriterion',
  SOUND: 'SoundCriterion',
  GAP: 'GapCriterion',
  FORMAT: 'FormatCriterion',
} as const satisfies Record<Criterion['kind'], string>;

export const CriterionRef = builder.unionType('Criterion', {
  description: 'What a video is like that follows a choice: the rule by which it is recognised.',
  types: [HoursRef, WeekdayRef, HashtagRef, OpeningRef, DurationRef, CaptionLengthRef, SoundRef, GapRef, FormatRef],
  resolveType: (criterion) => typeNames[criterion.kind],
});

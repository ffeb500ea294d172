import { analyzedVideo, HOUR, NOW } from './analyzed-video.test-data';
import { criterionSchema, isMet, type ChosenVideo, type Criterion } from './criterion';

const chosen = (values: Partial<ChosenVideo>): ChosenVideo => ({ ...analyzedVideo(), previousPublishedAt: null, ...values });
// A Sunday, 12:00 in Paris, 11:00 in London.
const sundayNoon = { publishedAt: NOW };
const hours = { kind: 'HOURS', weekday: null, hourFrom: 12, hourUntil: 16, timeZone: 'Europe/Paris' } as const;

it.each<[Criterion, Partial<ChosenVideo>, boolean | null]>([
  [hours, sundayNoon, true],
  [{ ...hours, timeZone: 'Europe/London' }, sundayNoon, false],
  [{ ...hours, hourFrom: 8, hourUntil: 12 }, sundayNoon, false],
  [{ ...hours, weekday: 7 }, sundayNoon, true],
  [{ ...hours, weekday: 1 }, sundayNoon, false],
  [{ kind: 'WEEKDAY', weekday: 7, timeZone: 'Europe/Paris' }, sundayNoon, true],
  [{ kind: 'HASHTAG', hashtag: 'pain' }, { hashtags: ['pain', 'four'] }, true],
  [{ kind: 'HASHTAG', hashtag: 'pai' }, { hashtags: ['pain'] }, false],
  [{ kind: 'OPENING', opening: 'le pain du' }, { openings: ['le pain du', 'le pain'] }, true],
  [{ kind: 'DURATION', minimumSeconds: 15, maximumSeconds: 30 }, { durationSeconds: 15 }, true],
  [{ kind: 'DURATION', minimumSeconds: 15, maximumSeconds: 30 }, { durationSeconds: 30 }, false],
  [{ kind: 'DURATION', minimumSeconds: 0, maximumSeconds: 15 }, { durationSeconds: 0 }, null],
  [{ kind: 'DURATION', minimumSeconds: 180, maximumSeconds: null }, { durationSeconds: 999 }, true],
  [{ kind: 'DURATION', minimumSeconds: 0, maximumSeconds: 15 }, { durationSeconds: null }, null],
  [{ kind: 'CAPTION_LENGTH', minimumCharacters: 0, maximumCharacters: 1 }, { captionLength: 0 }, true],
  [{ kind: 'CAPTION_LENGTH', minimumCharacters: 0, maximumCharacters: 1 }, { captionLength: null }, null],
  [{ kind: 'SOUND', sound: 'OWN' }, { sound: 'OWN' }, true],
  [{ kind: 'SOUND', sound: 'OWN' }, { sound: null }, null],
  [{ kind: 'GAP', minimumHours: 24, maximumHours: null }, { publishedAt: NOW, previousPublishedAt: NOW - 24 * HOUR }, true],
  [{ kind: 'GAP', minimumHours: 24, maximumHours: null }, { previousPublishedAt: null }, null],
  [{ kind: 'FORMAT', format: 'VERTICAL' }, {}, true],
  [{ kind: 'FORMAT', format: 'PHOTO' }, {}, false],
])('%j of %j is %s', (criterion, video, met) => {
  expect(isMet(criterionSchema.parse(criterion), chosen(video))).toBe(met);
});

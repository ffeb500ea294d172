import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { choiceFamilies } from './choice-families';
import type { ChoiceFamily } from './choice-key';
import type { AnalyzedVideo } from './creator-data';
import { isMet } from './criterion';
import { localTimeIn } from './local-time';

const paris = localTimeIn('Europe/Paris');
/** A video a day, the last on a Sunday at noon in Paris. */
const daily = (values: readonly Partial<AnalyzedVideo>[]): AnalyzedVideo[] =>
  values.map((value, i) => analyzedVideo({ publishedAt: NOW - (values.length - 1 - i) * DAY, ...value }));
const families = (videos: readonly AnalyzedVideo[], compared = videos.map((_video, i) => i)) =>
  new Map(choiceFamilies(videos, compared, paris).map((family) => [family.family, family]));
const groups = (family: ChoiceFamily, videos: readonly AnalyzedVideo[]) =>
  families(videos)
    .get(family)!
    .choices.map(({ key, members }) => [key, members]);

it.each<[ChoiceFamily, Partial<AnalyzedVideo>[], [string, number[]][]]>([
  [
    'HOURS',
    [{}, { publishedAt: NOW - DAY + 9 * HOUR }, {}],
    [
      ['10-14', [0, 2]],
      ['12-16', [0, 2]],
      ['18-22', [1]],
      ['20-24', [1]],
    ],
  ],
  [
    'WEEKDAY',
    [{}, {}, {}],
    [
      ['5', [0]],
      ['6', [1]],
      ['7', [2]],
    ],
  ],
  ['GAP', [{}, {}, {}], [['18-30', [1, 2]]]],
  [
    'HASHTAG',
    [{ hashtags: ['pain'] }, { hashtags: ['pain', 'four'] }, {}],
    [
      ['pain', [0, 1]],
      ['four', [1]],
    ],
  ],
  ['OPENING', [{ openings: ['le pain du'] }, {}, { openings: ['le pain du'] }], [['le pain du', [0, 2]]]],
  [
    'DURATION',
    [{ durationSeconds: 200 }, { durationSeconds: 0 }, { durationSeconds: 20 }, { durationSeconds: null }],
    [
      ['15-30', [2]],
      ['180+', [0]],
    ],
  ],
  ['CAPTION_LENGTH', [{ captionLength: 0 }, { captionLength: null }], [['0-30', [0]]]],
  [
    'SOUND',
    [{ sound: 'OWN' }, { sound: 'BORROWED' }, { sound: null }],
    [
      ['BORROWED', [1]],
      ['OWN', [0]],
    ],
  ],
  [
    'FORMAT',
    [{ isAiGenerated: true }, {}],
    [
      ['AI_GENERATED', [0]],
      ['VERTICAL', [0, 1]],
    ],
  ],
])('sorts videos by %s', (family, videos, expected) => {
  expect(groups(family, daily(videos))).toEqual(expected);
});

it('counts only videos for which the choice is known, where each has one', () => {
  const known = families(daily([{ durationSeconds: 20 }, { durationSeconds: null }, { durationSeconds: 0 }]));
  expect(known.get('DURATION')).toMatchObject({ n: 1, isShared: true });
  expect(known.get('HASHTAG')).toMatchObject({ n: 3, isShared: false });
});

it('measures the gap from the creator’s video before, also where that one is not compared', () => {
  const videos = daily([{}, {}, {}]);
  expect(families(videos, [0, 2]).get('GAP')!.choices).toMatchObject([{ key: '18-30', members: [2] }]);
});

it('takes a hashtag and an opening that always come together as one choice', () => {
  const videos = daily([
    ...Array.from({ length: 8 }, () => ({ hashtags: ['pain'], openings: ['le pain du'] })),
    ...Array.from({ length: 8 }, () => ({})),
  ]);
  expect(
    families(videos)
      .get('HASHTAG')!
      .choices.map(({ key }) => key),
  ).toEqual(['pain']);
  expect(families(videos).get('OPENING')!.choices).toEqual([]);
});

it('gives such a choice the hashtag’s name also where the opening is a little more frequent', () => {
  const videos = daily([
    ...Array.from({ length: 19 }, () => ({ hashtags: ['pain'], openings: ['le pain du'] })),
    { openings: ['le pain du'] },
    ...Array.from({ length: 8 }, () => ({})),
  ]);
  const [hashtag] = families(videos).get('HASHTAG')!.choices;
  expect(hashtag).toMatchObject({ key: 'pain', together: [] });
  expect(hashtag!.members).toHaveLength(19);
  expect(families(videos).get('OPENING')!.choices).toEqual([]);
});

it('puts exactly the videos into a choice that meet its criterion', () => {
  const videos = daily([
    { hashtags: ['a'], durationSeconds: 10, captionLength: 200, sound: 'OWN', openings: ['x y'] },
    { hashtags: ['a', 'b'], durationSeconds: 100, captionLength: 10, sound: 'BORROWED', publishedAt: NOW - 2 * DAY + 5 * HOUR },
    { width: 1024, height: 576 },
  ]);
  for (const { choices } of families(videos).values()) {
    for (const { criterion, members } of choices) {
      const met = videos.flatMap((video, i) =>
        isMet(criterion, { ...video, previousPublishedAt: videos[i - 1]?.publishedAt ?? null }) ? [i] : [],
      );
      expect(members).toEqual(met);
    }
  }
});

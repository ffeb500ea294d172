import { analyzedVideo } from './analyzed-video.test-data';
import { DURATION_BANDS, durationChoices } from './duration-bands';
import { formatChoices, formatsOf } from './formats';

it.each([
  [{ width: 576, height: 1024 }, ['VERTICAL']],
  [{ width: 1024, height: 576 }, ['HORIZONTAL']],
  [{ width: 720, height: 720 }, ['SQUARE']],
  [{ width: null, height: 1024 }, []],
  [{ width: 0, height: 0 }, []],
  [{ durationSeconds: 0 }, ['PHOTO', 'VERTICAL']],
  [{ isAiGenerated: true }, ['VERTICAL', 'AI_GENERATED']],
  [{ isAiGenerated: null }, ['VERTICAL']],
])('A post with %j is %j', (values, formats) => {
  expect(formatsOf(analyzedVideo(values))).toEqual(formats);
});

it('offers only formats that the creator has used', () => {
  const shapes = [analyzedVideo(), analyzedVideo({ isAiGenerated: true })];
  expect(formatChoices([0, 1], (i) => shapes[i]!)).toEqual([
    { key: 'VERTICAL', members: [0, 1] },
    { key: 'AI_GENERATED', members: [1] },
  ]);
});

it('puts each known length into one band', () => {
  const seconds = [1, 14, 15, 29, 30, 60, 179, 180, 600, 0, null];
  const { universe, choices } = durationChoices(
    seconds.map((_unused, i) => i),
    (i) => seconds[i]!,
  );
  expect(universe).toHaveLength(9);
  expect(choices.map(({ key, members }) => [key, members])).toEqual([
    ['0-15', [0, 1]],
    ['15-30', [2, 3]],
    ['30-60', [4]],
    ['60-180', [5, 6]],
    ['180+', [7, 8]],
  ]);
  expect(DURATION_BANDS.map(({ key }) => key)).toEqual(choices.map(({ key }) => key));
});

import { analyzedVideo } from './analyzed-video.test-data';
import { formatsOf } from './formats';

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

import { candidatesAmong, refuseChoice, refuseVideo, type PublishedVideo } from './choose-video';
import type { Prediction } from './prediction';
import { HOUR_MS, inTheMorning, START } from './test-world';

const at = (hours: number) => new Date(START + hours * HOUR_MS);

const waiting: Prediction = {
  id: 'p',
  connectionId: 'c',
  recommendationId: 'r',
  type: 'TIMING',
  criterion: null,
  effect: 0.5,
  effectLow: 0.2,
  effectHigh: 0.8,
  intervalLevel: 0.9,
  n: 40,
  level: 7,
  scatter: 1,
  levelVideos: 200,
  methodVersion: 'single-video/1',
  registeredAt: at(0),
  expiresAt: at(60 * 24),
  cancelledAt: null,
  videoId: null,
  linkedAt: null,
  linkedBy: null,
  verdict: null,
  undecidedReason: null,
  settledAt: null,
};
const named = { videoId: 'v', linkedAt: at(5), linkedBy: 'CREATOR' } as const;

const video: PublishedVideo = {
  id: 'v',
  publishedAt: START + 3 * HOUR_MS,
  previousPublishedAt: null,
  durationSeconds: 20,
  isAiGenerated: null,
  width: null,
  height: null,
  hashtags: [],
  openings: [],
  captionLength: null,
  sound: null,
};

describe('refuseChoice', () => {
  it.each([
    ['it waits', {}, 10],
    ['the creator named a video that is still young', named, 26],
  ])('lets the creator say while %s', (_case, state, hours) => {
    expect(refuseChoice({ ...waiting, ...state }, video, at(hours))).toBeNull();
  });

  it.each([
    ['the video named is a day old', named, 28, /its result is known/],
    ['the criterion recognised the video', { ...named, linkedBy: 'CRITERION' } as const, 10, /recognised by the rule/],
    ['it was taken back', { cancelledAt: at(1) }, 10, /taken back/],
    ['it expired', { verdict: 'UNDECIDED', undecidedReason: 'NO_VIDEO', settledAt: at(1_500) } as const, 1_501, /within 60 days/],
    ['it was judged', { ...named, verdict: 'MISS', settledAt: at(180) } as const, 181, /verdict/],
    ['nothing was predicted', { level: null, settledAt: at(0) }, 1, /no level/],
  ])('says so when %s', (_case, state, hours, sentence) => {
    expect(refuseChoice({ ...waiting, ...state }, video, at(hours))?.message).toMatch(sentence);
  });
});

describe('refuseVideo', () => {
  const inTheEvening = { ...video, publishedAt: START + 12 * HOUR_MS };
  it.each([
    ['it came after and is young', waiting, video, 26],
    ['it meets the criterion', { ...waiting, criterion: inTheMorning }, video, 10],
    [
      'nobody can tell whether it meets the criterion',
      { ...waiting, criterion: { kind: 'SOUND', sound: 'OWN' } as const },
      video,
      10,
    ],
  ])('accepts a video when %s', (_case, prediction, candidate, hours) => {
    expect(refuseVideo(prediction, candidate, at(hours))).toBeNull();
  });

  it.each([
    ['it was there before', waiting, { ...video, publishedAt: START }, 10, /between the registration/],
    ['it came after the advice was taken back', { ...waiting, cancelledAt: at(2) }, video, 10, /between the registration/],
    ['it is a day old', waiting, video, 27, /picking a winner/],
    ['it does something else', { ...waiting, criterion: inTheMorning }, inTheEvening, 14, /does not do what/],
  ])('refuses a video when %s', (_case, prediction, candidate, hours, sentence) => {
    expect(refuseVideo(prediction, candidate, at(hours))?.message).toMatch(sentence);
  });
});

it('offers the young videos that came after, the newest first, and none once a video is linked', () => {
  const videos = [-2, 3, 20, 25].map((hours) => ({ ...video, id: `at ${hours}`, publishedAt: START + hours * HOUR_MS }));
  expect(candidatesAmong(waiting, videos, at(26))).toEqual(['at 25', 'at 20', 'at 3']);
  expect(candidatesAmong(waiting, videos, at(28))).toEqual(['at 25', 'at 20']);
  expect(candidatesAmong({ ...waiting, ...named }, videos, at(26))).toEqual([]);
});

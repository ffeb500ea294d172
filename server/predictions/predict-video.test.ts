import fc from 'fast-check';
import { predictVideo, type VideoOutlook } from './predict-video';

const usual: VideoOutlook = {
  level: Math.log(1_000),
  scatter: 1,
  levelVideos: 200,
  effect: 0.5,
  effectLow: 0.2,
  effectHigh: 0.8,
  intervalLevel: 0.9,
};
const at = (ageHours: number, outlook: Partial<VideoOutlook> = {}) =>
  predictVideo({ ...usual, ...outlook }).find((horizon) => horizon.ageHours === ageHours)!;

it('has the baseline on the median path, the expectation exp(effect) above it, and the interval around that', () => {
  const [day, twoDays, week] = predictVideo(usual);
  expect([day, twoDays, week].map((horizon) => Math.round(horizon!.baselineViews))).toEqual([470, 670, 1_000]);
  for (const { baselineViews, expectedViews, lowViews, highViews } of predictVideo(usual)) {
    expect(expectedViews).toBeCloseTo(baselineViews * Math.exp(0.5), 6);
    expect(Math.sqrt(lowViews * highViews)).toBeCloseTo(expectedViews, 6);
  }
});

it('adds the variances of a video, the level and the effect at 7 days', () => {
  const single = Math.sqrt(((5 * 1.09 ** 2 + 200) / 205) * (1 + 1 / 39));
  const deviation = Math.hypot(single, 0.3 / 1.645);
  expect(Math.log(at(168).highViews / at(168).expectedViews)).toBeCloseTo(1.2816 * deviation, 2);
  expect(at(168).probability).toBeCloseTo(0.685, 2);
});

it.each([
  [24, 0.486],
  [48, 0.258],
])('is wider at %d hours by the spread of growth, %d in ln', (ageHours, spread) => {
  const deviationOf = (age: number) => Math.log(at(age).highViews / at(age).expectedViews) / 1.2816;
  expect(Math.sqrt(deviationOf(ageHours) ** 2 - deviationOf(168) ** 2)).toBeCloseTo(spread, 2);
});

it('does not promise a narrow interval to a creator whose few videos were all equal', () => {
  const { lowViews, highViews } = at(168, { scatter: 0, levelVideos: 5 });
  expect(highViews / lowViews).toBeGreaterThan(5);
});

it('says even odds without an effect, and never more than the effect allows', () => {
  expect(at(168, { effect: 0, effectLow: -0.3, effectHigh: 0.3 }).probability).toBeCloseTo(0.5, 6);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 15, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.integer({ min: 5, max: 10_000 }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (level, scatter, levelVideos, effect, half) => {
        const outlook = {
          level,
          scatter,
          levelVideos,
          effect,
          effectLow: effect - half,
          effectHigh: effect + half,
          intervalLevel: 0.9,
        };
        for (const { baselineViews, lowViews, expectedViews, highViews, probability } of predictVideo(outlook)) {
          expect(lowViews).toBeLessThan(expectedViews);
          expect(expectedViews).toBeLessThan(highViews);
          expect(Number.isFinite(highViews) && baselineViews > 0).toBe(true);
          expect(probability).toBeLessThanOrEqual(1);
          expect(probability).toBeGreaterThanOrEqual(0);
          if (Math.abs(effect) > 0.001) expect(probability > 0.5).toBe(effect > 0);
        }
        // A constant added to ln(views) moves everything and changes no probability.
        const moved = predictVideo({ ...outlook, level: level + 1 });
        expect(moved.map(({ probability }) => probability)).toEqual(predictVideo(outlook).map(({ probability }) => probability));
      },
    ),
  );
});

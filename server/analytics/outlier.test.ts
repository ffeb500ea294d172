import fc from 'fast-check';
import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { compareVideos, comparisonAt } from './comparisons';
import { FEWEST_VIDEOS_FOR_OUTLIERS, fitOutlierModel, growthSpread, outlierOf } from './outlier';
import { median, robustScatter } from './robust-scatter';
import { seededRandom } from './seeded-random';
import { simulateCreator } from './simulated-creator';

const OLD = 500;
const rowsOf = (residuals: readonly number[]) => residuals.map((residual) => ({ residual, ageHours: OLD }));
/** Quantiles of a creator with the usual scatter and hardly a tail. */
const ordinary = Array.from({ length: 99 }, (_unused, i) => 1.05 * Math.log((i + 1) / (99 - i)) * 0.55);

/** The outlier of the last video given, once all of them stand against the level. */
function outlierOfLast(views: readonly number[], ageHours = OLD) {
  const videos = views.map((count, i) =>
    analyzedVideo({
      views: count,
      publishedAt: i === views.length - 1 ? NOW - ageHours * HOUR : NOW - (views.length + 40 - i) * DAY,
    }),
  );
  const compared = compareVideos(videos);
  return comparisonAt(compared, views.length - 1)?.outlier;
}

test.each([
  ['+0', 0, 'NONE'],
  ['five times the level, which one video in ten reaches', Math.log(5), 'NONE'],
  ['a thousand times the level', Math.log(1_000), 'UP'],
  ['a five hundredth of the level', -Math.log(500), 'DOWN'],
])('a residual of %s', (_case, residual, direction) => {
  const model = fitOutlierModel(rowsOf([...ordinary, residual]))!;
  expect(outlierOf(model, { residual, ageHours: OLD })).toMatchObject({ direction, n: 100 });
});

test('nothing is said of fewer than ten compared videos', () => {
  expect(outlierOfLast([...Array<number>(8).fill(900), 1_000_000])).toBeNull();
  expect(outlierOfLast([...Array<number>(9).fill(900), 1_000_000])).toMatchObject({ direction: 'UP', n: 10 });
});

test('among equal videos none is an outlier, and one of a thousand times their views is', () => {
  const equal = Array<number>(29).fill(2_000);
  const same = outlierOfLast([...equal, 2_000])!;
  expect(same.direction).toBe('NONE');
  expect(same.upProbability + same.downProbability).toBeLessThan(0.05);
  expect(outlierOfLast([...equal, 2_000_000])!.upProbability).toBeGreaterThan(0.999);
  expect(outlierOfLast([...equal, 0])!.downProbability).toBeGreaterThan(0.999);
  expect(outlierOfLast([...equal, 4_000])!.direction).toBe('NONE');
});

test('the same distance from the level is less certain in a young video', () => {
  const model = fitOutlierModel(rowsOf(ordinary))!;
  const at = (ageHours: number) => outlierOf(model, { residual: 4.5, ageHours }).upProbability;
  expect(at(8)).toBeLessThan(at(24));
  expect(at(24)).toBeLessThan(at(72));
  expect(at(72)).toBeLessThan(at(200));
  expect(at(200)).toBe(at(2_000));
});

test.each([
  [6, 1.25],
  [24, 0.57],
  [48, 0.3],
  [96, 0.1],
  [168, 0],
  [5_000, 0],
])('at %i hours views at 7 days spread by %f in ln around the median path', (ageHours, spread) => {
  expect(growthSpread(ageHours)).toBeCloseTo(spread, 2);
});

test('the ordinary part has the median and the robust scatter of the videos', () => {
  const { centre, left, right } = fitOutlierModel(rowsOf(ordinary))!;
  const random = seededRandom(4);
  const drawn = Array.from({ length: 200_000 }, () => {
    const half = Math.abs(Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
    return random() < left / (left + right) ? centre - half * left : centre + half * right;
  });
  expect(median(drawn)).toBeCloseTo(median(ordinary), 1);
  // 99 videos outweigh what is usual, though not quite.
  expect(Math.abs(robustScatter(drawn) - robustScatter(ordinary))).toBeLessThan(0.03);
});

test('of the videos called outliers with probability p, about the share p are', () => {
  const random = seededRandom(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const bands = [0.05, 0.2, 0.5, 0.8, 1.1].map((until) => ({ until, n: 0, said: 0, true: 0 }));
  for (let creator = 0; creator < 400; creator++) {
    const scale = Math.exp(Math.log(1.03) + 0.33 * normal());
    const [up, down] = [0.06 * random(), 0.01 * random()];
    const [left, right] = [scale / Math.sqrt(1.8), scale * Math.sqrt(1.8)];
    const drawn = Array.from({ length: 100 }, () => {
      const kind = random();
      const half = Math.abs(normal());
      if (kind < up + down) return { residual: 3 * scale * (kind < up ? half : -half), isOutlier: true };
      return { residual: random() < left / (left + right) ? -half * left : half * right, isOutlier: false };
    });
    const model = fitOutlierModel(rowsOf(drawn.map(({ residual }) => residual)))!;
    for (const { residual, isOutlier } of drawn) {
      const { upProbability, downProbability } = outlierOf(model, { residual, ageHours: OLD });
      const band = bands.find(({ until }) => upProbability + downProbability < until)!;
      band.n += 1;
      band.said += upProbability + downProbability;
      band.true += Number(isOutlier);
    }
  }
  for (const { n, said, true: hits } of bands) {
    const share = said / n;
    // Five points beside the error of counting: 119 to 36,000 videos a band.
    expect(Math.abs(hits / n - share)).toBeLessThan(0.05 + 2 * Math.sqrt((share * (1 - share)) / n));
  }
});

test('among creators without any outlier few videos are called one', () => {
  let called = 0;
  let videos = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const compared = compareVideos(simulateCreator({ videos: 100, random: seededRandom(seed) }));
    for (let i = 0; i < 100; i++) {
      const outlier = comparisonAt(compared, i)?.outlier;
      videos += 1;
      called += Number(outlier?.direction !== 'NONE');
    }
  }
  expect(videos).toBe(6_000);
  expect(called / videos).toBeLessThan(0.005);
});

const residuals = fc.array(fc.double({ min: -12, max: 12, noNaN: true }), {
  minLength: FEWEST_VIDEOS_FOR_OUTLIERS,
  maxLength: 60,
});

test('probabilities are probabilities, whatever the residuals and the age', () => {
  fc.assert(
    fc.property(
      residuals,
      fc.double({ min: 0, max: 1e5, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (all, ageHours, residual) => {
        const { upProbability, downProbability } = outlierOf(fitOutlierModel(rowsOf(all))!, { residual, ageHours });
        expect(upProbability).toBeGreaterThanOrEqual(0);
        expect(downProbability).toBeGreaterThanOrEqual(0);
        expect(upProbability + downProbability).toBeLessThanOrEqual(1 + 1e-12);
      },
    ),
  );
});

test('the order of the rows is irrelevant', () => {
  fc.assert(
    fc.property(residuals, fc.integer(), (all, seed) => {
      const random = seededRandom(seed);
      const shuffled = all
        .map((value) => [random(), value] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, value]) => value);
      expect(fitOutlierModel(rowsOf(shuffled))).toEqual(fitOutlierModel(rowsOf(all)));
    }),
  );
});

test('a constant added to ln(views) changes nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 10, max: 40 }),
      fc.integer({ min: 2, max: 1_000 }),
      (seed, videos, factor) => {
        const made = simulateCreator({ videos, random: seededRandom(seed) }).map((video) => ({
          ...video,
          views: 1_000 + video.views!,
        }));
        const outliers = (all: typeof made) => {
          const compared = compareVideos(all);
          return all.map((_video, i) => comparisonAt(compared, i)?.outlier);
        };
        const before = outliers(made);
        for (const [i, after] of outliers(made.map((video) => ({ ...video, views: video.views * factor }))).entries()) {
          expect(after!.upProbability).toBeCloseTo(before[i]!.upProbability, 6);
          expect(after!.downProbability).toBeCloseTo(before[i]!.downProbability, 6);
        }
      },
    ),
    { numRuns: 40 },
  );
});

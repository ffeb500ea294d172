import fc from 'fast-check';
import { measureAt, type ViewsReading } from './measure-video';

const HOUR_MS = 3_600_000;
const publishedAt = Date.UTC(2026, 10, 2);
const reading = (age: number, views: number): ViewsReading => ({ observedAt: publishedAt + age * HOUR_MS, views });
const measure = (ageHours: number, before: ViewsReading | null, after: ViewsReading | null, nowAge: number, isGone = false) =>
  measureAt({ publishedAt, ageHours, before, after, isGone }, publishedAt + nowAge * HOUR_MS);

describe('measureAt', () => {
  it('takes a reading at the very age', () => {
    expect(measure(24, reading(24, 500), reading(24, 500), 24)).toEqual({ views: 500 });
  });

  it('goes straight in ln–ln between the readings around the age', () => {
    const measured = measure(24, reading(16, 400), reading(32, 900), 32);
    const expected = Math.exp(Math.log(400) + (Math.log(24 / 16) / Math.log(2)) * Math.log(900 / 400));
    expect(measured).toEqual({ views: expect.closeTo(expected, 6) });
  });

  it.each([
    [
      'the readings are more than a factor of two apart and none is near',
      reading(10, 300),
      reading(50, 900),
      60,
      false,
      { missing: 'NO_READING' },
    ],
    [
      'only an early reading is there and the time for another is over',
      reading(10, 300),
      null,
      49,
      false,
      { missing: 'NO_READING' },
    ],
    ['nothing was ever read', null, null, 49, false, { missing: 'NO_READING' }],
    ['the video is gone and the time for its return is over', reading(10, 300), null, 49, true, { missing: 'VIDEO_GONE' }],
    ['a later reading may still come', reading(23, 300), null, 40, false, 'NOT_YET'],
    ['the video is gone but may return', reading(10, 300), null, 40, true, 'NOT_YET'],
  ] as const)('does not guess when %s', (_when, before, after, nowAge, isGone, answer) => {
    expect(measure(24, before, after, nowAge, isGone)).toEqual(answer);
  });

  it('brings a reading within a tenth of the age along the median path when there is no pair', () => {
    const late = measure(24, reading(10, 300), reading(26, 500), 30) as { views: number };
    expect(late.views).toBeGreaterThan(440);
    expect(late.views).toBeLessThan(500);
    expect(measure(168, reading(160, 500), null, 200, true)).toEqual({ views: expect.closeTo(506, 0) });
    expect(measure(168, reading(160, 500), null, 337)).toEqual({ views: expect.closeTo(506, 0) });
  });

  it('takes no views as one view, and a fall as it is', () => {
    expect(measure(24, reading(20, 0), reading(30, 0), 30)).toEqual({ views: 1 });
    const fallen = measure(24, reading(20, 900), reading(30, 800), 30) as { views: number };
    expect(fallen.views).toBeGreaterThan(800);
    expect(fallen.views).toBeLessThan(900);
  });

  it('lies between the readings around, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 13, max: 24 }),
        fc.integer({ min: 24, max: 26 }),
        fc.nat(1e9),
        fc.nat(1e9),
        (a0, a1, v0, v1) => {
          const measured = measure(24, reading(a0, v0), reading(a1, v1), 30) as { views: number };
          expect(measured.views).toBeGreaterThanOrEqual(Math.max(1, Math.min(v0, v1)) * (1 - 1e-9));
          expect(measured.views).toBeLessThanOrEqual(Math.max(1, v0, v1) * (1 + 1e-9));
        },
      ),
    );
  });
});

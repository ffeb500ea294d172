import fc from 'fast-check';
import { correctionOf, recalibrate } from './recalibration';

it.each([
  ['nothing measured', 0.9, { videos: 0, above: 0, stated: 0 }, 0.9],
  ['as stated', 0.9, { videos: 20, above: 13, stated: 13 }, 0.9],
  ['ten videos, two fewer than stated', 0.9, { videos: 10, above: 4, stated: 6 }, 0.9 - 2 / 30],
  ['twenty videos, four more than stated', 0.8, { videos: 20, above: 16, stated: 12 }, 0.9],
  ['never below 0.01', 0.1, { videos: 1_000, above: 0, stated: 700 }, 0.01],
  ['never above 0.99', 0.95, { videos: 1_000, above: 1_000, stated: 600 }, 0.99],
])('%s', (_case, stated, record, recalibrated) => {
  expect(recalibrate(stated, record)).toBeCloseTo(recalibrated, 12);
});

it('leaves confidence as stated without a record', () => {
  expect(recalibrate(0.9, null)).toBe(0.9);
});

it('moves by less than half of what was seen until twenty videos are measured, and towards what came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), (videos, rate, hits) => {
      const record = { videos, above: Math.min(hits, videos), stated: rate * videos };
      const seen = (record.above - record.stated) / videos;
      expect(Math.abs(correctionOf(record))).toBeLessThanOrEqual(Math.abs(seen) / 2 + 1e-12);
      expect(Math.sign(correctionOf(record)) * Math.sign(seen)).toBeGreaterThanOrEqual(0);
    }),
  );
});

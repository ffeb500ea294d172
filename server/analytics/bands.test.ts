import { bandOf, CAPTION_LENGTH_BANDS, DURATION_BANDS, GAP_BANDS, type Band } from './bands';

it.each<[readonly Band[], number, string]>([
  [DURATION_BANDS, 1, '0-15'],
  [DURATION_BANDS, 14.9, '0-15'],
  [DURATION_BANDS, 15, '15-30'],
  [DURATION_BANDS, 60, '60-90'],
  [DURATION_BANDS, 600, '180+'],
  [CAPTION_LENGTH_BANDS, 0, '0-30'],
  [CAPTION_LENGTH_BANDS, 149, '80-150'],
  [CAPTION_LENGTH_BANDS, 150, '150+'],
  [GAP_BANDS, 24, '18-30'],
  [GAP_BANDS, 10_000, '72+'],
  [GAP_BANDS, -1, '0-6'],
])('of %j, %d is in %s', (bands, value, key) => {
  expect(bandOf(bands, value).key).toBe(key);
});

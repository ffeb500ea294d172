import { describe, expect, it } from '@jest/globals';
import { GAP_MS } from './history';
import { dailyHistory } from './past-videos.test-data';
import { FIRST_ORIGIN, rollingOrigins } from './rolling-origin';

const ids = (videos: readonly { id: string }[]) => videos.map(({ id }) => id);

describe('rolling origins', () => {
  const origins = rollingOrigins(dailyHistory(200));

  it('come after 20 videos and whenever the history has grown by a quarter, by ten at least', () => {
    expect(origins.map(({ known }) => known.length)).toEqual([20, 30, 40, 50, 63, 79, 99, 124, 155]);
  });

  it('leave seven days between the last video known and the first later one', () => {
    for (const { known, window } of origins) {
      expect(window[0]!.publishedAt - known.at(-1)!.publishedAt).toBe(GAP_MS);
    }
  });

  it('count every video after the first gap for exactly one origin', () => {
    expect(origins.flatMap(({ window }) => ids(window))).toEqual(ids(origins[0]!.later));
    expect(origins[0]!.later).toHaveLength(200 - FIRST_ORIGIN - 6);
  });

  it.each([
    [0, 0],
    [20, 0],
    // The seven days after the twentieth video are not over before the 27th.
    [26, 0],
    [27, 1],
  ])('of %d daily videos are %d', (days, count) => {
    expect(rollingOrigins(dailyHistory(days))).toHaveLength(count);
  });

  it('that come within one gap leave no video to the earlier one twice', () => {
    const crowded = dailyHistory(100, (day) => ({ publishedAt: Date.UTC(2026, 0, 5) + day * 3_600_000 * 4 }));
    const windows = rollingOrigins(crowded).flatMap(({ window }) => ids(window));
    expect(new Set(windows).size).toBe(windows.length);
  });
});

import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from './history';
import { dailyHistory, firstDay } from './past-videos.test-data';
import { usualAdvice } from './usual-methods';

const hour = DAY_MS / 24;
// 5 January 2026 is a Monday. Mondays at noon do best, twelve o'clock on Sundays is a single hit, Tuesdays have two videos.
const { videos } = dailyHistory(42, (day) => ({
  publishedAt: firstDay + day * DAY_MS + (day % 7 === 2 && day > 14 ? 9 : 12) * hour,
  views: day === 6 ? 1_000_000 : day % 7 === 0 ? 3_000 : 1_000,
  hashtags: [...(day % 7 === 0 ? ['monday'] : []), ...(day % 2 === 0 ? ['even'] : []), ...(day === 6 ? ['hit'] : [])],
}));

describe('the usual methods', () => {
  it.each([
    ['raw-heat-map', { kind: 'HOURS', weekday: 7, hourFrom: 12, hourUntil: 13, timeZone: 'UTC' }],
    // Five slots were used six times each: the first in the week.
    ['most-frequent-slot', { kind: 'HOURS', weekday: 1, hourFrom: 12, hourUntil: 13, timeZone: 'UTC' }],
    ['best-raw-hashtag', { kind: 'HASHTAG', hashtag: 'monday' }],
  ] as const)('%s picks what looks best, with three videos at least', (method, advice) => {
    expect(usualAdvice(method, videos, 'UTC')).toEqual(advice);
  });

  it('look at the local clock', () => {
    expect(usualAdvice('most-frequent-slot', videos, 'Asia/Ho_Chi_Minh')).toMatchObject({ weekday: 1, hourFrom: 19 });
  });

  it.each(['raw-heat-map', 'most-frequent-slot', 'best-raw-hashtag'] as const)(
    '%s has nothing to say about two videos',
    (method) => {
      expect(usualAdvice(method, videos.slice(0, 2), 'UTC')).toBeNull();
    },
  );
});

import { syncProgress } from './sync-run';

const base = {
  status: 'RUNNING',
  phase: 'LISTING',
  isFullListing: true,
  listedCount: 0,
  readingCount: 0,
  unavailableCount: 0,
  expectedCount: 100,
  dueCount: 0,
} as const;

describe('syncProgress', () => {
  it.each<[string, Partial<Parameters<typeof syncProgress>[0]>, number | null]>([
    ['waits at nothing', { status: 'QUEUED' }, 0],
    ['reads the profile at nothing', { phase: 'PROFILE', expectedCount: null }, 0],
    ['does not guess how many there are', { expectedCount: null, listedCount: 20, readingCount: 20 }, null],
    ['counts what is listed', { listedCount: 40, readingCount: 40 }, 0.4],
    ['stays below the end although more were listed than TikTok counts', { listedCount: 120, readingCount: 120 }, 0.99],
    [
      'counts what is due afterwards',
      { phase: 'READING', isFullListing: false, readingCount: 25, unavailableCount: 5, dueCount: 70 },
      0.3,
    ],
    ['knows no end of an empty account', { expectedCount: 0 }, 0.5],
    ['ends at one', { status: 'SUCCEEDED', phase: 'FINISHING', expectedCount: null }, 1],
  ])('%s', (_name, change, expected) => expect(syncProgress({ ...base, ...change })).toBe(expected));
});

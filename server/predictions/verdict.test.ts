import { judge } from './verdict';

it.each([
  [1_106, 'HIT', null],
  [1_105, 'UNDECIDED', 'WITHIN_MARGIN'],
  [1_000, 'UNDECIDED', 'WITHIN_MARGIN'],
  [905, 'UNDECIDED', 'WITHIN_MARGIN'],
  [904, 'MISS', null],
  [0, 'MISS', null],
])('says of %d views against a baseline of 1,000: %s', (measuredViews, verdict, undecidedReason) => {
  expect(judge({ views: measuredViews }, 1_000)).toEqual({ measuredViews, verdict, undecidedReason });
});

it('says why it cannot say, and waits as long as a reading may come', () => {
  expect(judge({ missing: 'VIDEO_GONE' }, 1_000)).toEqual({
    measuredViews: null,
    verdict: 'UNDECIDED',
    undecidedReason: 'VIDEO_GONE',
  });
  expect(judge('NOT_YET', 1_000)).toBeNull();
});

import { noticeFor, settledNotice } from './action-notice';

test('a success is told by its own text', () => {
  expect(noticeFor({ __typename: 'SyncVideosSuccess' }, 'syncStarted')).toEqual({ tone: 'good', key: 'syncStarted' });
});

test('an expected failure is told by its type, with the sentence of the server', () => {
  expect(noticeFor({ __typename: 'NotFoundError', message: 'Gone.' }, 'applied')).toEqual({
    tone: 'bad',
    key: 'NotFoundError',
    detail: 'Gone.',
  });
});

const started = { tone: 'good', key: 'syncStarted' } as const;

test.each([
  ['RUNNING', 'syncStarted', undefined],
  ['SUCCEEDED', 'syncStarted', 'syncDone'],
  ['FAILED', undefined, undefined],
  [undefined, 'syncStarted', undefined],
] as const)('"started" with the reading %s says %s, then %s', (sync, key, then) => {
  const notice = settledNotice(started, { sync, generation: 'SUCCEEDED' });
  expect([notice?.key, notice?.then]).toEqual([key, then]);
});

test('other news stays as it is', () => {
  expect(settledNotice({ tone: 'good', key: 'applied' }, { sync: 'FAILED', generation: 'FAILED' })?.key).toBe('applied');
  expect(settledNotice(undefined, { sync: 'SUCCEEDED', generation: undefined })).toBeUndefined();
});

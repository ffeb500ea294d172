import { readRecommendationSearch, recommendationParameters, recommendationVariables } from './recommendation-search';

const read = (query: string) => readRecommendationSearch(new URLSearchParams(query));

test.each([
  ['', { type: '', state: 'any', isUnreadOnly: false }],
  ['type=SCRIPT&state=open&unread=1', { type: 'SCRIPT', state: 'open', isUnreadOnly: true }],
  ['type=MAGIC&state=lost&unread=yes', { type: '', state: 'any', isUnreadOnly: false }],
])('"%s" is read as %j', (query, expected) => {
  expect(read(query)).toEqual(expected);
});

test('without filters nothing is filtered', () => {
  expect(recommendationVariables('c', read(''), new URLSearchParams())).toEqual({
    connectionId: 'c',
    filter: { types: null, state: null, isRead: null },
    first: 10,
    after: null,
  });
});

test('filters reach the question and survive in the address', () => {
  const search = read('type=TIMING&state=dismissed&unread=1');
  expect(recommendationVariables('c', search, new URLSearchParams('before=x'))).toMatchObject({
    filter: { types: ['TIMING'], state: 'DISMISSED', isRead: false },
    last: 10,
    before: 'x',
  });
  expect(recommendationParameters(search)).toEqual({ type: 'TIMING', state: 'dismissed', unread: '1' });
});

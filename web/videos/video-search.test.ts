import { readVideoSearch, searchParameters, videosVariables } from './video-search';

const read = (query: string) => readVideoSearch(new URLSearchParams(query));

test('an empty address asks for the newest videos without a filter', () => {
  expect(videosVariables('c', read(''), new URLSearchParams())).toEqual({
    connectionId: 'c',
    first: 20,
    after: null,
    orderBy: { field: 'PUBLISHED_AT', direction: 'DESC' },
    filter: { text: null, hashtag: null, minimumViews: null, availability: null, outlier: null },
  });
});

test.each([
  ['hashtag=%23cuisine', { hashtag: 'cuisine' }],
  ['views=1000', { minimumViews: '1000' }],
  ['views=lots', { minimumViews: '' }],
  ['views=-5', { minimumViews: '' }],
  ['availability=GONE', { availability: '' }],
  ['availability=UNAVAILABLE', { availability: 'UNAVAILABLE' }],
  ['outlier=up', { outlier: 'up' }],
  ['outlier=toString', { outlier: '' }],
  ['sort=likes', { sort: 'likes' }],
  ['sort=toString', { sort: 'newest' }],
  ['text=+pain+', { text: 'pain' }],
])('"%s" is read as %j', (query, expected) => {
  expect(read(query)).toMatchObject(expected);
});

test('outliers of either direction are asked for together', () => {
  const { filter } = videosVariables('c', read('outlier=both'), new URLSearchParams());
  expect(filter).toMatchObject({ outlier: ['UP', 'DOWN'] });
});

test('reading back asks for the last videos before the cursor', () => {
  const variables = videosVariables('c', read(''), new URLSearchParams('before=abc'));
  expect(variables).toMatchObject({ last: 20, before: 'abc' });
  expect(variables).not.toHaveProperty('first');
});

test('an address read and written again asks the same', () => {
  const search = read('text=pain&hashtag=four&views=10&availability=AVAILABLE&outlier=both&sort=shares');
  const written = Object.entries(searchParameters(search)).flatMap(([name, value]) => (value ? [[name, value]] : []));
  expect(readVideoSearch(new URLSearchParams(written))).toEqual(search);
});

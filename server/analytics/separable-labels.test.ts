import { separableLabels } from './separable-labels';

const lists = (...tags: string[][]) =>
  separableLabels(
    tags.map((_unused, i) => i),
    (i) => tags[i]!,
  );
const times = (count: number, tags: string[]): string[][] => Array.from({ length: count }, () => tags);

it('lists each hashtag with its videos, the most frequent first, then by name', () => {
  expect(lists(['b', 'a'], ['b'], ['c'])).toEqual([
    { key: 'b', members: [0, 1], together: [] },
    { key: 'a', members: [0], together: [] },
    { key: 'c', members: [2], together: [] },
  ]);
});

it('takes hashtags that nearly always come together as one choice', () => {
  const choices = lists(...times(19, ['food', 'mukbang']), ['food'], ...times(3, ['dance']));
  expect(choices.map(({ key, together }) => [key, together])).toEqual([
    ['food', ['mukbang']],
    ['dance', []],
  ]);
});

it('keeps apart what only often comes together', () => {
  const choices = lists(...times(8, ['food', 'mukbang']), ...times(4, ['food']));
  expect(choices.map(({ key }) => key)).toEqual(['food', 'mukbang']);
});

it('does not compare what is too rare to be told anything of', () => {
  expect(lists(...times(3, ['x', 'y'])).map(({ together }) => together)).toEqual([[], []]);
});

it('counts a hashtag written twice once', () => {
  expect(lists(['a', 'a'])).toEqual([{ key: 'a', members: [0], together: [] }]);
});

it('has nothing to list without hashtags', () => {
  expect(lists([], [])).toEqual([]);
});

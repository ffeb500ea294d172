import { creatorStyle } from './creator-style';
import type { HistoryVideo } from './creator-history';
import { simulatedHistory } from './simulated-history';

const [template] = simulatedHistory({ videos: 20 }).videos;

function video(id: string, residual: number | null, change: Partial<HistoryVideo> & { openings?: string[] } = {}): HistoryVideo {
  const { openings = [], ...rest } = change;
  return {
    ...template!,
    id,
    caption: `Légende ${id}`,
    hashtags: [],
    residual,
    chosen: { ...template!.chosen, openings },
    ...rest,
  };
}

it('shows the captions of the videos highest over the creator’s own level, the highest first, five at most', () => {
  const videos = [video('a', 0.1), video('b', 2), video('c', null), ...['d', 'e', 'f', 'g'].map((id) => video(id, 1))];
  expect(creatorStyle({ videos }).topCaptions).toEqual(['b', 'd', 'e', 'f', 'g'].map((id) => `Légende ${id}`));
});

it('shows each caption as one plain line, cut, and none that is empty', () => {
  const captions = ['<b>Un\npain</b>\u202e', '\u200b', 'x'.repeat(1_000)];
  const videos = captions.map((caption, index) => video(String(index), 3 - index, { caption }));
  expect(creatorStyle({ videos }).topCaptions).toEqual(['Un pain', 'x'.repeat(300)]);
});

it('counts a hashtag once a video, the most used first, ten at most', () => {
  const many = Array.from({ length: 20 }, (_none, index) => `tag${String(index).padStart(2, '0')}`);
  const videos = [
    video('a', 0, { hashtags: ['levain', 'levain', ...many] }),
    video('b', 0, { hashtags: ['pain'] }),
    video('c', 0, { hashtags: ['pain', 'levain'] }),
    video('d', 0, { hashtags: ['pain'] }),
  ];
  const { hashtags } = creatorStyle({ videos });
  expect(hashtags.slice(0, 3)).toEqual(['pain', 'levain', 'tag00']);
  expect(hashtags).toHaveLength(10);
});

it('names what at least three captions begin with, the longer beginning where one holds the other', () => {
  const openings = [
    ['le pain de', 'le pain'],
    ['le pain de', 'le pain'],
    ['le pain de', 'le pain'],
    ['mon four', 'mon four est'],
    ['mon four', 'mon four est'],
  ];
  const videos = openings.map((begins, index) => video(String(index), 0, { openings: begins }));
  expect(creatorStyle({ videos }).series).toEqual(['le pain de']);
});

it('has nothing to show of nobody’s videos', () => {
  expect(creatorStyle({ videos: [] })).toEqual({ topCaptions: [], hashtags: [], series: [] });
});

import { expect, it } from '@jest/globals';
import { videoName, windowName } from './video-name';

it.each([
  [{ title: ' A title ', description: 'A caption' }, 'A title'],
  [{ title: '\t\n', description: 'A caption' }, 'A caption'],
  [{ title: null, description: ' A caption' }, 'A caption'],
])('calls %j the same on the page and in its window', (video, name) => {
  expect(videoName(video, 'Untitled')).toBe(name);
  expect(windowName(video)).toBe(name);
});

it('has a text for what has no name, and leaves the window the page’s own', () => {
  expect(videoName({ title: ' ', description: '' }, 'Untitled')).toBe('Untitled');
  expect(windowName({ title: ' ', description: '' })).toBeUndefined();
});

it('cuts a long name between characters', () => {
  expect(windowName({ title: '👍'.repeat(71), description: null })).toBe('👍'.repeat(70));
});

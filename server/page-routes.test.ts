import type { Request, Response } from 'express';
import { notePageRoute } from './page-routes';

const note = notePageRoute({
  root: { id: 'root', path: '' },
  'routes/home': { id: 'routes/home', parentId: 'root' },
  'routes/shell': { id: 'routes/shell', parentId: 'root' },
  'routes/videos': { id: 'routes/videos', parentId: 'routes/shell', path: 'tiktok/videos' },
  'routes/video': { id: 'routes/video', parentId: 'routes/shell', path: 'tiktok/videos/:id' },
  'routes/best': { id: 'routes/best', parentId: 'routes/shell', path: 'tiktok/videos/best' },
  'routes/missing': { id: 'routes/missing', parentId: 'root', path: '*' },
});

it.each([
  ['/', '/'],
  ['/_root.data', '/'],
  ['/tiktok/videos', '/tiktok/videos'],
  ['/tiktok/videos/', '/tiktok/videos'],
  ['/tiktok/videos/best', '/tiktok/videos/best'],
  ['/tiktok/videos/VmlkZW86MQ==', '/tiktok/videos/:id'],
  ['/tiktok/videos/VmlkZW86MQ==.data', '/tiktok/videos/:id'],
  ['/wp-login.php', undefined],
  ['/tiktok/videos/1/2', undefined],
])('%s is the page %s', (path, pattern) => {
  const response = { locals: {} } as Response;
  note({ path } as Request, response, () => undefined);
  expect(response.locals.pageRoute).toBe(pattern);
});

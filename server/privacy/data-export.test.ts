import { expect, it } from '@jest/globals';
import { exportsPerDay, exportWindowMs, isDownloadable, nextExportAt, progressOf } from './data-export';

const now = new Date('2026-11-22T12:00:00Z');
const later = new Date(now.getTime() + 1);
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3600_000);

it.each([
  ['waits', 'QUEUED', null, null, false],
  ['is being made', 'RUNNING', null, null, false],
  ['is ready', 'SUCCEEDED', null, later, true],
  ['was downloaded', 'SUCCEEDED', now, later, false],
  ['has expired this moment', 'SUCCEEDED', null, now, false],
  ['failed', 'FAILED', null, null, false],
] as const)('An archive that %s can be downloaded or not', (_case, status, downloadedAt, expiresAt, expected) => {
  expect(isDownloadable({ status, downloadedAt, expiresAt }, now)).toBe(expected);
});

it.each([
  ['QUEUED', 0, 0, 0],
  ['RUNNING', 30, 60, 0.5],
  // Rows are counted before the last files are written.
  ['RUNNING', 60, 60, 0.99],
  ['SUCCEEDED', 60, 60, 1],
] as const)('Of an archive that is %s with %d of %d rows, %d is done', (status, doneRows, totalRows, progress) => {
  expect(progressOf({ status, doneRows, totalRows })).toBe(progress);
});

it('lets nobody ask for more than a day’s number, and says when the next may follow', () => {
  const times = Array.from({ length: exportsPerDay }, (_, index) => hoursAgo(index + 1));
  expect(nextExportAt(times.slice(1), now)).toBeNull();
  expect(nextExportAt(times, now)).toEqual(new Date(hoursAgo(exportsPerDay).getTime() + exportWindowMs));
  expect(nextExportAt([...times.slice(1), hoursAgo(24)], now)).toBeNull();
});

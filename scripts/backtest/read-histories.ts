import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { AnalyzedVideo } from '../../server/analytics/creator-data';
import { normalizeHashtag } from '../../server/videos/hashtags';
import { historyOf, type History } from './history';

const count = z.number().int().min(0);
/** Unix seconds; a number of milliseconds is refused. */
const seconds = z.number().min(0).max(100_000_000_000);

const recordSchema = z.object({
  creator: z.string().min(1),
  followers: count.nullish(),
  createTime: seconds,
  snapshotTime: seconds,
  views: count.nullable(),
  likes: count.nullish(),
  comments: count.nullish(),
  shares: count.nullish(),
  durationSec: z.number().min(0).nullish(),
  hashtags: z.array(z.string()).nullish(),
  musicOriginal: z.boolean().nullish(),
  descriptionLength: count.nullish(),
});
type VideoRecord = z.infer<typeof recordSchema>;

/** The file cannot be used; the message is one sentence for whoever ran the command. */
export class HistoryFileError extends Error {}

export interface ReadHistories {
  histories: History[];
  /** Of the file, before anything is left out. */
  creators: number;
  videos: number;
}

/**
 * Reads one JSON record a line, gzipped where the name ends in `.gz`, line by line; creators may come in any order.
 * @throws HistoryFileError with the number of the line that cannot be read
 */
export async function readHistories(file: string, timeZone: string): Promise<ReadHistories> {
  const byCreator = new Map<string, AnalyzedVideo[]>();
  let line = 0;
  let videos = 0;
  try {
    for await (const text of linesOf(file)) {
      line++;
      if (text.trim() === '') continue;
      const record = parseRecord(text, line, file);
      const list = byCreator.get(record.creator) ?? [];
      byCreator.set(record.creator, list);
      list.push(toVideo(record, line));
      videos++;
    }
  } catch (error) {
    if (error instanceof HistoryFileError) throw error;
    throw new HistoryFileError(`${file} cannot be read: ${(error as Error).message}.`);
  }
  if (videos === 0) throw new HistoryFileError(`${file} holds no videos.`);
  return {
    histories: [...byCreator].map(([creator, list]) => historyOf(creator, timeZone, list)),
    creators: byCreator.size,
    videos,
  };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  // A broken archive must reach the reader as an error; pipeline ends both streams with it.
  const input = file.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw;
  let failure: Error | null = null;
  input.on('error', (error: Error) => (failure = error));
  for await (const text of createInterface({ input, crlfDelay: Infinity })) yield text;
  if (failure) throw failure;
}

function parseRecord(text: string, line: number, file: string): VideoRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HistoryFileError(`Line ${line} of ${file} is not JSON.`);
  }
  const parsed = recordSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new HistoryFileError(`Line ${line} of ${file} has a wrong ${path.join('.') || 'record'}: ${message}.`);
}

/** Followers are left out: the file knows those of the reading, which is later than the advice. */
function toVideo(record: VideoRecord, line: number): AnalyzedVideo {
  return {
    id: `line-${String(line).padStart(9, '0')}`,
    publishedAt: record.createTime * 1000,
    observedAt: record.snapshotTime * 1000,
    durationSeconds: record.durationSec ?? null,
    isAiGenerated: null,
    width: null,
    height: null,
    hashtags: [...new Set((record.hashtags ?? []).map(normalizeHashtag).filter(Boolean))],
    openings: [],
    captionLength: record.descriptionLength ?? null,
    sound: record.musicOriginal == null ? null : record.musicOriginal ? 'OWN' : 'BORROWED',
    views: record.views,
    likes: record.likes ?? null,
    comments: record.comments ?? null,
    shares: record.shares ?? null,
    followersAtPublication: null,
  };
}

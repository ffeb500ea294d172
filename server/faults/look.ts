import type { FaultWorld, Person, Side } from './fault-world';

/** A run as its person sees it. */
export interface SeenRun {
  status: string;
  run: string;
  error: string | null;
  message: string | null;
  retryReason: string | null;
  unreadableCount: number;
}

interface Answer {
  node: {
    status: string;
    avatarUrl: string | null;
    latestSync: {
      status: string;
      error: { code: string; message: string } | null;
      retryReason: { code: string; message: string } | null;
      unreadableCount: number;
    };
    videos: {
      edges: { node: { coverUrl: string | null; musicName: string | null; measurements: { field: string; status: string }[] } }[];
    };
  };
}

const document = `query ($id: ID!) {
  node(id: $id) {
    ... on TikTokConnection {
      status avatarUrl
      latestSync { status error { code message } retryReason { code message } unreadableCount }
      videos(first: 1) { edges { node { coverUrl musicName measurements { field status } } } }
    }
  }
}`;

const ask = async ({ browser, connectionId }: Person) => (await browser.query<Answer>(document, { id: connectionId })).node;

export async function seeRun(person: Person): Promise<SeenRun> {
  const { status, latestSync } = await ask(person);
  const { error, retryReason, unreadableCount } = latestSync;
  return {
    status,
    run: latestSync.status,
    error: error?.code ?? null,
    message: error?.message ?? retryReason?.message ?? null,
    retryReason: retryReason?.code ?? null,
    unreadableCount,
  };
}

/** The newest video's sound, and why it is missing. */
export async function seeSound(person: Person): Promise<{ musicName: string | null; why: string | undefined }> {
  const video = (await ask(person)).videos.edges[0]!.node;
  return { musicName: video.musicName, why: video.measurements.find(({ field }) => field === 'MUSIC_NAME')?.status };
}

/** A picture as the browser gets it. */
export async function seePicture(person: Person, kind: 'cover' | 'avatar'): Promise<{ http: number; bytes: string }> {
  const node = await ask(person);
  const path = kind === 'cover' ? node.videos.edges[0]!.node.coverUrl : node.avatarUrl;
  const response = await person.browser.agent.get(new URL(path ?? '/nothing', 'http://localhost').pathname).buffer(true);
  const body = response.body as unknown;
  return { http: response.status, bytes: Buffer.isBuffer(body) ? body.toString('base64') : '' };
}

export async function requestSync({ browser, connectionId }: Person): Promise<void> {
  await browser.query(
    'mutation ($input: SyncVideosInput!) { syncVideos(input: $input) { ... on SyncVideosSuccess { syncRun { id } } } }',
    {
      input: { connectionId },
    },
  );
}

export async function disconnect({ browser, connectionId }: Person): Promise<{ isRevokedAtTikTok: boolean; status: string }> {
  const { disconnectTikTok } = await browser.query<{
    disconnectTikTok: { isRevokedAtTikTok: boolean; connection: { status: string } };
  }>(
    `mutation ($input: DisconnectTikTokInput!) {
      disconnectTikTok(input: $input) { ... on DisconnectTikTokSuccess { isRevokedAtTikTok connection { status } } }
    }`,
    { input: { connectionId } },
  );
  return { isRevokedAtTikTok: disconnectTikTok.isRevokedAtTikTok, status: disconnectTikTok.connection.status };
}

/** The job that is left for a person's account: how far off its next try is, in ms, and how many it has had. */
export function seeJob(
  { test }: Side,
  { time }: Pick<FaultWorld, 'time'>,
  openId: string,
): { inMs: number; attempts: number } | null {
  const row = test.db.sqlite
    .prepare<[number, string], { inMs: number; attempts: number }>(
      `SELECT j.runAt - ? AS inMs, j.attempts FROM Job j JOIN TikTokConnection c ON instr(j.payload, c.id) > 0
       WHERE c.tiktokUserId = ? AND j.failedAt IS NULL`,
    )
    .get(time.system, openId);
  return row ?? null;
}

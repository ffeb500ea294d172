import type { Tone } from '../components/ui/notice';
import type { RunStatus } from '../graphql/generated';
import type { Texts } from '../i18n/fr';

export type NoticeKey = keyof Texts['notices'];

/** What an action tells the page: a text by key, and the server's own sentence as detail. */
export interface ActionNotice {
  tone: Tone;
  key: NoticeKey;
  detail?: string;
  /** What came of it meanwhile. */
  then?: NoticeKey;
}

type ErrorName = Extract<NoticeKey, `${string}Error`>;

/** A member of a result union → what to say: the error's own text, or that of the success. */
export function noticeFor(result: { __typename: string; message?: string }, success: NoticeKey): ActionNotice {
  return result.__typename.endsWith('Error')
    ? { tone: 'bad', key: result.__typename as ErrorName, detail: result.message }
    : { tone: 'good', key: success };
}

/** "Started" is stale news once the run is over: then it also says that it is done, or leaves the word to the run's own failure. */
export function settledNotice(
  notice: ActionNotice | undefined,
  { sync, generation }: { sync: RunStatus | undefined; generation: RunStatus | undefined },
): ActionNotice | undefined {
  const status = notice?.key === 'syncStarted' ? sync : notice?.key === 'generationStarted' ? generation : undefined;
  if (notice === undefined || status === 'FAILED') return undefined;
  return status === 'SUCCEEDED' ? { ...notice, then: notice.key === 'syncStarted' ? 'syncDone' : 'generationDone' } : notice;
}

import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PredictionPartsFragment } from '../graphql/generated';
import type { ActionNotice } from '../shell/action-notice';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { videoName } from '../videos/video-name';

const button = 'min-h-9 rounded-lg border border-line-strong px-3 text-sm font-medium hover:bg-sunken disabled:opacity-60';

/** Which video follows, named from a short list, or taken back; and the way out as long as none does. */
export function PredictionActions({
  prediction,
  title,
  recommendationId,
}: {
  prediction: PredictionPartsFragment;
  title: string;
  /** Null: it cannot be taken back from here. */
  recommendationId: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const fetcher = useFetcher<{ notice: ActionNotice }>();
  const isBusy = fetcher.state !== 'idle';
  const notice = fetcher.data?.notice;
  const { id, status, linkedBy, candidateVideos, horizons } = prediction;
  const isWaiting = status === 'WAITING';
  const canUnlink = status === 'MEASURING' && linkedBy === 'CREATOR' && horizons.every(({ verdict }) => verdict === null);
  return (
    <fetcher.Form
      method="post"
      action={urls.scoreboard()}
      aria-label={t('scoreboard.actionsFor', { title })}
      className="space-y-2"
    >
      <input type="hidden" name="predictionId" value={id} />
      {recommendationId !== null && <input type="hidden" name="recommendationId" value={recommendationId} />}
      {isWaiting && candidateVideos.length > 0 && (
        <fieldset className="min-w-0 rounded-lg border border-line p-3">
          <legend className="float-left mb-2 w-full text-sm font-medium">{t('scoreboard.linkLabel')}</legend>
          <div className="clear-both space-y-1">
            {candidateVideos.map((video) => (
              <label key={video.id} className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 text-sm">
                <input type="radio" name="videoId" value={video.id} required className="row-span-2 size-5 accent-accent" />
                <span className="truncate">
                  <bdi>{videoName(video, t('videos.untitled'))}</bdi>
                </span>
                <span className="text-xs text-muted">{format.dateTime(video.publishedAt)}</span>
              </label>
            ))}
          </div>
          <button name="intent" value="link" disabled={isBusy} className={`${button} mt-2 border-accent text-accent`}>
            {t('scoreboard.link')}
          </button>
          <p className="mt-2 text-xs text-muted">{t('scoreboard.linkHint')}</p>
        </fieldset>
      )}
      {canUnlink && (
        <button name="intent" value="unlink" disabled={isBusy} className={button}>
          {t('scoreboard.unlink')}
        </button>
      )}
      {isWaiting && recommendationId !== null && (
        <button name="intent" value="takeBack" formNoValidate disabled={isBusy} className={button}>
          {t('scoreboard.takeBack')}
        </button>
      )}
      <p
        role={notice?.tone === 'bad' ? 'alert' : 'status'}
        className={`text-sm ${notice?.tone === 'bad' ? 'text-bad' : 'text-good'}`}
      >
        {notice && !isBusy && `${t(`notices.${notice.key}`)} ${notice.detail ?? ''}`}
      </p>
    </fetcher.Form>
  );
}

import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RecommendationCardFragment } from '../graphql/generated';
import type { ActionNotice } from '../shell/action-notice';
import { urls } from '../urls';

const button = 'min-h-9 rounded-lg border border-line-strong px-3 text-sm font-medium hover:bg-sunken disabled:opacity-60';

/** Read, applied, dismissed: each says what happened beside the buttons. */
export function RecommendationActions({ recommendation }: { recommendation: RecommendationCardFragment }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ notice: ActionNotice }>();
  const { id, title, isRead, isApplied, isDismissed } = recommendation;
  const isBusy = fetcher.state !== 'idle';
  const notice = fetcher.data?.notice;
  return (
    <fetcher.Form method="post" action={urls.recommendations()} aria-label={t('recommendations.actionsFor', { title })}>
      <input type="hidden" name="recommendationId" value={id} />
      <div className="flex flex-wrap gap-2">
        {!isApplied && !isDismissed && (
          <button name="intent" value="apply" disabled={isBusy} className={`${button} border-accent text-accent`}>
            {t('recommendations.markApplied')}
          </button>
        )}
        {!isApplied && !isDismissed && (
          <button name="intent" value="dismiss" disabled={isBusy} className={button}>
            {t('recommendations.dismiss')}
          </button>
        )}
        {!isRead && !isApplied && !isDismissed && (
          <button name="intent" value="read" disabled={isBusy} className={button}>
            {t('recommendations.markRead')}
          </button>
        )}
      </div>
      <p
        role={notice?.tone === 'bad' ? 'alert' : 'status'}
        className={`text-sm ${notice?.tone === 'bad' ? 'text-bad' : 'text-good'}`}
      >
        {notice && !isBusy && `${t(`notices.${notice.key}`)} ${notice.detail ?? ''}`}
      </p>
    </fetcher.Form>
  );
}

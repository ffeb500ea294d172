import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/ui/notice';
import { ProgressBar } from '../components/ui/progress-bar';
import { SyncProgressDocument, type SyncStateFragment } from '../graphql/generated';
import type { Texts } from '../i18n/fr';
import { isUnderWay, useRunProgress } from '../shell/use-run-progress';
import { useFormat } from '../shell/use-shell';

const reasons: readonly (keyof Texts['reading']['reasons'])[] = [
  'CONNECTION_NOT_ACTIVE',
  'SCOPE_MISSING',
  'RATE_LIMITED',
  'TIKTOK_UNAVAILABLE',
  'TIKTOK_UNREADABLE',
  'TIKTOK_REFUSED',
  'UNEXPECTED',
];

/** The reason in the page's language; the server's own words for one that is not known here. */
function reasonOf({ code, message }: { code: string; message: string }, t: TFunction): string {
  const known = reasons.find((reason) => reason === code);
  return known ? t(`reading.reasons.${known}`) : message;
}

/** A reading while it runs, with a word of welcome for the first; afterwards only what went wrong. */
export function SyncProgress({ run: known, isFirst, name }: { run: SyncStateFragment; isFirst: boolean; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRunProgress(known, SyncProgressDocument, 'syncProgress');

  if (run.status === 'FAILED') {
    return (
      <Notice tone="bad" title={t('dashboard.sync.failed')}>
        {t('dashboard.sync.failedBody', { message: run.error ? reasonOf(run.error, t) : '' })}
      </Notice>
    );
  }
  if (!isUnderWay(run.status)) {
    return run.unreadableCount > 0 ? (
      <Notice tone="info">{t('reading.unreadable', { count: run.unreadableCount })}</Notice>
    ) : null;
  }
  const done = run.phase === 'LISTING' || run.phase === 'PROFILE' ? run.listedCount : Math.max(run.readingCount, run.listedCount);
  const detail = run.expectedCount
    ? t('dashboard.sync.detailOf', {
        done: format.integer(Math.min(done, run.expectedCount)),
        total: format.integer(run.expectedCount),
      })
    : t('dashboard.sync.detail', { count: done, formatted: format.integer(done) });
  return (
    <section
      aria-label={isFirst ? t('dashboard.firstSync.title', { name }) : t('dashboard.sync.READING')}
      className="rounded-2xl border border-accent/40 bg-accent-soft p-4 sm:p-6"
    >
      {isFirst && (
        <>
          <h2 className="text-lg font-semibold tracking-tight">{t('dashboard.firstSync.title', { name })}</h2>
          <p className="mt-1 mb-4 max-w-prose">{t('dashboard.firstSync.body')}</p>
        </>
      )}
      <ProgressBar
        value={run.progress}
        label={t(run.status === 'QUEUED' ? 'dashboard.sync.QUEUED' : `dashboard.sync.${run.phase}`)}
        detail={done > 0 ? detail : undefined}
      />
      {run.retryReason && <p className="mt-3 max-w-prose">{t('reading.waiting', { reason: reasonOf(run.retryReason, t) })}</p>}
    </section>
  );
}

import { useFetcher, useLocation, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../components/ui/progress-bar';
import { PassingTimeDocument, type PassingTimeQuery, type ShellQuery } from '../graphql/generated';
import { liveClient } from '../graphql/urql-state';
import type { ActionNotice } from '../shell/action-notice';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';

type PassingTime = ShellQuery['instance']['passingTime'];

const choices = [1, 7, 30];
const askEveryMs = 1_000;
const refreshEveryMs = 3_000;

/** Says that the data is made up, and lets the sandbox's days go by. */
export function DemonstrationBanner({ instance }: { instance: ShellQuery['instance'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher<{ notice: ActionNotice }>();
  const passing = usePassingTime(instance.passingTime);
  return (
    <aside aria-label={t('demonstration.label')} className="border-b border-line bg-warn-soft text-warn-ink">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2 text-sm sm:px-6">
        <p>
          <strong>{t('demonstration.title')}</strong>{' '}
          {t('demonstration.body', { date: format.date(passing?.now ?? instance.now) })}
        </p>
        {passing ? (
          <div className="w-full sm:w-72">
            <ProgressBar
              value={progressOf(passing)}
              label={t('demonstration.passing')}
              detail={`${format.date(passing.now)} → ${format.date(passing.until)}`}
            />
          </div>
        ) : (
          <fetcher.Form method="post" action={urls.demonstration} className="flex flex-wrap items-center gap-2">
            <input type="hidden" name="returnTo" value={pathname + search} />
            <span>{t('demonstration.letPass')}</span>
            {choices.map((days) => (
              <button
                key={days}
                name="days"
                value={days}
                disabled={fetcher.state !== 'idle'}
                className="min-h-8 rounded-md border border-current px-2.5 font-semibold hover:bg-card disabled:opacity-60"
              >
                {t('demonstration.days', { count: days })}
              </button>
            ))}
          </fetcher.Form>
        )}
      </div>
      {fetcher.data?.notice.tone === 'bad' && (
        <p role="alert" className="mx-auto max-w-6xl px-4 pb-2 text-sm sm:px-6">
          {t(`notices.${fetcher.data.notice.key}`)} {fetcher.data.notice.detail}
        </p>
      )}
    </aside>
  );
}

function progressOf({ from, until, now }: NonNullable<PassingTime>): number {
  const length = Date.parse(until) - Date.parse(from);
  return length <= 0 ? 1 : Math.min(1, Math.max(0, (Date.parse(now) - Date.parse(from)) / length));
}

/** Asks how far the days are while they pass; the page is asked anew every few seconds and once more at the end. */
function usePassingTime(known: PassingTime): PassingTime {
  const { revalidate } = useRevalidator();
  const [heard, setHeard] = useState<PassingTime>(null);
  const isPassing = known !== null;
  useEffect(() => {
    if (!isPassing) return;
    let lastRefresh = performance.now();
    const timer = setInterval(() => {
      void liveClient()
        .query<PassingTimeQuery>(PassingTimeDocument, {}, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data }) => {
          if (data === undefined) return;
          setHeard(data.instance.passingTime);
          if (data.instance.passingTime === null || performance.now() - lastRefresh > refreshEveryMs) {
            lastRefresh = performance.now();
            revalidate();
          }
        });
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [isPassing, revalidate]);
  const isNewer = known !== null && heard?.until === known.until && Date.parse(heard.now) > Date.parse(known.now);
  return isNewer ? heard : known;
}

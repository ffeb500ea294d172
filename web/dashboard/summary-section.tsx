import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import type { ChangeFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import type { DashboardAnalytics } from './dashboard-data';

const counts = ['viewsGained', 'followersGained', 'likesGained', 'commentsGained', 'sharesGained', 'videosPublished'] as const;
const rates = ['engagementRateByViews', 'engagementRateByFollowers', 'engagementRateByReach'] as const;

/** Counters of the period with their change, or the reason why there is none. */
export function SummarySection({ analytics: { summary, period, previousPeriod } }: { analytics: DashboardAnalytics }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card
      title={t('dashboard.summaryTitle')}
      intro={t('dashboard.summaryIntro', {
        from: format.date(period.from),
        until: format.lastDay(period.until),
        previousFrom: format.date(previousPeriod.from),
        previousUntil: format.lastDay(previousPeriod.until),
      })}
    >
      <dl className="grid grid-cols-2 gap-x-4 gap-y-6 md:grid-cols-3">
        {counts.map((key) => (
          <Metric key={key} label={t(`dashboard.metrics.${key}`)} change={summary[key]} format={format.integer} />
        ))}
        {rates.map((key) => (
          <Metric key={key} label={t(`dashboard.metrics.${key}`)} change={summary[key]} format={format.rate} />
        ))}
      </dl>
    </Card>
  );
}

function Metric({ label, change, format }: { label: string; change: ChangeFragment; format: (value: number | null) => string }) {
  const { t } = useTranslation();
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className={change.current === null ? 'text-sm' : ''}>
        {change.current === null ? (
          <span className="mt-1 block text-muted italic">{t(`dashboard.why.${change.status}`)}</span>
        ) : (
          <>
            <span className="block text-xl font-semibold sm:text-2xl">{format(change.current)}</span>
            <span className="block text-sm">
              {change.previous === null ? (
                <span className="text-muted">
                  {t('dashboard.noPrevious', { why: t(`dashboard.why.${change.previousStatus}`) })}
                </span>
              ) : (
                <>
                  <Direction change={change} />
                  <span className="block text-muted">{t('dashboard.previous', { value: format(change.previous) })}</span>
                </>
              )}
            </span>
          </>
        )}
      </dd>
    </div>
  );
}

/** A relative change where it has a meaning; around or below zero the difference itself, since -12 is no "130 % less" than 40. */
function Direction({ change: { current, previous, change, changeRate } }: { change: ChangeFragment }) {
  const format = useFormat();
  if (change === null) return null;
  const isRelative = changeRate !== null && (current ?? 0) >= 0 && (previous ?? 0) >= 0;
  const tone = change === 0 ? 'text-muted' : change < 0 ? 'text-bad' : 'text-good';
  return (
    <span className={`block font-medium ${tone}`}>
      {change !== 0 && <span aria-hidden="true">{change < 0 ? '▼ ' : '▲ '}</span>}
      {isRelative ? format.change(changeRate) : format.signed(change)}
    </span>
  );
}

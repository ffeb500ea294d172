import { useTranslation } from 'react-i18next';
import { choiceLabel } from '../components/charts/choice-label';
import { ForestChart } from '../components/charts/forest-chart';
import { Card } from '../components/ui/card';
import { useFormat } from '../shell/use-shell';
import type { ReactNode } from 'react';
import type { DashboardAnalytics } from './dashboard-data';

type Kind = 'hashtags' | 'durations' | 'formats';

/** Hashtags, durations and formats: what each is worth against the creator's level, with its doubt. */
export function ChoiceSections({ analytics, besideHashtags }: { analytics: DashboardAnalytics; besideHashtags: ReactNode }) {
  const column = 'grid min-w-0 content-start gap-6';
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className={column}>
        <ChoiceCard kind="hashtags" report={analytics.hashtags} />
        {besideHashtags}
      </div>
      <div className={column}>
        <ChoiceCard kind="durations" report={analytics.durations} />
        <ChoiceCard kind="formats" report={analytics.formats} />
      </div>
    </div>
  );
}

function ChoiceCard({ kind, report }: { kind: Kind; report: DashboardAnalytics[Kind] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasEstimates = report.effects.some(({ estimate }) => estimate !== null);
  return (
    <Card title={t(`charts.${kind}Title`)}>
      <p className="font-medium">{t(`charts.choiceVerdict.${report.verdict}`, { n: format.integer(report.n) })}</p>
      {hasEstimates && (
        <p className="mt-1 mb-4 text-sm text-muted">
          {t('charts.choiceRange', {
            level: format.wholeRate(report.intervalLevel),
            minimum: format.integer(report.minimumN),
          })}{' '}
          {t('charts.method', { version: report.methodVersion })}
        </p>
      )}
      {hasEstimates && (
        <ForestChart
          caption={t(`charts.${kind}Title`)}
          level={report.intervalLevel}
          effects={report.effects.map((effect) => ({ ...effect, label: choiceLabel(kind, effect.key, format.language) }))}
        />
      )}
    </Card>
  );
}

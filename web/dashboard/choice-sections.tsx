import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { choiceLabel } from '../components/charts/choice-label';
import { ForestChart } from '../components/charts/forest-chart';
import { Card } from '../components/ui/card';
import type { ChoiceFamily } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import type { DashboardAnalytics } from './dashboard-data';

type ChoiceReport = DashboardAnalytics['choices'][number];

/** What a reader scans first stands on the left; what goes with the making of a video on the right. */
const onTheLeft: readonly ChoiceFamily[] = ['HASHTAG', 'OPENING', 'WEEKDAY', 'GAP'];

/**
 * Every kind of choice but the hours: what each value is worth against the creator's others, with its doubt. Kinds in which nothing
 * can be estimated yet are named together at the end.
 */
export function ChoiceSections({ analytics, besideHashtags }: { analytics: DashboardAnalytics; besideHashtags: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const measured = analytics.choices.filter(hasEstimates);
  const unmeasured = analytics.choices.filter((report) => !hasEstimates(report));
  const cards = (isLeft: boolean) =>
    measured
      .filter(({ family }) => onTheLeft.includes(family) === isLeft)
      .map((report) => <ChoiceCard key={report.family} report={report} />);
  const column = 'grid min-w-0 content-start gap-6';
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className={column}>
        {besideHashtags}
        {cards(true)}
      </div>
      <div className={column}>
        {cards(false)}
        {unmeasured.length > 0 && (
          <Card title={t('charts.unmeasuredTitle')}>
            <p>
              {t('charts.unmeasured', {
                choices: format.list(
                  unmeasured.map(({ family }) => t(`charts.families.${family}`).toLocaleLowerCase(format.language)),
                ),
                minimum: format.integer(unmeasured[0]?.minimumN ?? 0),
              })}
            </p>
          </Card>
        )}
      </div>
    </div>
  );
}

function hasEstimates({ effects }: ChoiceReport): boolean {
  return effects.some(({ estimate }) => estimate !== null);
}

function ChoiceCard({ report }: { report: ChoiceReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t(`charts.families.${report.family}`);
  return (
    <Card title={title}>
      <p className="font-medium">{t(`charts.choiceVerdict.${report.verdict}`, { n: format.integer(report.n) })}</p>
      <p className="mt-1 mb-4 text-sm text-muted">
        {t('charts.choiceRange', { level: format.wholeRate(report.intervalLevel), minimum: format.integer(report.minimumN) })}{' '}
        {t('charts.method', { version: report.methodVersion })}
      </p>
      <ForestChart
        caption={title}
        level={report.intervalLevel}
        effects={report.effects.map((effect) => ({
          ...effect,
          label: choiceLabel(report.family, effect.key, format.language),
        }))}
      />
    </Card>
  );
}

import { useTranslation } from 'react-i18next';
import { DataTable } from '../components/ui/data-table';
import { Disclosure } from '../components/ui/disclosure';
import { useFormat } from '../shell/use-shell';
import { nextExpected } from './expected-path';
import { outlierProbability } from './outlier-badge';
import { roughViews } from './rough-views';
import type { VideoDetail } from './video-page';

type Growth = NonNullable<VideoDetail['growth']>;

/** Where the video is heading, in a sentence with its intervals; how that stands against the creator; and the numbers at round ages. */
export function GrowthOutlook({ growth }: { growth: Growth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = nextExpected(growth.points);
  const rough = (views: number | null) => format.integer(views === null ? null : roughViews(views));
  const range = (low: number | null, high: number | null) =>
    low === null || high === null ? '–' : t('growth.range', { low: rough(low), high: rough(high) });
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="font-semibold">{t('growth.title')}</h3>
      {next && (
        <p className="mt-1 max-w-prose">
          {t('growth.sentence', {
            views: rough(next.views),
            age: format.age(next.ageHours),
            low: rough(next.low80),
            high: rough(next.high80),
            low50: rough(next.low50),
            high50: rough(next.high50),
          })}
        </p>
      )}
      <MomentumSentence growth={growth} />
      {next && (
        <p className="mt-1 max-w-prose text-sm text-muted">
          {t(growth.otherVideos > 0 ? 'growth.basis' : 'growth.basisAlone', {
            n: format.integer(growth.n),
            others: format.integer(growth.otherVideos),
          })}
        </p>
      )}
      {growth.status === 'MEASURED' && (
        <Disclosure label={t('growth.pointsCaption')} className="mt-2">
          <DataTable
            caption={t('growth.pointsCaption')}
            columns={[
              { key: 'age', head: t('growth.age'), cell: ({ ageHours }) => format.age(ageHours) },
              {
                key: 'views',
                head: t('growth.views'),
                isNumber: true,
                cell: ({ status, views }) => (status === 'EXPECTED' ? rough(views) : format.integer(views)),
              },
              { key: 'half', head: t('growth.half'), isNumber: true, cell: ({ low50, high50 }) => range(low50, high50) },
              { key: 'most', head: t('growth.most'), isNumber: true, cell: ({ low80, high80 }) => range(low80, high80) },
              { key: 'origin', head: t('growth.origin'), cell: ({ status }) => t(`growth.statuses.${status}`) },
            ]}
            rows={growth.points}
            rowKey={({ ageHours }) => String(ageHours)}
          />
        </Disclosure>
      )}
    </div>
  );
}

function MomentumSentence({ growth: { momentum: told } }: { growth: Growth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { momentum, probability, breakingOutProbability, stallingProbability, typicalViews, factor, threshold } = told;
  if (momentum === 'UNKNOWN' || probability === null || typicalViews === null) {
    return <p className="mt-1 max-w-prose text-sm text-muted">{t(`growth.unknown.${told.unknownBecause ?? 'NOT_YET'}`)}</p>;
  }
  return (
    <p className={`mt-1 max-w-prose ${momentum === 'AS_EXPECTED' ? 'text-sm text-muted' : 'font-medium'}`}>
      {t(`growth.momentum.${momentum}`, {
        probability: outlierProbability(format, probability),
        up: format.wholeRate(breakingOutProbability),
        down: format.wholeRate(stallingProbability),
        typical: format.integer(roughViews(typicalViews)),
        factor: format.integer(factor),
        threshold: format.wholeRate(threshold),
      })}
    </p>
  );
}

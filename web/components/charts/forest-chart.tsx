import { useTranslation } from 'react-i18next';
import type { EffectsFragment } from '../../graphql/generated';
import { useFormat } from '../../shell/use-shell';
import { DataTable } from '../ui/data-table';
import { Disclosure } from '../ui/disclosure';
import { Interval, reachOf } from './interval';

export type LabelledEffect = Omit<EffectsFragment['effects'][number], 'key'> & { label: string };

/** One row per choice: n, estimate and interval around the creator's own level. Too few videos: the n alone. */
export function ForestChart({ effects, caption, level }: { effects: readonly LabelledEffect[]; caption: string; level: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reach = reachOf(effects);
  const lift = (estimate: number | null) => format.change(estimate === null ? null : Math.exp(estimate) - 1);
  return (
    <>
      <ul className="space-y-3">
        {effects.map((effect) => (
          <li
            key={effect.label}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:grid-cols-[minmax(0,9rem)_minmax(0,1fr)_7.5rem]"
          >
            <span className="truncate text-sm font-medium">{effect.label}</span>
            <span className="text-right text-sm whitespace-nowrap sm:order-3">
              {effect.estimate === null || effect.low === null || effect.high === null ? (
                <span className="text-muted">n = {format.integer(effect.n)}</span>
              ) : (
                <>
                  <span className="font-semibold">{lift(effect.estimate)}</span>
                  <span className="ml-2 text-xs text-muted">n = {format.integer(effect.n)}</span>
                </>
              )}
            </span>
            <span className="col-span-2 sm:order-2 sm:col-span-1">
              {effect.estimate === null || effect.low === null || effect.high === null ? (
                <span className="text-xs text-muted">{t('charts.verdicts.BELOW_THRESHOLD')}</span>
              ) : (
                <>
                  <Interval
                    estimate={effect.estimate}
                    low={effect.low}
                    high={effect.high}
                    reach={reach}
                    verdict={effect.verdict}
                    label={t('charts.effectRow', {
                      key: effect.label,
                      lift: lift(effect.estimate),
                      low: lift(effect.low),
                      high: lift(effect.high),
                      n: format.integer(effect.n),
                      verdict: t(`charts.verdicts.${effect.verdict}`),
                    })}
                  />
                  <span aria-hidden="true" className="block text-xs text-muted">
                    {t('charts.between', { low: lift(effect.low), high: lift(effect.high), level: format.wholeRate(level) })}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Disclosure label={t('charts.table')} className="mt-3">
        <DataTable
          caption={caption}
          columns={[
            { key: 'choice', head: t('charts.choice'), cell: ({ label }) => label },
            { key: 'n', head: t('charts.n'), isNumber: true, cell: ({ n }) => format.integer(n) },
            { key: 'estimate', head: t('charts.estimate'), isNumber: true, cell: ({ estimate }) => lift(estimate) },
            {
              key: 'interval',
              head: t('charts.interval', { level: format.wholeRate(level) }),
              isNumber: true,
              cell: ({ low, high }) => (low === null || high === null ? '–' : `${lift(low)} … ${lift(high)}`),
            },
            { key: 'verdict', head: t('charts.verdict'), cell: ({ verdict }) => t(`charts.verdicts.${verdict}`) },
          ]}
          rows={effects}
          rowKey={({ label }) => label}
        />
      </Disclosure>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../components/ui/data-table';
import type { Format } from '../i18n/format';
import { useFormat } from '../shell/use-shell';
import { intervalOf, type ChoiceRow, type GrowthRow, type NamedGainRow } from './backtest-results';

type AnyGain = NamedGainRow | ChoiceRow;

function useGainColumns(): Column<AnyGain>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'advised',
      head: t('method.gain.advised'),
      isNumber: true,
      cell: ({ creatorsAdvised, creators }) =>
        t('method.gain.ofCreators', { advised: format.integer(creatorsAdvised), creators: format.integer(creators) }),
    },
    { key: 'promised', head: t('method.gain.promised'), isNumber: true, cell: ({ apparentGain }) => lift(format, apparentGain) },
    { key: 'gain', head: t('method.gain.measured'), isNumber: true, cell: ({ gain }) => lift(format, gain) },
    {
      key: 'interval',
      head: t('method.interval'),
      isNumber: true,
      cell: (row) => {
        const interval = intervalOf(row);
        return interval ? t('method.between', { from: lift(format, interval.low), to: lift(format, interval.high) }) : '–';
      },
    },
    {
      key: 'n',
      head: t('method.gain.videosFollowing'),
      isNumber: true,
      cell: ({ videosFollowing }) => format.integer(videosFollowing),
    },
  ];
}

function lift(format: Format, value: number | null): string {
  return format.change(value === null ? null : Math.exp(value) - 1);
}

export function GainTable({ caption, rows }: { caption: string; rows: readonly NamedGainRow[] }) {
  const { t } = useTranslation();
  const columns: Column<NamedGainRow>[] = [
    {
      key: 'row',
      head: t('method.gain.advice'),
      cell: ({ type, method }) =>
        t('recommendations.labelled', { label: t(`recommendations.types.${type}`), text: t(`method.methods.${method}`) }),
    },
    ...useGainColumns(),
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ type, method }) => `${type} ${method}`} />;
}

export function ChoiceTable({ rows }: { rows: readonly ChoiceRow[] }) {
  const { t } = useTranslation();
  const columns: Column<ChoiceRow>[] = [
    { key: 'kind', head: t('charts.choice'), cell: ({ kind }) => t(`method.choices.${kind}`) },
    ...useGainColumns(),
  ];
  return <DataTable caption={t('method.gain.byChoice')} columns={columns} rows={rows} rowKey={({ kind }) => kind} />;
}

/** Median error as a share of the views: 0.25 in ln is 28 %. */
export function GrowthTable({ rows }: { rows: readonly GrowthRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const error = (value: number | null) => (value === null ? '–' : format.wholeRate(Math.exp(value) - 1));
  const columns: Column<GrowthRow>[] = [
    {
      key: 'span',
      head: t('method.growth.span'),
      cell: ({ from, to }) => (
        <>
          <Ages range={from} /> → <Ages range={to} />
        </>
      ),
    },
    {
      key: 'earlier',
      head: t('method.growth.earlier'),
      cell: ({ earlierReading }) => t(earlierReading ? 'method.growth.yes' : 'method.growth.no'),
    },
    { key: 'n', head: t('method.growth.n'), isNumber: true, cell: ({ n }) => format.integer(n) },
    { key: 'error', head: t('method.growth.error'), isNumber: true, cell: (row) => error(row.error) },
    { key: 'path', head: t('method.growth.medianPath'), isNumber: true, cell: (row) => error(row.errorMedianPath) },
    { key: 'none', head: t('method.growth.noGrowth'), isNumber: true, cell: (row) => error(row.errorNoGrowth) },
    { key: 'half', head: t('method.growth.coverage50'), isNumber: true, cell: ({ coverage50 }) => format.rate(coverage50) },
    { key: 'most', head: t('method.growth.coverage80'), isNumber: true, cell: ({ coverage80 }) => format.rate(coverage80) },
  ];
  return (
    <DataTable
      caption={t('method.growth.title')}
      columns={columns}
      rows={rows.filter(({ n }) => n > 0)}
      rowKey={({ from, to, earlierReading }) => `${from} ${to} ${earlierReading}`}
    />
  );
}

/** "12-48" as 12–48 h, "120-240" as 5–10 d; never broken over two lines. */
function Ages({ range }: { range: string }) {
  const { t } = useTranslation();
  const hours = range.split('-').map(Number);
  const isInDays = Math.max(...hours) > 48;
  const shown = hours.map((hour) => (isInDays ? hour / 24 : hour)).join('–');
  return (
    <span className="whitespace-nowrap">{t(isInDays ? 'method.growth.days' : 'method.growth.hours', { range: shown })}</span>
  );
}

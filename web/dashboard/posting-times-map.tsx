import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap, heatFills, type HeatCell } from '../components/charts/heat-map';
import type { HeatLevel } from '../components/charts/heat-level';
import { DataTable } from '../components/ui/data-table';
import { Disclosure } from '../components/ui/disclosure';
import { SelectField } from '../components/ui/field';
import { useHasScript } from '../shell/use-has-script';
import { useFormat } from '../shell/use-shell';
import type { DashboardAnalytics } from './dashboard-data';

type PostingTimes = DashboardAnalytics['postingTimes'];

const legend: { level: HeatLevel; key: 'legendBelow' | 'legendLevel' | 'legendAbove' | 'legendPale' | 'legendNone' }[] = [
  { level: 'below-3', key: 'legendBelow' },
  { level: 'above-3', key: 'legendAbove' },
  { level: 'above-1', key: 'legendPale' },
  { level: 'level', key: 'legendLevel' },
  { level: 'none', key: 'legendNone' },
];

/**
 * The week by the hour. A colour alone is an estimate without n and interval, so one cell is always read out: the one pointed at,
 * tapped, or chosen by name, at first the one with most videos. The table has all of them.
 */
export function PostingTimesMap({ times, verdict }: { times: PostingTimes; verdict: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<{ weekday: number; hour: number } | null>(null);
  const cell =
    times.cells.find(({ weekday, hour }) => weekday === chosen?.weekday && hour === chosen.hour) ?? fullest(times.cells);
  const lift = (estimate: number | null) => format.change(estimate === null ? null : Math.exp(estimate) - 1);
  const level = format.wholeRate(times.intervalLevel);
  const describe = (read: HeatCell) =>
    t(read.estimate === null ? 'charts.effectRowFew' : 'charts.effectRow', {
      key: `${format.weekday(read.weekday)} ${format.hour(read.hour)}`,
      lift: lift(read.estimate),
      low: lift(read.low),
      high: lift(read.high),
      n: format.integer(read.n),
      verdict: t(`charts.verdicts.${read.verdict}`),
    });
  return (
    <div className="min-w-0">
      <HeatMap
        cells={times.cells}
        label={`${t('charts.heatLabel')}. ${verdict}`}
        describe={describe}
        chosen={cell ?? null}
        onChoose={setChosen}
      />
      {cell && <CellReader cell={cell} words={describe(cell)} onChoose={setChosen} />}
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {legend.map(({ level: shade, key }) => (
          <li key={key} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width="12" height="12">
              <rect x="0.5" y="0.5" width="11" height="11" rx="2" className={heatFills[shade]} />
            </svg>
            {t(`charts.${key}`)}
          </li>
        ))}
      </ul>
      <Disclosure label={t('charts.cells')} className="mt-3">
        <DataTable
          caption={t('charts.cellsCaption')}
          columns={[
            { key: 'weekday', head: t('charts.weekday'), cell: ({ weekday }) => format.weekday(weekday) },
            { key: 'hour', head: t('charts.hour'), cell: ({ hour }) => format.hour(hour) },
            { key: 'n', head: t('charts.n'), isNumber: true, cell: ({ n }) => format.integer(n) },
            { key: 'estimate', head: t('charts.estimate'), isNumber: true, cell: ({ estimate }) => lift(estimate) },
            {
              key: 'interval',
              head: t('charts.interval', { level }),
              isNumber: true,
              cell: ({ low, high }) => (low === null || high === null ? '–' : `${lift(low)} … ${lift(high)}`),
            },
            { key: 'verdict', head: t('charts.verdict'), cell: ({ verdict: found }) => t(`charts.verdicts.${found}`) },
          ]}
          rows={times.cells.filter(({ n }) => n > 0)}
          rowKey={({ weekday, hour }) => `${weekday}-${hour}`}
        />
      </Disclosure>
    </div>
  );
}

/** One cell in words; with JavaScript any cell can be chosen by its name, for fingers larger than a cell and for the keyboard. */
function CellReader({
  cell,
  words,
  onChoose,
}: {
  cell: HeatCell;
  words: string;
  onChoose: (place: { weekday: number; hour: number }) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasScript = useHasScript();
  const { weekday, hour } = cell;
  return (
    <div className="mt-3 rounded-lg bg-sunken p-3 text-sm">
      <p aria-live="polite">{words}</p>
      {hasScript && (
        <div className="mt-2 grid grid-cols-2 gap-3 sm:max-w-xs">
          <SelectField
            label={t('charts.weekday')}
            value={weekday}
            onChange={(event) => onChoose({ weekday: Number(event.target.value), hour })}
            options={Array.from({ length: 7 }, (_unused, i) => ({ value: String(i + 1), label: format.weekday(i + 1) }))}
          />
          <SelectField
            label={t('charts.hour')}
            value={hour}
            onChange={(event) => onChoose({ weekday, hour: Number(event.target.value) })}
            options={Array.from({ length: 24 }, (_unused, i) => ({ value: String(i), label: format.hour(i) }))}
          />
        </div>
      )}
    </div>
  );
}

function fullest(cells: readonly HeatCell[]): HeatCell | undefined {
  return [...cells].sort((a, b) => b.n - a.n)[0];
}

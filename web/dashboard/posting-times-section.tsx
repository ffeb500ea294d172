import { useTranslation } from 'react-i18next';
import { ForestChart } from '../components/charts/forest-chart';
import { HeatMap, heatFills, type HeatCell } from '../components/charts/heat-map';
import type { HeatLevel } from '../components/charts/heat-level';
import { Card } from '../components/ui/card';
import { DataTable } from '../components/ui/data-table';
import { Disclosure } from '../components/ui/disclosure';
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

/** Weekday by hour, with the verdict in a sentence first: most creators' map says nothing, and this one says so. */
export function PostingTimesSection({ times }: { times: PostingTimes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lift = (estimate: number | null) => format.change(estimate === null ? null : Math.exp(estimate) - 1);
  const level = format.wholeRate(times.intervalLevel);
  const describe = (cell: HeatCell) =>
    t('charts.effectRow', {
      key: `${format.weekday(cell.weekday)} ${format.hour(cell.hour)}`,
      lift: lift(cell.estimate),
      low: lift(cell.low),
      high: lift(cell.high),
      n: format.integer(cell.n),
      verdict: t(`charts.verdicts.${cell.verdict}`),
    });
  const verdict = usePostingVerdict(times);
  if (times.n === 0) {
    return (
      <Card title={t('charts.postingTitle')}>
        <p className="font-medium">{verdict}</p>
      </Card>
    );
  }
  return (
    <Card title={t('charts.postingTitle')}>
      <p className="font-medium">{verdict}</p>
      <p className="mt-1 mb-4 max-w-prose text-sm text-muted">{t('charts.postingIntro', { timeZone: times.timeZone })}</p>
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <HeatMap cells={times.cells} label={`${t('charts.heatLabel')}. ${verdict}`} describe={describe} />
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
        <div className="min-w-0">
          <h3 className="mb-3 font-semibold">{t('charts.blocks')}</h3>
          <ForestChart
            caption={t('charts.blocks')}
            level={times.intervalLevel}
            effects={times.blocks.map((block) => ({
              ...block,
              label: t('charts.block', { from: format.hour(block.hourFrom), until: format.hour(block.hourUntil) }),
            }))}
          />
          <p className="mt-3 text-xs text-muted">
            {t('charts.choiceRange', { level, minimum: format.integer(times.minimumN) })}{' '}
            {t('charts.method', { version: times.methodVersion })}
          </p>
        </div>
      </div>
    </Card>
  );
}

/** The verdict in a sentence; what stands out is named, stretches before single hours. */
function usePostingVerdict({ verdict, n, minimumN, blocks, cells }: PostingTimes): string {
  const { t } = useTranslation();
  const format = useFormat();
  const numbers = { n: format.integer(n), minimum: format.integer(minimumN) };
  if (verdict !== 'HIGHER' && verdict !== 'LOWER') return t(`charts.postingVerdict.${verdict}`, numbers);
  const isClear = (found: { verdict: string }) => found.verdict === 'HIGHER' || found.verdict === 'LOWER';
  const names = [
    ...blocks.filter(isClear).map((block) => ({
      name: t('charts.block', { from: format.hour(block.hourFrom), until: format.hour(block.hourUntil) }),
      ...block,
    })),
    ...cells.filter(isClear).map((cell) => ({ name: `${format.weekday(cell.weekday)} ${format.hour(cell.hour)}`, ...cell })),
  ].map((found) => `${found.name} (${format.change(found.liftRate)}, n = ${format.integer(found.n)})`);
  return t(`charts.postingVerdict.${verdict}`, { ...numbers, blocks: format.list(names.slice(0, 4)) });
}

import { Bar, LinePath } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/use-shell';
import { DataTable } from '../ui/data-table';
import { ChartFrame, type ChartSize } from './chart-frame';
import { Plot, type PlotScales } from './plot';
import { segmentsOf, spreadPositions, summarize, type SeriesPoint } from './series';

/** Values by local day: bars for what was gained, a line for a level. Days nobody read stay empty. */
export function SeriesChart({ title, points, kind }: { title: string; points: readonly SeriesPoint[]; kind: 'bars' | 'line' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = summarize(points);
  if (facts === null) return <ChartFrame title={title} summary={t('charts.empty')} draw={null} table={null} />;

  if (facts.first.date === facts.last.date) {
    const single = t('charts.single', { value: format.integer(facts.last.value), date: format.day(facts.last.date) });
    return <ChartFrame title={title} summary={single} draw={null} table={null} />;
  }

  const words = {
    first: format.integer(facts.first.value),
    last: format.integer(facts.last.value),
    from: format.day(facts.first.date),
    until: format.day(facts.last.date),
    min: format.integer(facts.min),
    max: format.integer(facts.peak.value),
    peak: format.day(facts.peak.date),
    sum: format.integer(facts.sum),
  };
  const sentence = t(kind === 'bars' ? 'charts.sumSummary' : 'charts.summary', words);
  const summary = facts.gaps > 0 ? `${sentence} ${t('charts.gaps', { count: facts.gaps })}` : sentence;
  const draw = (size: ChartSize) => (
    <Plot
      size={size}
      label={`${title}. ${summary}`}
      xDomain={kind === 'bars' ? [-0.5, points.length - 0.5] : [0, Math.max(1, points.length - 1)]}
      values={points.flatMap(({ value }) => value ?? [])}
      xTicks={spreadPositions(points.length, size.isCompact ? 3 : 5)}
      formatX={(position) => format.day(points[position]?.date ?? '')}
      formatY={format.compact}
      startsAtZero={kind === 'bars'}
    >
      {(scales) => (kind === 'bars' ? <Bars points={points} scales={scales} /> : <Lines points={points} scales={scales} />)}
    </Plot>
  );
  return (
    <ChartFrame
      title={title}
      summary={summary}
      draw={draw}
      table={
        <DataTable
          caption={title}
          columns={[
            { key: 'date', head: t('charts.date'), cell: ({ date }) => format.longDay(date) },
            { key: 'value', head: t('charts.value'), isNumber: true, cell: ({ value }) => format.integer(value) },
          ]}
          rows={points}
          rowKey={({ date }) => date}
        />
      }
    />
  );
}

function Bars({ points, scales: { x, y, base, step } }: { points: readonly SeriesPoint[]; scales: PlotScales }) {
  const width = Math.max(0.75, step - (step > 6 ? 2 : step > 2.5 ? 1 : 0));
  return (
    <>
      {points.map(({ date, value }, position) =>
        value === null ? null : (
          <Bar
            key={date}
            x={x(position) - width / 2}
            y={Math.min(y(value), base)}
            width={width}
            height={Math.max(value === 0 ? 0 : 1, Math.abs(y(value) - base))}
            rx={Math.min(2, width / 3)}
            className={value < 0 ? 'fill-below-3' : 'fill-accent'}
          />
        ),
      )}
    </>
  );
}

function Lines({ points, scales: { x, y } }: { points: readonly SeriesPoint[]; scales: PlotScales }) {
  return (
    <>
      {segmentsOf(points).map((segment) =>
        segment.length === 1 ? (
          segment.map(({ position, value }) => (
            <circle key={position} cx={x(position)} cy={y(value)} r="3" className="fill-accent" />
          ))
        ) : (
          <LinePath
            key={segment[0]?.position}
            data={segment}
            x={({ position }) => x(position)}
            y={({ value }) => y(value)}
            className="fill-none stroke-accent"
            strokeWidth={2.25}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ),
      )}
    </>
  );
}

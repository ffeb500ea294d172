import { useTranslation } from 'react-i18next';
import { ChartFrame, type ChartSize } from '../components/charts/chart-frame';
import { Plot } from '../components/charts/plot';
import { DataTable } from '../components/ui/data-table';
import { useFormat } from '../shell/use-shell';
import { shareInterval, type CalibrationBin } from './backtest-results';

/** Stated against observed, one dot a bin with its 95 % interval; on the diagonal, what is said is what happens. */
export function CalibrationChart({ bins, ece, n }: { bins: readonly CalibrationBin[]; ece: number | null; n: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('method.calibration.chart');
  if (ece === null) return <ChartFrame title={title} summary={t('method.calibration.none')} draw={null} table={null} />;
  const intervals = bins.map((bin) => shareInterval(bin.observed, bin.n));
  const lowest = Math.min(0.5, ...bins.map(({ stated }) => stated), ...intervals.map(({ low }) => low));
  const from = Math.floor(lowest * 10) / 10;
  const summary = t('method.calibration.summary', { error: format.rate(ece), n: format.integer(n) });
  const draw = (size: ChartSize) => (
    <Plot
      size={size}
      label={`${title}. ${summary}`}
      xDomain={[from, 1]}
      values={[from, 1]}
      xTicks={[from, (from + 1) / 2, 1]}
      formatX={format.wholeRate}
      formatY={format.wholeRate}
      startsAtZero={false}
    >
      {({ x, y }) => (
        <>
          <line x1={x(from)} y1={y(from)} x2={x(1)} y2={y(1)} className="stroke-line-strong" strokeDasharray="4 4" />
          {bins.map(({ stated, observed, from: key }, i) => (
            <g key={key}>
              <line
                x1={x(stated)}
                x2={x(stated)}
                y1={y(intervals[i]!.low)}
                y2={y(intervals[i]!.high)}
                strokeWidth="4"
                strokeLinecap="round"
                className="stroke-above-2"
              />
              <circle cx={x(stated)} cy={y(observed)} r="5" className="fill-above-3" />
            </g>
          ))}
        </>
      )}
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
            {
              key: 'bin',
              head: t('method.calibration.confidence'),
              cell: ({ from: low, to }) => t('method.between', { from: format.wholeRate(low), to: format.wholeRate(to) }),
            },
            { key: 'n', head: t('method.calibration.n'), isNumber: true, cell: ({ n: size }) => format.integer(size) },
            { key: 'stated', head: t('method.calibration.stated'), isNumber: true, cell: ({ stated }) => format.rate(stated) },
            {
              key: 'observed',
              head: t('method.calibration.observed'),
              isNumber: true,
              cell: ({ observed }) => format.rate(observed),
            },
            {
              key: 'interval',
              head: t('method.interval'),
              isNumber: true,
              cell: (bin) => {
                const { low, high } = shareInterval(bin.observed, bin.n);
                return t('method.between', { from: format.wholeRate(low), to: format.wholeRate(high) });
              },
            },
          ]}
          rows={bins}
          rowKey={({ from: low }) => String(low)}
        />
      }
    />
  );
}

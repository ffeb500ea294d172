import { useTranslation } from 'react-i18next';
import { ChartFrame, type ChartSize } from '../components/charts/chart-frame';
import { Plot, type PlotScales } from '../components/charts/plot';
import { DataTable } from '../components/ui/data-table';
import { useFormat } from '../shell/use-shell';
import type { PowerRow } from './backtest-results';

const AIM = 0.8;
/** Told apart without colour, too: the more videos, the fuller the line. */
const dashes = ['2 4', '5 4', '10 4', ''];

/** Share of planted effects that were found, by their size, one line for each number of videos. */
export function PowerChart({ power }: { power: readonly PowerRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sizes = [...new Set(power.map(({ videos }) => videos))].sort((a, b) => a - b);
  const effects = [...new Set(power.map(({ effect }) => effect))].sort((a, b) => a - b);
  const rowsOf = (videos: number) => power.filter((row) => row.videos === videos).sort((a, b) => a.effect - b.effect);
  const lift = (effect: number) => format.change(Math.exp(effect) - 1);
  const found = (effect: number, videos: number) =>
    format.wholeRate(power.find((row) => row.effect === effect && row.videos === videos)?.found);
  const title = t('method.generated.chart');
  const summary = t('method.generated.summary', {
    large: lift(0.8),
    foundLarge: found(0.8, 200),
    small: lift(0.4),
    foundSmall: found(0.4, 800),
  });
  const draw = (size: ChartSize) => (
    <Plot
      size={size}
      label={`${title}. ${summary}`}
      xDomain={[effects[0] ?? 0, effects.at(-1) ?? 1]}
      values={[0, 1]}
      xTicks={effects}
      formatX={lift}
      formatY={format.wholeRate}
      startsAtZero
    >
      {(scales) => (
        <>
          <line
            x1={scales.x(effects[0] ?? 0)}
            x2={scales.x(effects.at(-1) ?? 1)}
            y1={scales.y(AIM)}
            y2={scales.y(AIM)}
            className="stroke-line-strong"
          />
          {sizes.map((videos, k) => (
            <PowerLine key={videos} rows={rowsOf(videos)} dash={dashes[k] ?? ''} scales={scales} />
          ))}
          {sizes.map((videos) => (
            <LineName key={videos} rows={rowsOf(videos)} scales={scales} name={format.integer(videos)} />
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
            { key: 'effect', head: t('method.generated.effect'), cell: (effect) => lift(effect) },
            ...sizes.map((videos) => ({
              key: String(videos),
              head: t('method.generated.videos', { count: videos }),
              isNumber: true,
              cell: (effect: number) => found(effect, videos),
            })),
          ]}
          rows={effects}
          rowKey={(effect) => String(effect)}
        />
      }
    />
  );
}

function PowerLine({ rows, dash, scales: { x, y } }: { rows: readonly PowerRow[]; dash: string; scales: PlotScales }) {
  return (
    <>
      <polyline
        points={rows.map(({ effect, found }) => `${x(effect).toFixed(1)},${y(found).toFixed(1)}`).join(' ')}
        className="fill-none stroke-accent"
        strokeWidth="2.25"
        strokeDasharray={dash}
        strokeLinejoin="round"
      />
      {rows.map(({ effect, found }) => (
        <circle key={effect} cx={x(effect)} cy={y(found)} r="3" className="fill-accent" />
      ))}
    </>
  );
}

/** The number of videos where the line passes half, or at its end: there the lines lie furthest apart. */
function LineName({ rows, scales: { x, y }, name }: { rows: readonly PowerRow[]; scales: PlotScales; name: string }) {
  const k = rows.findIndex(({ found }, i) => i > 0 && found >= 0.5);
  const [before, after] = k === -1 ? [rows.at(-1), rows.at(-1)] : [rows[k - 1], rows[k]];
  if (!before || !after) return null;
  const share = after.found === before.found ? 0 : Math.max(0, (0.5 - before.found) / (after.found - before.found));
  const effect = before.effect + share * (after.effect - before.effect);
  return (
    <text
      x={x(effect)}
      y={y(before.found + share * (after.found - before.found))}
      dy="0.32em"
      textAnchor={k === -1 ? 'end' : 'middle'}
      fontSize="11"
      fontWeight="600"
      className="fill-ink stroke-card"
      strokeWidth="4"
      paintOrder="stroke"
    >
      {name}
    </text>
  );
}

import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import type { ChartSize } from './chart-frame';

export interface PlotScales {
  x: (value: number) => number;
  y: (value: number) => number;
  /** Where zero, or the bottom of the plot, lies. */
  base: number;
  step: number;
}

const margin = { top: 8, right: 10, bottom: 24, left: 46 };

/** Axes, grid lines and their letters; what stands on them is drawn by `children`. */
export function Plot({
  size: { width, height, isCompact },
  label,
  xDomain,
  values,
  xTicks,
  formatX,
  formatY,
  startsAtZero,
  xScale,
  children,
}: {
  size: ChartSize;
  label: string;
  xDomain: [number, number];
  values: readonly number[];
  xTicks: readonly number[];
  formatX: (value: number) => string;
  formatY: (value: number) => string;
  startsAtZero: boolean;
  /** Maps a domain value before the linear scale, for a logarithmic axis. */
  xScale?: (value: number) => number;
  children: (scales: PlotScales) => ReactNode;
}) {
  const bend = xScale ?? ((value: number) => value);
  const low = Math.min(...values, startsAtZero ? 0 : Infinity);
  const high = Math.max(...values);
  const spread = high === low ? Math.max(1, Math.abs(high) * 0.02) : 0;
  const y = scaleLinear<number>({
    domain: [low - (startsAtZero ? 0 : spread), high + spread],
    range: [height - margin.bottom, margin.top],
    nice: 4,
  });
  const linear = scaleLinear<number>({ domain: xDomain.map(bend), range: [margin.left, width - margin.right] });
  const x = (value: number) => linear(bend(value));
  const bottom = height - margin.bottom;
  const step = (width - margin.left - margin.right) / Math.max(1, xDomain[1] - xDomain[0]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="h-auto w-full">
      {y.ticks(isCompact ? 4 : 5).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" fontSize="11" className="fill-muted">
            {formatY(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick, position) => (
        <text
          key={tick}
          x={x(tick)}
          y={bottom + 16}
          textAnchor={
            xTicks.length === 1 ? 'middle' : position === 0 ? 'start' : position === xTicks.length - 1 ? 'end' : 'middle'
          }
          fontSize="11"
          className="fill-muted"
        >
          {formatX(tick)}
        </text>
      ))}
      {children({ x, y, base: y(Math.max(0, y.domain()[0] ?? 0)), step })}
    </svg>
  );
}

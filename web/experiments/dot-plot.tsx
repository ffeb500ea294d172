import { scaleLinear } from '@visx/scale';
import type { ExperimentSide } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

export interface DotArm {
  side: ExperimentSide;
  /** In ln(views). */
  residuals: readonly number[];
  mean: number;
  /** What the drawing says, for whoever does not see it. */
  label: string;
}

const columns = 60;
const dotHeight = 9;
const tones: Record<ExperimentSide, { dot: string; mean: string }> = {
  A: { dot: 'fill-accent', mean: 'stroke-accent-strong' },
  B: { dot: 'fill-ink', mean: 'stroke-ink' },
};

/** Powers of two on both sides of the usual, as far as the dots reach. */
export function ticksOf(reach: number): number[] {
  const most = Math.max(1, Math.floor(reach / Math.LN2));
  const step = Math.ceil(most / 3);
  return Array.from({ length: 2 * Math.floor(most / step) + 1 }, (_unused, i) => (i - Math.floor(most / step)) * step * Math.LN2);
}

/** How far the values of all arms lie from the usual at most, in ln. */
export function reachOfDots(arms: readonly Pick<DotArm, 'residuals'>[]): number {
  return Math.max(Math.LN2, ...arms.flatMap(({ residuals }) => residuals.map(Math.abs))) * 1.05;
}

/** Dots that would lie on each other are stacked: for each value its column, 0 to 59, and how many lie below it. */
export function stackDots(residuals: readonly number[], reach: number): { column: number; below: number }[] {
  const heights = new Map<number, number>();
  return [...residuals]
    .sort((a, b) => a - b)
    .map((value) => {
      const column = Math.min(columns - 1, Math.max(0, Math.round(((value + reach) / (2 * reach)) * (columns - 1))));
      const below = heights.get(column) ?? 0;
      heights.set(column, below + 1);
      return { column, below };
    });
}

/** One arm: a dot for each video on a scale around the usual (the dashed line), the mean as a bar. Fits any width. */
export function DotRow({ arm, reach }: { arm: DotArm; reach: number }) {
  const x = scaleLinear<number>({ domain: [-reach, reach], range: [2, 98], clamp: true });
  const dots = stackDots(arm.residuals, reach);
  const height = Math.max(4, ...dots.map(({ below }) => below + 1)) * dotHeight + 8;
  const atColumn = (column: number) => `${(2 + (column / (columns - 1)) * 96).toFixed(2)}%`;
  const atMean = `${x(arm.mean).toFixed(2)}%`;
  return (
    <svg role="img" aria-label={arm.label} width="100%" height={height} className="block rounded-lg bg-sunken">
      {ticksOf(reach).map((tick) => (
        <line
          key={tick}
          x1={`${x(tick).toFixed(2)}%`}
          x2={`${x(tick).toFixed(2)}%`}
          y1="0"
          y2={height}
          className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
          strokeDasharray={tick === 0 ? '2 3' : undefined}
        />
      ))}
      {dots.map(({ column, below }) => (
        <circle
          key={`${column} ${below}`}
          cx={atColumn(column)}
          cy={height - dotHeight / 2 - 4 - below * dotHeight}
          r="4"
          className={tones[arm.side].dot}
          fillOpacity="0.75"
        />
      ))}
      <line x1={atMean} x2={atMean} y1="2" y2={height - 2} strokeWidth="3" className={tones[arm.side].mean} />
    </svg>
  );
}

/** The scale under the rows: how many times the usual. */
export function DotAxis({ reach }: { reach: number }) {
  const format = useFormat();
  const x = scaleLinear<number>({ domain: [-reach, reach], range: [2, 98], clamp: true });
  return (
    <svg aria-hidden="true" width="100%" height="18" className="block">
      {ticksOf(reach).map((tick) => (
        <text key={tick} x={`${x(tick).toFixed(2)}%`} y="13" textAnchor="middle" fontSize="11" className="fill-muted">
          {format.ratio(Math.exp(tick))}
        </text>
      ))}
    </svg>
  );
}

import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { stackDots, type StripScale } from './strip';

/** Residuals of one side in ln(views), lowest first, and their mean; null: there is none. */
export interface Strip {
  residuals: readonly number[];
  mean: number | null;
}

const height = 44;
const radius = 2.5;
/** Positions are in per cent and fit any width; crowding is judged at the width of a phone. */
const narrowest = 280;
const mostSteps = Math.floor((height / 2 - radius) / (2 * radius));

function xIn({ low, high }: StripScale) {
  const x = scaleLinear<number>({ domain: [low, high], range: [3, 97], clamp: true });
  return { x, at: (value: number) => `${x(value).toFixed(2)}%` };
}

/** One side as a line of dots, a dot a video, with a bar at the mean. The drawing is described by the words beside it. */
export function StripRow({
  strip: { residuals, mean },
  scale,
  isChosen,
}: {
  strip: Strip;
  scale: StripScale;
  isChosen: boolean;
}) {
  const { x, at } = xIn(scale);
  const places = residuals.map((residual) => (x(residual) / 100) * narrowest);
  const heights = stackDots(places, 2 * radius, mostSteps);
  return (
    <Line scale={scale} height={height}>
      {residuals.map((residual, place) => (
        <circle
          key={place}
          cx={at(residual)}
          cy={height / 2 + heights[place]! * 2 * radius}
          r={radius}
          className={isChosen ? 'fill-accent' : 'fill-line-strong'}
          fillOpacity="0.75"
        />
      ))}
      {mean !== null && (
        <line x1={at(mean)} x2={at(mean)} y1="2" y2={height - 2} strokeWidth="3" className="stroke-ink" strokeLinecap="round" />
      )}
    </Line>
  );
}

/** What can be expected of the choice, from where the others stand: the estimate and its interval, on the scale of the dots. */
export function ExpectedRow({
  from,
  effect,
  low,
  high,
  scale,
}: {
  from: number;
  effect: number;
  low: number;
  high: number;
  scale: StripScale;
}) {
  const { at } = xIn(scale);
  const isClear = low > 0 || high < 0;
  return (
    <Line scale={scale} height={24}>
      <line x1={at(from)} x2={at(from)} y1="0" y2="24" strokeWidth="1.5" className="stroke-ink" strokeDasharray="2 3" />
      <line
        x1={at(from + low)}
        x2={at(from + high)}
        y1="12"
        y2="12"
        strokeWidth="5"
        strokeLinecap="round"
        className={isClear ? 'stroke-above-2' : 'stroke-line-strong'}
      />
      <circle cx={at(from + effect)} cy="12" r="5.5" className={isClear ? 'fill-above-3' : 'fill-muted'} />
    </Line>
  );
}

/** Letters under the rows: how many times the creator's own level. */
export function StripAxis({ scale, level }: { scale: StripScale; level: string }) {
  const { x, at } = xIn(scale);
  return (
    <svg aria-hidden="true" width="100%" height="18" className="block overflow-visible">
      {scale.ticks.map(({ value, factor }) => (
        <text
          key={factor}
          x={at(value)}
          y="13"
          fontSize="11"
          textAnchor={x(value) < 10 ? 'start' : x(value) > 90 ? 'end' : 'middle'}
          className="fill-muted"
        >
          {factor === 1 ? level : factor > 1 ? `×${factor}` : `÷${Math.round(1 / factor)}`}
        </text>
      ))}
    </svg>
  );
}

function Line({ scale, height: tall, children }: { scale: StripScale; height: number; children: ReactNode }) {
  const { at } = xIn(scale);
  return (
    <svg aria-hidden="true" width="100%" height={tall} className="block">
      {scale.ticks.map(({ value, factor }) => (
        <line
          key={factor}
          x1={at(value)}
          x2={at(value)}
          y1="0"
          y2={tall}
          className={factor === 1 ? 'stroke-line-strong' : 'stroke-line'}
          strokeDasharray={factor === 1 ? '2 3' : undefined}
        />
      ))}
      {children}
    </svg>
  );
}

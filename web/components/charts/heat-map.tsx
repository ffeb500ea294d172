import type { MouseEvent } from 'react';
import type { EffectVerdict } from '../../graphql/generated';
import { useFormat } from '../../shell/use-shell';
import { heatLevel, type HeatLevel } from './heat-level';

/** weekday 1 = Monday, hour 0–23, both local; estimate and interval in ln(views). */
export interface HeatCell {
  weekday: number;
  hour: number;
  n: number;
  estimate: number | null;
  low: number | null;
  high: number | null;
  verdict: EffectVerdict;
}

export const heatFills: Record<HeatLevel, string> = {
  none: 'fill-neutral-cell',
  level: 'fill-card stroke-line-strong',
  'above-1': 'fill-above-1',
  'above-2': 'fill-above-2',
  'above-3': 'fill-above-3',
  'below-1': 'fill-below-1',
  'below-2': 'fill-below-2',
  'below-3': 'fill-below-3',
};

const labels = 10;
const column = (100 - labels) / 24;
const row = 22;
const hours = [0, 4, 8, 12, 16, 20];
const percent = (value: number) => `${value.toFixed(3)}%`;

/** The week, an hour a cell; coordinates across are in per cent, so it fits any width. `describe` is what hovering says. */
export function HeatMap({
  cells,
  label,
  describe,
  chosen,
  onChoose,
}: {
  cells: readonly HeatCell[];
  label: string;
  describe: (cell: HeatCell) => string;
  /** The cell that is read out beside the map. */
  chosen: HeatCell | null;
  onChoose: (cell: HeatCell) => void;
}) {
  const format = useFormat();
  const choose = ({ target }: MouseEvent) => {
    const cell = cells[Number((target as Element).getAttribute('data-place') ?? NaN)];
    if (cell) onChoose(cell);
  };
  return (
    // Fingers and mice may point here; the map is a picture all the same, and who does not point chooses by name beside it.
    <svg role="img" aria-label={label} width="100%" height={7 * row + 20} className="block" onClick={choose}>
      {Array.from({ length: 7 }, (_, day) => (
        <text key={day} x="0" y={day * row + row / 2} dy="0.32em" fontSize="11" className="fill-muted">
          {format.shortWeekday(day + 1)}
        </text>
      ))}
      {cells.map((cell, place) => (
        <rect
          key={`${cell.weekday}-${cell.hour}`}
          data-place={place}
          x={percent(labels + cell.hour * column + 0.15)}
          y={(cell.weekday - 1) * row + 1}
          width={percent(column - 0.3)}
          height={row - 2}
          rx="2"
          strokeWidth="0.5"
          className={`cursor-pointer ${heatFills[heatLevel(cell)]}`}
        >
          {cell.n > 0 && <title>{describe(cell)}</title>}
        </rect>
      ))}
      {chosen && (
        <rect
          x={percent(labels + chosen.hour * column)}
          y={(chosen.weekday - 1) * row}
          width={percent(column)}
          height={row}
          rx="3"
          strokeWidth="2"
          className="pointer-events-none fill-none stroke-ink"
        />
      )}
      {hours.map((hour) => (
        <text key={hour} x={percent(labels + hour * column)} y={7 * row + 14} fontSize="11" className="fill-muted">
          {format.hour(hour)}
        </text>
      ))}
    </svg>
  );
}

import { Area, LinePath } from '@visx/shape';
import type { PlotScales } from '../components/charts/plot';
import type { ExpectedPoint } from './expected-path';

/** What is expected, behind what was read: bands for 8 and 5 in 10, the median in dashes. */
export function GrowthFan({ path, x, y }: Pick<PlotScales, 'x' | 'y'> & { path: readonly ExpectedPoint[] }) {
  const data = [...path];
  const at = ({ ageHours }: ExpectedPoint) => x(ageHours);
  return (
    <g data-testid="growth-fan">
      <Area data={data} x={at} y0={(point) => y(point.low80)} y1={(point) => y(point.high80)} className="fill-accent/15" />
      <Area data={data} x={at} y0={(point) => y(point.low50)} y1={(point) => y(point.high50)} className="fill-accent/25" />
      <LinePath
        data={data}
        x={at}
        y={(point) => y(point.views)}
        className="fill-none stroke-accent"
        strokeWidth={1.75}
        strokeDasharray="5 4"
      />
    </g>
  );
}

import { scaleLinear } from '@visx/scale';
import type { EffectVerdict } from '../../graphql/generated';

/** The widest value of the intervals drawn together, in ln units, so that they share one scale around zero. */
export function reachOf(effects: readonly { low: number | null; high: number | null }[]): number {
  return (
    Math.max(0.1, ...effects.flatMap(({ low, high }) => (low === null || high === null ? [] : [Math.abs(low), Math.abs(high)]))) *
    1.05
  );
}

const tones: Record<EffectVerdict, { line: string; dot: string }> = {
  HIGHER: { line: 'stroke-above-2', dot: 'fill-above-3' },
  LOWER: { line: 'stroke-below-2', dot: 'fill-below-3' },
  NO_MEASURABLE_DIFFERENCE: { line: 'stroke-line-strong', dot: 'fill-muted' },
  BELOW_THRESHOLD: { line: 'stroke-line', dot: 'fill-line-strong' },
};

/** An estimate and its interval around the creator's own level (the dashed line). Coordinates in per cent: it fits any width. */
export function Interval({
  estimate,
  low,
  high,
  reach,
  verdict,
  label,
}: {
  estimate: number;
  low: number;
  high: number;
  reach: number;
  verdict: EffectVerdict;
  label: string;
}) {
  const x = scaleLinear<number>({ domain: [-reach, reach], range: [2, 98], clamp: true });
  const at = (value: number) => `${x(value).toFixed(2)}%`;
  const tone = tones[verdict];
  return (
    <svg role="img" aria-label={label} width="100%" height="20" className="block">
      <line x1="50%" x2="50%" y1="0" y2="20" className="stroke-line-strong" strokeDasharray="2 3" />
      <line x1={at(low)} x2={at(high)} y1="10" y2="10" strokeWidth="5" strokeLinecap="round" className={tone.line} />
      <circle cx={at(estimate)} cy="10" r="5.5" className={tone.dot} />
    </svg>
  );
}

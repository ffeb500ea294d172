import { useFormat } from '../shell/use-shell';

/** Views against the creator's own level; coloured only where the rounded number says more than "the same". */
export function Ratio({ value, className = '' }: { value: number; className?: string }) {
  const format = useFormat();
  const rounded = Math.round(value * 10);
  const tone = rounded > 10 ? 'text-good' : rounded < 10 ? 'text-bad' : 'text-muted';
  return <span className={`${tone} ${className}`}>{format.multiple(value)}</span>;
}

import { useId, type ReactNode } from 'react';

/** `value` 0–1; null while nobody knows how much there is. The label says it in words, too. */
export function ProgressBar({ value, label, detail }: { value: number | null; label: ReactNode; detail?: ReactNode }) {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold">{label}</span>
        {detail && <span className="text-muted">{detail}</span>}
      </p>
      <progress aria-labelledby={id} max={1} value={value ?? undefined} className={value === null ? 'animate-pulse' : ''} />
    </div>
  );
}

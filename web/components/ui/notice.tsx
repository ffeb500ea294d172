import type { ReactNode } from 'react';

export type Tone = 'info' | 'good' | 'warning' | 'bad';

const tones: Record<Tone, string> = {
  info: 'border-line bg-card',
  good: 'border-accent bg-accent-soft',
  warning: 'border-warn-ink/40 bg-warn-soft text-warn-ink',
  bad: 'border-bad bg-bad-soft',
};

/** What happened, said to everybody: problems interrupt a screen reader, news waits for its turn. */
export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={`rounded-xl border px-4 py-3 text-sm ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={title ? 'mt-1' : ''}>{children}</div>}
    </div>
  );
}

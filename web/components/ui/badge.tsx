import type { ReactNode } from 'react';

const tones = {
  neutral: 'border-line bg-sunken text-muted',
  accent: 'border-accent/40 bg-accent-soft text-accent-strong',
  warning: 'border-warn-ink/30 bg-warn-soft text-warn-ink',
  bad: 'border-bad/40 bg-bad-soft text-bad',
};

export function Badge({ tone = 'neutral', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center rounded-full border px-2 py-0.5 text-xs font-medium ${tones[tone]}`}>
      {children}
    </span>
  );
}

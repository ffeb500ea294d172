import type { ReactNode } from 'react';

export function Disclosure({ label, children, className = '' }: { label: ReactNode; children: ReactNode; className?: string }) {
  return (
    <details className={`group ${className}`}>
      <summary className="inline-flex min-h-8 list-none items-center gap-1.5 rounded text-sm font-medium text-accent [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="inline-block transition-transform group-open:rotate-90">
          ›
        </span>
        {label}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

import type { ReactNode } from 'react';

export function Disclosure({
  label,
  children,
  className = '',
  isOpen = false,
}: {
  label: ReactNode;
  children: ReactNode;
  className?: string;
  /** At first; then it is the reader's. */
  isOpen?: boolean;
}) {
  return (
    <details open={isOpen} className={`group ${className}`}>
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

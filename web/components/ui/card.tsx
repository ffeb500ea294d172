import { useId, type ReactNode } from 'react';

/** A section with a heading; `aside` stands at the right of it. */
export function Card({
  title,
  aside,
  intro,
  id,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  intro?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section
      id={id}
      aria-labelledby={title ? headingId : undefined}
      className="min-w-0 rounded-2xl border border-line bg-card p-4 sm:p-6"
    >
      {(title || aside) && (
        <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          {title && (
            <h2 id={headingId} className="text-lg font-semibold tracking-tight">
              {title}
            </h2>
          )}
          {aside}
        </div>
      )}
      {intro && <p className="mb-4 max-w-prose text-sm text-muted">{intro}</p>}
      {children}
    </section>
  );
}

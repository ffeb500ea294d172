import type { ReactNode } from 'react';

/** The one h1 of a page; receives the focus after a navigation, so that a screen reader says where one is. */
export function PageHeader({ title, intro, aside }: { title: ReactNode; intro?: ReactNode; aside?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <h1 tabIndex={-1} className="text-2xl font-bold tracking-tight sm:text-3xl">
          {title}
        </h1>
        {intro && <div className="mt-1 max-w-prose text-muted">{intro}</div>}
      </div>
      {aside}
    </header>
  );
}

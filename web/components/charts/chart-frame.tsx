import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../ui/disclosure';

export interface ChartSize {
  width: number;
  height: number;
  isCompact: boolean;
}

/**
 * A drawing with its title, what it says in a sentence, and the numbers behind a disclosure.
 * Drawn twice, for a phone and for more room, so that its letters keep their size without measuring the window.
 */
export function ChartFrame({
  title,
  summary,
  draw,
  table,
}: {
  title: string;
  summary: string;
  draw: ((size: ChartSize) => ReactNode) | null;
  table: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <figure className="min-w-0">
      <figcaption>
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-1 mb-3 text-sm text-muted">{summary}</p>
      </figcaption>
      {draw && (
        <>
          <div className="sm:hidden">{draw({ width: 320, height: 190, isCompact: true })}</div>
          <div className="hidden sm:block">{draw({ width: 560, height: 230, isCompact: false })}</div>
          <Disclosure label={t('charts.table')} className="mt-2">
            {table}
          </Disclosure>
        </>
      )}
    </figure>
  );
}

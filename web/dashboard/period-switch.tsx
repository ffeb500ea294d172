import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { periodSlugs, urls, type PeriodSlug } from '../urls';

/** The period is part of the address: a view can be kept and shared. */
export function PeriodSwitch({ current }: { current: PeriodSlug }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const connection = params.get('connection') ?? undefined;
  return (
    <nav aria-label={t('dashboard.period')}>
      <ul className="inline-flex max-w-full flex-wrap rounded-xl border border-line bg-card p-1">
        {periodSlugs.map((slug) => (
          <li key={slug}>
            <Link
              to={urls.dashboard({ connection, period: slug })}
              preventScrollReset
              aria-current={slug === current ? 'true' : undefined}
              className={`flex min-h-9 items-center rounded-lg px-3 text-sm font-medium sm:px-4 ${slug === current ? 'bg-accent text-on-accent' : 'text-muted hover:text-ink'}`}
            >
              {t(`dashboard.periods.${slug}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { urls } from '../urls';
import { useRootData } from './use-shell';

/** What a person sees where a page failed: what to do next, and the request id to quote. Stands inside the layout. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  const root = useRootData();
  const { pathname, search } = useLocation();
  const isNotFound = isRouteErrorResponse(error) && error.status === 404;
  const answered = isRouteErrorResponse(error) ? (error.data as { requestId?: string; retryAfterSeconds?: number } | null) : null;
  const requestId = answered?.requestId ?? root?.requestId;
  const count = Math.ceil((answered?.retryAfterSeconds ?? 60) / 60);
  const isTooOften = isRouteErrorResponse(error) && error.status === 429;
  const title = isTooOften ? t('errors.tooOftenTitle') : t(isNotFound ? 'errors.notFoundTitle' : 'errors.title');
  const body = isTooOften ? t('errors.tooOftenBody', { count }) : t(isNotFound ? 'errors.notFoundBody' : 'errors.body');
  return (
    <div className="mx-auto max-w-xl py-12">
      <h1 tabIndex={-1} className="text-2xl font-bold">
        {title}
      </h1>
      <p className="mt-3 text-muted">{body}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        {!isNotFound && (
          <ButtonLink to={pathname + search} reloadDocument>
            {t('errors.retry')}
          </ButtonLink>
        )}
        <ButtonLink variant="secondary" to={root?.shell.viewer ? urls.dashboard() : urls.landing}>
          {t('errors.home')}
        </ButtonLink>
      </div>
      {!isNotFound && !isTooOften && requestId !== undefined && (
        <p className="mt-6 text-sm text-muted">
          {t('errors.requestId')} <code className="rounded bg-sunken px-1.5 py-0.5">{requestId}</code>
        </p>
      )}
    </div>
  );
}

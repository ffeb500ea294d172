import { Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/ui/notice';
import { urls } from '../urls';
import { useRootData } from './use-shell';

/** Where the person is already reading or answering. */
const quietPages: readonly string[] = [urls.settings, urls.privacy, urls.connect()];

/** Tells a signed-in person, calmly, that the policy has changed since they agreed; nothing is blocked. */
export function PolicyBanner() {
  const { t } = useTranslation();
  const shell = useRootData()?.shell;
  const { pathname } = useLocation();
  const isOutdated = shell?.viewer?.consentStates.some(
    ({ isRequired, isGiven, isCurrent }) => isRequired && isGiven && !isCurrent,
  );
  if (!isOutdated || quietPages.includes(pathname)) return null;
  const link = 'inline-flex min-h-7 items-center text-accent underline underline-offset-4';
  return (
    <div className="mb-6">
      <Notice title={t('consent.changedTitle', { version: shell?.instance.policyVersion })}>
        <p>{t('consent.changedBody')}</p>
        <p className="flex flex-wrap gap-x-4">
          <Link to={urls.privacy} className={link}>
            {t('nav.privacy')}
          </Link>
          <Link to={`${urls.settings}#consents`} className={link}>
            {t('consent.toSettings')}
          </Link>
        </p>
      </Notice>
    </div>
  );
}

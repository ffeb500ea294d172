import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { Notice } from '../components/ui/notice';
import type { SettingsQuery } from '../graphql/generated';
import { useFormat, useRootData } from '../shell/use-shell';
import { urls } from '../urls';

type Consent = NonNullable<SettingsQuery['viewer']>['consents'][number];

/** What was agreed to, when, to which version; and whether the policy has moved on since. */
export function Consents({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const version = useRootData()?.shell.instance.policyVersion;
  const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === null);
  const isOutdated = standing.length > 0 && standing.every(({ policyVersion }) => policyVersion !== version);
  return (
    <Card title={t('settings.consents')}>
      {isOutdated && (
        <div className="mb-4">
          <Notice tone="warning" title={t('settings.consentOutdated', { version })}>
            <Link to={urls.connect({ returnTo: urls.settings })} className="inline-flex min-h-7 items-center underline">
              {t('settings.consentRenew')}
            </Link>
          </Notice>
        </div>
      )}
      {consents.length === 0 ? (
        <p className="text-muted">{t('settings.noConsents')}</p>
      ) : (
        <ul className="space-y-2 text-sm">
          {consents.map((consent) => (
            <li key={consent.id}>
              <span className="font-medium">{t(`settings.purposes.${consent.purpose}`)}</span>
              <span className="block text-muted">
                {t('settings.consentGiven', { date: format.dateTime(consent.givenAt), version: consent.policyVersion })}
                {consent.withdrawnAt && ` · ${t('settings.consentWithdrawn', { date: format.dateTime(consent.withdrawnAt) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-sm text-muted">
        {t('settings.consentHelp')}{' '}
        <Link to={urls.privacy} className="inline-flex min-h-7 items-center text-accent underline underline-offset-4">
          {t('nav.privacy')}
        </Link>
      </p>
    </Card>
  );
}

import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { Disclosure } from '../components/ui/disclosure';
import { Notice } from '../components/ui/notice';
import type { ConsentPurpose, SettingsQuery } from '../graphql/generated';
import { useFormat, useRootData } from '../shell/use-shell';
import { urls } from '../urls';

type Viewer = NonNullable<SettingsQuery['viewer']>;

/** What the person agreed to, what they may agree to or withdraw, and whether the policy has moved on since. */
export function Consents({ viewer: { consents, consentStates, tiktokConnections } }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const version = useRootData()?.shell.instance.policyVersion;
  const account = consentStates.find(({ purpose }) => purpose === 'ACCOUNT_ANALYTICS');
  const research = consentStates.find(({ purpose }) => purpose === 'RESEARCH');
  const isReading = tiktokConnections.nodes.some(({ isActive }) => isActive);
  return (
    <Card title={t('settings.consents')} id="consents">
      {account?.isGiven && !account.isCurrent && (
        <div className="mb-4">
          <Notice tone="warning" title={t('consent.changedTitle', { version })}>
            <PrivacyLink />
            <ConsentForm intent="give-consent" purpose="ACCOUNT_ANALYTICS" label={t('consent.agree', { version })} />
          </Notice>
        </div>
      )}
      {research && (
        <section aria-labelledby="research" className="mb-5">
          <h3 id="research" className="font-semibold">
            {t('consent.researchTitle')} <span className="text-sm font-normal text-muted">· {t('consent.optional')}</span>
          </h3>
          <p className="mt-1">{t(research.isGiven ? 'consent.researchOn' : 'consent.researchOff')}</p>
          <p className="mt-1 text-sm text-muted">{t('consent.researchWhat')}</p>
          <ConsentForm
            intent={research.isGiven ? 'withdraw-consent' : 'give-consent'}
            purpose="RESEARCH"
            label={t(research.isGiven ? 'consent.withdrawResearch' : 'consent.giveResearch')}
          />
          {research.isGiven && <p className="mt-1 text-sm text-muted">{t('consent.withdrawNow')}</p>}
        </section>
      )}
      <p className="text-sm text-muted">
        {t('consent.accountHelp')} <PrivacyLink />
      </p>
      {account?.isGiven && !isReading && (
        <ConsentForm intent="withdraw-consent" purpose="ACCOUNT_ANALYTICS" label={t('consent.withdrawAccount')} />
      )}
      {account?.isGiven && isReading && (
        <div className="mt-2">
          <Disclosure label={t('consent.withdrawAccount')}>
            <p className="max-w-prose text-sm">{t('consent.withdrawStops')}</p>
            <ConsentForm intent="withdraw-consent" purpose="ACCOUNT_ANALYTICS" label={t('consent.withdrawAndStop')} />
          </Disclosure>
        </div>
      )}
      <div className="mt-4">
        <Disclosure label={t('consent.history')}>
          <History consents={consents} />
        </Disclosure>
      </div>
    </Card>
  );
}

function PrivacyLink() {
  const { t } = useTranslation();
  return (
    <Link to={urls.privacy} className="inline-flex min-h-7 items-center text-accent underline underline-offset-4">
      {t('nav.privacy')}
    </Link>
  );
}

function ConsentForm({
  intent,
  purpose,
  label,
}: {
  intent: 'give-consent' | 'withdraw-consent';
  purpose: ConsentPurpose;
  label: string;
}) {
  const version = useRootData()?.shell.instance.policyVersion;
  return (
    <Form method="post" className="mt-3" preventScrollReset>
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="policyVersion" value={version ?? ''} />
      <Button variant="secondary" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}

function History({ consents }: Pick<Viewer, 'consents'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (consents.length === 0) return <p className="text-muted">{t('settings.noConsents')}</p>;
  return (
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
  );
}

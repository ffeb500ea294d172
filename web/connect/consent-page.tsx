import { Form, Link, useNavigation } from '@remix-run/react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { PageHeader } from '../components/ui/page-header';
import type { ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { useRootData } from '../shell/use-shell';
import { urls } from '../urls';

const scopes = {
  basic: 'user.info.basic',
  profile: 'user.info.profile',
  stats: 'user.info.stats',
  videos: 'video.list',
} as const;
const scopeNames = Object.keys(scopes) as (keyof typeof scopes)[];

/** Purpose, policy version and an explicit yes, before TikTok is asked for anything. */
export function ConsentPage({ notice, returnTo }: { notice?: ActionNotice; returnTo: string }) {
  const { t } = useTranslation();
  const root = useRootData();
  const navigation = useNavigation();
  const timeZone = useBrowserTimeZone();
  const viewer = root?.shell.viewer;
  const hasAgreedToResearch = viewer?.consentStates.some(({ purpose, isGiven }) => purpose === 'RESEARCH' && isGiven);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t(viewer ? 'connect.anotherTitle' : 'connect.title')} intro={t('connect.intro')} />
      <Form method="post" className="space-y-4">
        <ActionResult notice={notice} />
        <Card title={t('connect.purposeTitle')}>
          <p>{t('connect.purpose')}</p>
        </Card>
        <Card title={t('connect.scopesTitle')}>
          <ul className="list-disc space-y-1 pl-5">
            {scopeNames.map((name) => (
              <li key={name}>
                {t(`connect.scopes.${name}`)} <code className="text-xs text-muted">{scopes[name]}</code>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('connect.neverTitle')}>
          <p>{t('connect.never')}</p>
        </Card>
        <input type="hidden" name="policyVersion" value={root?.shell.instance.policyVersion ?? ''} />
        <input type="hidden" name="timeZone" value={viewer?.user.timeZone ?? timeZone} />
        <input type="hidden" name="language" value={root?.locale ?? 'fr'} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <Card>
          <label className="flex items-start gap-3">
            <input
              type="checkbox"
              name="consent"
              value="ACCOUNT_ANALYTICS"
              required
              className="mt-0.5 size-6 shrink-0 accent-accent"
            />
            <span>{t('connect.agree')}</span>
          </label>
          <p className="mt-3 pl-9 text-sm">
            <Link to={urls.privacy} className="text-accent underline underline-offset-4">
              {t('connect.policy', { version: root?.shell.instance.policyVersion })}
            </Link>
          </p>
        </Card>
        {!hasAgreedToResearch && (
          <Card>
            <label className="flex items-start gap-3">
              <input type="checkbox" name="research" value="RESEARCH" className="mt-0.5 size-6 shrink-0 accent-accent" />
              <span>
                <span className="font-semibold">{t('consent.optional')}</span> · {t('consent.research')}
              </span>
            </label>
            <p className="mt-2 pl-9 text-sm text-muted">{t('consent.researchHint')}</p>
          </Card>
        )}
        <div className="flex flex-wrap gap-3 pt-2">
          <Button disabled={navigation.state !== 'idle'}>{t('connect.submit')}</Button>
          <ButtonLink variant="quiet" to={viewer ? urls.settings : urls.landing}>
            {t('connect.back')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}

const noChanges = () => () => undefined;

/** The browser's own zone becomes the new person's setting; known only after the page runs, empty without JavaScript. */
function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    noChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => '',
  );
}

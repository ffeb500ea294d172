import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { SelectField } from '../components/ui/field';
import { PageHeader } from '../components/ui/page-header';
import { useSettingsQuery, type SettingsQuery } from '../graphql/generated';
import type { ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { urls } from '../urls';
import { Connections } from './connections';
import { Consents } from './consents';
import { LanguageModelCard } from './language-model-card';
import { Sessions } from './sessions';

type Viewer = NonNullable<SettingsQuery['viewer']>;

export function SettingsPage({ timeZones, notice }: { timeZones: string[]; notice?: ActionNotice }) {
  const { t } = useTranslation();
  const [{ data }] = useSettingsQuery({ variables: {} });
  if (!data?.viewer) return null;
  const { user, tiktokConnections, languageModelUsage, sessions } = data.viewer;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('settings.title')} />
      <ActionResult notice={notice} />
      <div className="space-y-6">
        <Preferences user={user} timeZones={timeZones} />
        <Connections connections={tiktokConnections.nodes} />
        <Consents viewer={data.viewer} />
        {languageModelUsage && <LanguageModelCard usage={languageModelUsage} />}
        <Sessions sessions={sessions} />
        <Card title={t('settings.session')} intro={t('settings.signedInAs', { name: user.displayName })}>
          <Form method="post">
            <Button variant="secondary" name="intent" value="sign-out">
              {t('settings.signOut')}
            </Button>
          </Form>
        </Card>
        <Card title={t('yourData.title')} intro={t('yourData.settingsBody')}>
          <ButtonLink variant="secondary" to={urls.yourData}>
            {t('yourData.open')}
          </ButtonLink>
        </Card>
        <Card title={t('settings.program')} intro={t('settings.programBody')}>
          <ButtonLink variant="secondary" to={urls.graphiql()} reloadDocument>
            {t('settings.graphiql')}
          </ButtonLink>
        </Card>
        <Card title={t('erasure.section')} intro={t('erasure.sectionBody')}>
          <ButtonLink variant="danger" to={urls.erase()}>
            {t('erasure.sectionLink')}
          </ButtonLink>
        </Card>
      </div>
    </div>
  );
}

function Preferences({ user, timeZones }: { user: Viewer['user']; timeZones: string[] }) {
  const { t } = useTranslation();
  const zones = timeZones.includes(user.timeZone) ? timeZones : [user.timeZone, ...timeZones];
  return (
    <Card title={t('settings.preferences')}>
      <Form method="post" key={`${user.locale} ${user.timeZone}`} className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label={t('settings.language')}
          name="locale"
          defaultValue={user.locale}
          options={[
            { value: 'FR', label: 'Français' },
            { value: 'EN', label: 'English' },
          ]}
        />
        <SelectField
          label={t('settings.timeZone')}
          hint={t('settings.timeZoneHint')}
          name="timeZone"
          defaultValue={user.timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <div className="sm:col-span-2">
          <Button name="intent" value="preferences">
            {t('settings.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/ui/avatar';
import { Badge } from '../components/ui/badge';
import { Button, ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { Disclosure } from '../components/ui/disclosure';
import type { SettingsQuery } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';

type Connection = NonNullable<SettingsQuery['viewer']>['tiktokConnections']['nodes'][number];

const tones = { ACTIVE: 'accent', NEEDS_RECONNECT: 'warning', REVOKED: 'bad', DISCONNECTED: 'neutral' } as const;

export function Connections({ connections }: { connections: readonly Connection[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.connections')}>
      {connections.length === 0 && <p className="mb-4 text-muted">{t('settings.noConnections')}</p>}
      <ul className="divide-y divide-line">
        {connections.map((connection) => (
          <li key={connection.id} className="py-4 first:pt-0">
            <ConnectionRow connection={connection} isOnlyOne={connections.length === 1} />
          </li>
        ))}
      </ul>
      <ButtonLink variant="secondary" to={urls.connect({ returnTo: urls.settings })}>
        {t('settings.add')}
      </ButtonLink>
    </Card>
  );
}

function ConnectionRow({ connection, isOnlyOne }: { connection: Connection; isOnlyOne: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { displayName, username, status, scopes, missingScopes } = connection;
  return (
    <>
      <div className="flex items-start gap-3">
        <Avatar url={connection.avatarUrl} name={displayName} />
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            <bdi>{displayName}</bdi> <Badge tone={tones[status]}>{t(`settings.statuses.${status}`)}</Badge>
          </h3>
          <p className="text-sm text-muted">
            {username && (
              <>
                <bdi>@{username}</bdi> ·{' '}
              </>
            )}
            {t('settings.followers', { value: format.integer(connection.followerCount) })} ·{' '}
            {t('settings.videos', { value: format.integer(connection.videoCount) })}
          </p>
          <p className="text-sm text-muted">
            {connection.disconnectedAt
              ? t('settings.disconnectedAt', { date: format.dateTime(connection.disconnectedAt) })
              : t('settings.connectedAt', { date: format.dateTime(connection.connectedAt) })}
            {connection.lastSyncedAt && <> · {t('settings.lastSynced', { date: format.dateTime(connection.lastSyncedAt) })}</>}
          </p>
          {connection.willBeErasedAt && (
            <p className="mt-1 text-sm font-semibold">
              {t('erasure.willBeErased', { date: format.dateTime(connection.willBeErasedAt) })}
            </p>
          )}
        </div>
      </div>
      <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-3">
        <Disclosure label={t('settings.scopes')}>
          <ul className="space-y-1 text-sm">
            {scopes.map((scope) => (
              <li key={scope}>
                <code>{scope}</code>
              </li>
            ))}
            {missingScopes.map((scope) => (
              <li key={scope}>
                <code>{scope}</code> <Badge tone="warning">{t('settings.missing')}</Badge>
              </li>
            ))}
          </ul>
        </Disclosure>
        {status === 'ACTIVE' ? (
          <Disclosure label={t('settings.disconnect')}>
            <Form method="post" className="max-w-prose rounded-lg bg-sunken p-4">
              <p className="font-semibold">{t('settings.disconnectTitle', { name: displayName })}</p>
              <p className="mt-1 mb-3 text-sm">{t('settings.disconnectBody')}</p>
              <input type="hidden" name="connectionId" value={connection.id} />
              <Button variant="danger" name="intent" value="disconnect">
                {t('settings.disconnectConfirm')}
              </Button>
            </Form>
          </Disclosure>
        ) : (
          <ButtonLink variant="quiet" to={urls.connect({ returnTo: urls.settings })} className="min-h-8 px-0 py-1">
            {t('dashboard.reconnect')}
          </ButtonLink>
        )}
        {!isOnlyOne && (
          <Link
            to={urls.erase({ connection: connection.id })}
            className="inline-flex min-h-8 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
          >
            {t('erasure.eraseAccount')}
          </Link>
        )}
      </div>
    </>
  );
}

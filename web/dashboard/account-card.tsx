import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/ui/avatar';
import { Button } from '../components/ui/button';
import { useFormat, useNow } from '../shell/use-shell';
import type { DashboardConnection } from './dashboard-data';

/** Who, how big today, when last read, and the button to read now. */
export function AccountCard({ connection, isSyncing }: { connection: DashboardConnection; isSyncing: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const navigation = useNavigation();
  const totals = [
    { key: 'followers', value: connection.followerCount },
    { key: 'following', value: connection.followingCount },
    { key: 'likes', value: connection.likesCount },
    { key: 'videos', value: connection.videoCount },
  ] as const;
  return (
    <section aria-labelledby="account" className="rounded-2xl border border-line bg-card p-4 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar url={connection.avatarUrl} name={connection.displayName} />
          <div className="min-w-0">
            <h2 id="account" className="truncate text-lg font-semibold tracking-tight">
              <bdi>{connection.displayName}</bdi>
            </h2>
            <p className="text-sm text-muted">
              {connection.username && (
                <>
                  <bdi>@{connection.username}</bdi> ·{' '}
                </>
              )}
              {connection.lastSyncedAt ? (
                <time dateTime={connection.lastSyncedAt} title={format.dateTime(connection.lastSyncedAt)}>
                  {t('dashboard.lastSynced', { ago: format.ago(connection.lastSyncedAt, now) })}
                </time>
              ) : (
                t('dashboard.neverSynced')
              )}
              {connection.status === 'ACTIVE' && connection.nextSyncAt && connection.lastSyncedAt && !isSyncing && (
                <> · {t('dashboard.nextSync', { date: format.dateTime(connection.nextSyncAt) })}</>
              )}
            </p>
          </div>
        </div>
        {connection.status === 'ACTIVE' && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="connectionId" value={connection.id} />
            <Button
              variant="secondary"
              name="intent"
              value="sync"
              disabled={isSyncing || navigation.formData?.get('intent') === 'sync'}
            >
              {t('dashboard.refresh')}
            </Button>
          </Form>
        )}
      </div>
      <dl className="mt-5 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        {totals.map(({ key, value }) => (
          <div key={key}>
            <dt className="text-sm text-muted">{t(`dashboard.totals.${key}`)}</dt>
            <dd className="text-xl font-semibold">{format.integer(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

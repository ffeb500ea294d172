import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import { Button } from '../components/ui/button';
import { Card } from '../components/ui/card';
import type { SettingsQuery } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

type SessionPage = NonNullable<SettingsQuery['viewer']>['sessions'];

/** Where the person is signed in, this browser first, and how to end what they do not know. */
export function Sessions({ sessions: { nodes, totalCount } }: { sessions: SessionPage }) {
  const { t } = useTranslation();
  const sorted = [...nodes].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
  return (
    <Card title={t('sessions.title')} intro={t('sessions.intro')} id="sessions">
      <ul className="divide-y divide-line">
        {sorted.map((session) => (
          <li key={session.id} className="py-3 first:pt-0">
            <SessionRow session={session} />
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p className="pb-3 text-sm text-muted">{t('sessions.more', { count: totalCount - nodes.length })}</p>
      )}
      {totalCount > 1 && (
        <Form method="post" preventScrollReset className="mt-2">
          <Button variant="danger" name="intent" value="revoke-other-sessions">
            {t('sessions.revokeOthers')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: SessionPage['nodes'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, browserName, systemName, createdAt, lastSeenAt, isCurrent } = session;
  const name = [browserName, systemName].filter(Boolean).join(' · ') || t('sessions.unknown');
  const date = format.dateTime(createdAt);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold break-words">
          {name} {isCurrent && <Badge tone="accent">{t('sessions.current')}</Badge>}
        </h3>
        <p className="text-sm text-muted">
          <span className="inline-block">{t('sessions.since', { date })} ·</span>{' '}
          <span className="inline-block">{t('sessions.lastSeen', { date: format.dateTime(lastSeenAt) })}</span>
        </p>
      </div>
      {!isCurrent && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="sessionId" value={id} />
          <Button variant="secondary" name="intent" value="revoke-session" aria-label={t('sessions.revokeNamed', { name, date })}>
            {t('sessions.revoke')}
          </Button>
        </Form>
      )}
    </div>
  );
}

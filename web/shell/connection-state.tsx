import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Notice } from '../components/ui/notice';
import type { ConnectionBadgeFragment } from '../graphql/generated';
import { urls } from '../urls';
import { useFormat } from './use-shell';

const texts = { NEEDS_RECONNECT: 'needsReconnect', REVOKED: 'revoked', DISCONNECTED: 'disconnected' } as const;

/** Says when an account is not read any more, and how to go on. Nothing for an account that is. */
export function ConnectionState({
  connection,
}: {
  connection: Pick<ConnectionBadgeFragment, 'status' | 'missingScopes' | 'willBeErasedAt'>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (connection.status === 'ACTIVE') return null;
  const text = texts[connection.status];
  return (
    <div className="mb-4">
      <Notice tone="warning" title={t(`dashboard.${text}Title`)}>
        <p>{t(`dashboard.${text}Body`)}</p>
        {connection.willBeErasedAt && (
          <p className="mt-1 font-semibold">{t('erasure.willBeErased', { date: format.dateTime(connection.willBeErasedAt) })}</p>
        )}
        {connection.missingScopes.length > 0 && (
          <p className="mt-1">
            {t('connect.missingScopes')} <code>{connection.missingScopes.join(', ')}</code>
          </p>
        )}
        <ButtonLink to={urls.connect()} className="mt-3">
          {t('dashboard.reconnect')}
        </ButtonLink>
      </Notice>
    </div>
  );
}

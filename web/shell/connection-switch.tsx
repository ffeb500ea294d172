import { Form, useLocation, useSearchParams, useSubmit } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useRootData } from './use-shell';

/** Which account a page is about; only there when there are several. Works as a plain form without JavaScript. */
export function ConnectionSwitch({ currentId }: { currentId: string }) {
  const { t } = useTranslation();
  const root = useRootData();
  const submit = useSubmit();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const connections = root?.shell.viewer?.tiktokConnections.nodes ?? [];
  if (connections.length < 2) return null;
  const period = params.get('period');
  return (
    <Form action={pathname} className="flex items-end gap-2" onChange={(event) => submit(event.currentTarget)}>
      {period && <input type="hidden" name="period" value={period} />}
      <label className="text-sm font-medium">
        <span className="mb-1 block">{t('dashboard.account')}</span>
        <select
          key={currentId}
          name="connection"
          defaultValue={currentId}
          className="min-h-11 max-w-64 rounded-lg border border-line-strong bg-card px-3 py-2"
        >
          {connections.map(({ id, displayName, username }) => (
            <option key={id} value={id}>
              {displayName}
              {username ? ` (@${username})` : ''}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button className="min-h-11 rounded-lg border border-line-strong px-3 text-sm font-semibold">
          {t('dashboard.show')}
        </button>
      </noscript>
    </Form>
  );
}

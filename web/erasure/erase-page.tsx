import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { DataTable } from '../components/ui/data-table';
import { PageHeader } from '../components/ui/page-header';
import type { ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { useFormat, useRootData } from '../shell/use-shell';
import { urls } from '../urls';
import { useTableName } from './use-table-name';

export interface ErasePlan {
  /** The one account that goes; null: everything of the person. */
  account: { id: string; name: string } | null;
  accountNames: string[];
  rows: { table: string; rowCountBefore: number }[];
}

/** What goes, in numbers, and one deliberate yes. */
export function ErasePage({ plan, notice }: { plan: ErasePlan; notice?: ActionNotice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tableName = useTableName();
  const navigation = useNavigation();
  const isDemonstration = useRootData()?.shell.instance.isDemonstration;
  const { account, rows } = plan;
  const total = rows.reduce((sum, { rowCountBefore }) => sum + rowCountBefore, 0);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={account ? t('erasure.accountTitle', { name: account.name }) : t('erasure.title')}
        intro={t(account ? 'erasure.accountIntro' : 'erasure.intro')}
      />
      <ActionResult notice={notice} />
      <div className="space-y-4">
        <Card title={t('erasure.what')}>
          <p className="mb-3 font-semibold">{t('erasure.total', { count: total, value: format.integer(total) })}</p>
          <DataTable
            caption={t('erasure.what')}
            rows={rows}
            rowKey={({ table }) => table}
            columns={[
              { key: 'table', head: t('erasure.kind'), cell: ({ table }) => tableName(table) },
              { key: 'count', head: t('erasure.count'), cell: (row) => format.integer(row.rowCountBefore), isNumber: true },
            ]}
          />
          <p className="mt-3 text-sm text-muted">{t('erasure.files')}</p>
        </Card>
        <Card title={t('erasure.happens')}>
          <ul className="list-disc space-y-1 pl-5">
            <li>{t(account ? 'erasure.stopsAccount' : 'erasure.stops')}</li>
            <li>{t('erasure.revokes', { names: plan.accountNames.join(', ') })}</li>
            <li>{t('erasure.receipt')}</li>
            <li>{t('erasure.backups')}</li>
          </ul>
          {isDemonstration && <p className="mt-3 text-sm text-muted">{t('erasure.demonstration')}</p>}
        </Card>
        <Card title={t('erasure.before')}>
          <p className="mb-4 text-sm">{t('erasure.keep')}</p>
          <ButtonLink variant="secondary" to={urls.yourData}>
            {t('yourData.open')}
          </ButtonLink>
        </Card>
        <Form method="post" className="space-y-4 rounded-2xl border border-bad bg-bad-soft p-4 sm:p-6">
          <label className="flex items-start gap-3">
            <input type="checkbox" name="confirmed" value="yes" required className="mt-0.5 size-6 shrink-0 accent-accent" />
            <span>{t('erasure.understood')}</span>
          </label>
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" className="bg-card" disabled={navigation.state !== 'idle'}>
              {t(account ? 'erasure.confirmAccount' : 'erasure.confirm')}
            </Button>
            <ButtonLink variant="quiet" to={urls.settings}>
              {t('erasure.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </div>
  );
}

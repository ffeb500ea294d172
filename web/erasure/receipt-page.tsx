import { Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { DataTable } from '../components/ui/data-table';
import { Notice } from '../components/ui/notice';
import { PageHeader } from '../components/ui/page-header';
import type { ReceiptPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { useTableName } from './use-table-name';

const askAgainMs = 1_500;
const phases = ['REVOKING', 'DELETING', 'FORGETTING_FILES', 'CLEANING'] as const;

/** How far an erasure is, and afterwards what it did; open to whoever has its address. */
export function ReceiptPage({ receipt }: { receipt: ReceiptPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isDone = receipt.phase === 'DONE';
  useAskAgain(!isDone);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t(isDone ? 'erasure.doneTitle' : 'erasure.runningTitle')}
        intro={t(`erasure.reasons.${receipt.reason}`)}
      />
      <div className="space-y-4">
        {isDone && receipt.finishedAt ? (
          <Notice tone="good" title={t('erasure.doneAt', { date: format.dateTime(receipt.finishedAt) })}>
            {t('erasure.doneBody')}
          </Notice>
        ) : (
          <Progress receipt={receipt} />
        )}
        <Authorizations receipt={receipt} />
        {isDone && <Counts receipt={receipt} />}
        <Card title={t('erasure.thisReceipt')}>
          <p className="text-sm">{t('erasure.thisReceiptBody')}</p>
          <p className="mt-2 text-sm">
            {t('erasure.number')} <code className="break-all">{receipt.id}</code>
          </p>
          {receipt.keptUntil && (
            <p className="mt-2 text-sm text-muted">
              {t('erasure.keptUntil', { date: format.longDay(receipt.keptUntil.slice(0, 10)) })}
            </p>
          )}
        </Card>
        <ButtonLink variant="secondary" to={urls.landing}>
          {t('errors.home')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Progress({ receipt }: { receipt: ReceiptPartsFragment }) {
  const { t } = useTranslation();
  const position = phases.findIndex((phase) => phase === receipt.phase);
  return (
    <Card title={t('erasure.steps')}>
      <ol className="space-y-1" aria-live="polite">
        {phases.map((phase, index) => (
          <li key={phase} aria-current={index === position ? 'step' : undefined} className={index > position ? 'text-muted' : ''}>
            <span aria-hidden="true">{index < position ? '✓ ' : index === position ? '… ' : '· '}</span>
            <span className={index === position ? 'font-semibold' : ''}>{t(`erasure.phases.${phase}`)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-muted">{t('erasure.goesOn')}</p>
      <p className="mt-2">
        <Link to={urls.erased(receipt.id)} reloadDocument className="text-accent underline underline-offset-4">
          {t('erasure.reload')}
        </Link>
      </p>
    </Card>
  );
}

function Authorizations({ receipt: { revokedCount, alreadyEndedCount, unconfirmedCount } }: { receipt: ReceiptPartsFragment }) {
  const { t } = useTranslation();
  if (revokedCount + alreadyEndedCount + unconfirmedCount === 0) return null;
  return (
    <Card title={t('erasure.authorizations')}>
      <ul className="list-disc space-y-1 pl-5">
        {revokedCount > 0 && <li>{t('erasure.revoked', { count: revokedCount })}</li>}
        {alreadyEndedCount > 0 && <li>{t('erasure.alreadyEnded', { count: alreadyEndedCount })}</li>}
        {unconfirmedCount > 0 && <li className="font-semibold">{t('erasure.unconfirmed', { count: unconfirmedCount })}</li>}
      </ul>
    </Card>
  );
}

function Counts({ receipt }: { receipt: ReceiptPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tableName = useTableName();
  const after = (count: number | null | undefined) => (count === null || count === undefined ? '–' : format.integer(count));
  const files = { table: 'files', rowCountBefore: receipt.deletedFileCount, rowCountAfter: receipt.remainingFileCount };
  return (
    <Card title={t('erasure.counts')} intro={t('erasure.countsHelp')}>
      <DataTable
        caption={t('erasure.counts')}
        rows={[...receipt.tables, files]}
        rowKey={({ table }) => table}
        columns={[
          { key: 'table', head: t('erasure.kind'), cell: ({ table }) => tableName(table) },
          { key: 'before', head: t('erasure.countBefore'), cell: (row) => format.integer(row.rowCountBefore), isNumber: true },
          { key: 'after', head: t('erasure.countAfter'), cell: (row) => after(row.rowCountAfter), isNumber: true },
        ]}
      />
    </Card>
  );
}

/** Where scripts run, the page follows by itself; elsewhere a link does. */
function useAskAgain(isWanted: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(revalidate, askAgainMs);
    return () => clearInterval(timer);
  }, [isWanted, revalidate]);
}

import { useActionData, useFetcher, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../components/ui/data-table';
import { Notice, type Tone } from '../components/ui/notice';
import type { ReproductionFragment } from '../graphql/generated';
import type { ActionNotice } from '../shell/action-notice';
import { unbroken } from '../i18n/unbroken';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';

interface Answer {
  notice?: ActionNotice;
  reproduction?: ReproductionFragment;
}

/** Where a recommendation stands on its page: without JavaScript the browser comes back to it. */
export function recommendationAnchor(id: string): string {
  return `recommendation-${id.replace(/[^\w-]/g, '')}`;
}

/** What the page's own action found out about this recommendation: the answer without JavaScript. */
export function useAnswerOfPage(recommendationId: string): ReproductionFragment | undefined {
  const { reproduction } = useActionData<Answer>() ?? {};
  return reproduction?.recommendation.id === recommendationId ? reproduction : undefined;
}

/** Asks the question of the evidence again, and says in place what it is answered today. */
export function CheckAgain({ recommendationId, connectionId }: { recommendationId: string; connectionId: string }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<Answer>();
  const answerOfPage = useAnswerOfPage(recommendationId);
  const { pathname, search } = useLocation();
  const page = pathname === urls.recommendations() ? `${pathname}${search}` : urls.recommendations({ connection: connectionId });
  const isBusy = fetcher.state !== 'idle';
  const reproduction = fetcher.data?.reproduction ?? answerOfPage;
  const problem = fetcher.data?.notice;
  return (
    <div className="space-y-2">
      <fetcher.Form method="post" action={`${page}#${recommendationAnchor(recommendationId)}`} preventScrollReset>
        <input type="hidden" name="recommendationId" value={recommendationId} />
        <button
          name="intent"
          value="reproduce"
          disabled={isBusy}
          className="min-h-9 rounded-lg border border-line-strong bg-card px-3 font-medium hover:bg-sunken disabled:opacity-60"
        >
          {t(isBusy ? 'evidence.checking' : 'evidence.again')}
        </button>
        <p className="mt-1 text-xs text-muted">{t('evidence.againHint')}</p>
      </fetcher.Form>
      {problem && !isBusy && <Notice tone={problem.tone} title={t(`notices.${problem.key}`)} />}
      {reproduction && !isBusy && <Finding reproduction={reproduction} />}
    </div>
  );
}

function toneOf({ holds, conclusionStands }: ReproductionFragment): Tone {
  if (holds) return 'good';
  return conclusionStands ? 'info' : 'warning';
}

function Finding({ reproduction }: { reproduction: ReproductionFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { statement, differences, goneVideoCount } = reproduction;
  const written = (metric: string, value: number | null) =>
    value === null
      ? '–'
      : metric === 'N' || metric === 'OTHER_COUNT'
        ? format.integer(value)
        : format.change(Math.exp(value) - 1);
  return (
    <Notice tone={toneOf(reproduction)}>
      <p>{unbroken(statement, format.language)}</p>
      {goneVideoCount > 0 && <p className="mt-1">{t('evidence.gone', { count: goneVideoCount })}</p>}
      {differences.length > 0 && (
        <div className="mt-2">
          <DataTable
            caption={t('evidence.differences')}
            columns={[
              { key: 'metric', head: t('evidence.number'), cell: ({ metric }) => t(`evidence.numbers.${metric}`) },
              {
                key: 'stored',
                head: t('evidence.stored'),
                isNumber: true,
                cell: ({ metric, stored }) => written(metric, stored),
              },
              { key: 'now', head: t('evidence.now'), isNumber: true, cell: ({ metric, now }) => written(metric, now) },
            ]}
            rows={differences}
            rowKey={({ metric }) => metric}
          />
        </div>
      )}
    </Notice>
  );
}

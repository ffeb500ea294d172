import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { Notice } from '../components/ui/notice';
import { PageHeader } from '../components/ui/page-header';
import { useYourDataQuery, type YourDataQuery } from '../graphql/generated';
import type { ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Archive } from './archive';

type Kept = NonNullable<YourDataQuery['viewer']>['keptData'];

const kinds = [
  'videoCount',
  'videoReadingCount',
  'accountReadingCount',
  'recommendationCount',
  'predictionCount',
  'experimentCount',
  'accountCount',
  'syncCount',
  'consentCount',
] as const satisfies readonly (keyof Kept)[];

/** What is kept of the person, and how to take it along. */
export function YourDataPage({ notice, isLinkGone }: { notice?: ActionNotice; isLinkGone: boolean }) {
  const { t } = useTranslation();
  const [{ data }] = useYourDataQuery({ variables: {} });
  if (!data?.viewer) return null;
  const { keptData, dataExports } = data.viewer;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('yourData.title')} intro={t('yourData.intro')} />
      {notice?.key !== 'exportStarted' && <ActionResult notice={notice} />}
      {isLinkGone && !notice && (
        <div className="mb-4">
          <Notice tone="warning" title={t('yourData.linkGone')}>
            {t('yourData.linkGoneBody')}
          </Notice>
        </div>
      )}
      <div className="space-y-6">
        <Card title={t('yourData.kept')} intro={t('yourData.keptIntro')}>
          <KeptNumbers kept={keptData} />
        </Card>
        <Card title={t('yourData.takeAlong')} intro={t('yourData.takeAlongIntro')}>
          <Archive archive={dataExports.nodes[0] ?? null} />
        </Card>
        <Card title={t('erasure.section')} intro={t('erasure.sectionBody')}>
          <ButtonLink variant="danger" to={urls.erase()}>
            {t('erasure.sectionLink')}
          </ButtonLink>
        </Card>
        <p className="text-sm text-muted">
          {t('yourData.why')}{' '}
          <Link to={urls.privacy} className="inline-flex min-h-7 items-center text-accent underline underline-offset-4">
            {t('nav.privacy')}
          </Link>
        </p>
      </div>
    </div>
  );
}

function KeptNumbers({ kept }: { kept: Kept }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
      {kinds.map((kind) => (
        <div key={kind} className="flex min-w-0 flex-col-reverse justify-end">
          <dt className="text-sm text-muted">{t(`yourData.kinds.${kind}`)}</dt>
          <dd className="text-xl font-semibold tabular-nums">{format.integer(kept[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

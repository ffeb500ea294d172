import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import { Card } from '../components/ui/card';
import type { RisingHashtagReportFragment } from '../graphql/generated';
import { useFormat, useRootData } from '../shell/use-shell';
import { urls } from '../urls';

/** Hashtags that other consenting creators use more than before: what others do, with n, and no word on views. */
export function RisingHashtags({ report }: { report: RisingHashtagReportFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, creatorCount, minimumCreators, hashtags, intervalLevel } = report;
  const count = { count: creatorCount, formatted: format.integer(creatorCount) };
  const isEmpty = hashtags.length === 0;
  const emptyText =
    status === 'MEASURED' ? t('trends.nothing', count) : t('trends.tooFew', { ...count, minimum: minimumCreators });
  return (
    <Card title={t('trends.title')}>
      <p className={isEmpty ? '' : 'text-sm text-muted'}>{isEmpty ? emptyText : t('trends.intro', count)}</p>
      {!isEmpty && <p className="mt-1 text-sm font-medium">{t('trends.notAnEffect')}</p>}
      {!isEmpty && (
        <ul className="mt-3 divide-y divide-line">
          {hashtags.map((hashtag) => (
            <HashtagRow key={hashtag.name} hashtag={hashtag} />
          ))}
        </ul>
      )}
      {!isEmpty && (
        <p className="mt-3 text-xs text-muted">
          {t('trends.method', { level: format.wholeRate(intervalLevel), minimum: minimumCreators })}
        </p>
      )}
      <JoinLink />
    </Card>
  );
}

function HashtagRow({ hashtag }: { hashtag: RisingHashtagReportFragment['hashtags'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const times = (velocity: number) => format.multiple(Math.exp(velocity));
  const counted = (count: number) => ({ count, formatted: format.integer(count) });
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
      <p className="min-w-0 font-medium break-words">
        #{hashtag.name} {hashtag.ownVideoCount > 0 && <Badge>{t('trends.own', counted(hashtag.ownVideoCount))}</Badge>}
      </p>
      <p className="text-sm">
        {t('trends.velocity', { times: times(hashtag.velocity) })}{' '}
        <span className="text-muted">
          ({t('trends.range', { low: times(hashtag.velocityLow), high: times(hashtag.velocityHigh) })})
        </span>
      </p>
      <p className="w-full text-xs text-muted">
        {t('trends.counts', {
          videos: t('trends.videos', counted(hashtag.videoCount)),
          creators: t('trends.creators', counted(hashtag.creatorCount)),
        })}
      </p>
    </li>
  );
}

/** For whoever has not agreed to count. */
function JoinLink() {
  const { t } = useTranslation();
  const states = useRootData()?.shell.viewer?.consentStates;
  if (states?.some(({ purpose, isGiven }) => purpose === 'RESEARCH' && isGiven)) return null;
  return (
    <p className="mt-2 text-sm">
      <Link
        to={`${urls.settings}#consents`}
        className="inline-flex min-h-7 items-center text-accent underline underline-offset-4"
      >
        {t('trends.join')}
      </Link>
    </p>
  );
}

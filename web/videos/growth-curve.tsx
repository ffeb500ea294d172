import { LinePath } from '@visx/shape';
import { useSearchParams, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChartFrame, type ChartSize } from '../components/charts/chart-frame';
import { Plot } from '../components/charts/plot';
import { DataTable } from '../components/ui/data-table';
import { useFormat } from '../shell/use-shell';
import type { ExpectedPoint } from './expected-path';
import { ageTicks, logAge } from './growth-axis';
import { GrowthFan } from './growth-fan';
import type { VideoDetail } from './video-page';

type Snapshot = VideoDetail['firstReadings']['nodes'][number];

/** Views by age, a point per reading; the axis of time is linear or logarithmic, as the address says. */
export function GrowthCurve({
  snapshots,
  total,
  expected,
}: {
  snapshots: readonly Snapshot[];
  total: number;
  /** What is drawn behind as still to come; empty when nothing is. */
  expected: readonly ExpectedPoint[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const isLog = params.get('axis') === 'log';
  const read = snapshots.filter((snapshot): snapshot is Snapshot & { viewCount: number } => snapshot.viewCount !== null);
  const first = read[0];
  const last = read[read.length - 1];
  if (first === undefined || last === undefined || read.length < 2) {
    return <p className="text-sm text-muted">{t('video.growthEmpty')}</p>;
  }
  const domain: [number, number] = [
    isLog ? Math.max(0.5, first.ageHours) : 0,
    Math.max(last.ageHours, expected.at(-1)?.ageHours ?? 0),
  ];
  const summary = t('video.growthSummary', {
    n: format.integer(read.length),
    first: format.integer(first.viewCount),
    firstAge: format.age(first.ageHours),
    last: format.integer(last.viewCount),
    lastAge: format.age(last.ageHours),
  });
  const draw = (size: ChartSize) => (
    <Plot
      size={size}
      label={`${t('video.growthTitle')}. ${summary}`}
      xDomain={domain}
      values={[...read.map(({ viewCount }) => viewCount), ...expected.map(({ high80 }) => high80)]}
      xTicks={ageTicks(domain, isLog, size.isCompact ? 4 : 6)}
      formatX={format.age}
      formatY={format.compact}
      startsAtZero
      xScale={isLog ? logAge : undefined}
    >
      {({ x, y }) => (
        <>
          {expected.length > 0 && <GrowthFan path={expected} x={x} y={y} />}
          <LinePath
            data={read}
            x={({ ageHours }) => x(Math.max(domain[0], ageHours))}
            y={({ viewCount }) => y(viewCount)}
            className="fill-none stroke-accent"
            strokeWidth={2.25}
            strokeLinejoin="round"
          />
          {read.map(({ observedAt, ageHours, viewCount }) => (
            <circle
              key={observedAt}
              cx={x(Math.max(domain[0], ageHours))}
              cy={y(viewCount)}
              r={read.length > 60 ? 1.5 : 3}
              className="fill-accent"
            />
          ))}
        </>
      )}
    </Plot>
  );
  return (
    <>
      <nav aria-label={t('video.scale')} className="mb-3">
        <ul className="inline-flex rounded-lg border border-line p-0.5 text-sm">
          {([false, true] as const).map((log) => (
            <li key={String(log)}>
              <Link
                to={log ? '?axis=log' : '?'}
                preventScrollReset
                replace
                aria-current={log === isLog ? 'true' : undefined}
                className={`flex min-h-8 items-center rounded-md px-3 ${log === isLog ? 'bg-accent text-on-accent' : 'text-muted'}`}
              >
                {t(log ? 'video.log' : 'video.linear')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ChartFrame
        title={t('videos.views')}
        summary={[
          summary,
          total > snapshots.length ? t('video.truncated', { shown: snapshots.length, total }) : '',
          expected.length > 0 ? t('growth.legend') : '',
        ]
          .filter(Boolean)
          .join(' ')}
        draw={draw}
        table={
          <DataTable
            caption={t('video.growthTitle')}
            columns={[
              { key: 'at', head: t('video.observedAt'), cell: ({ observedAt }) => format.dateTime(observedAt) },
              { key: 'age', head: t('video.age'), isNumber: true, cell: ({ ageHours }) => format.age(ageHours) },
              { key: 'views', head: t('videos.views'), isNumber: true, cell: ({ viewCount }) => format.integer(viewCount) },
              { key: 'likes', head: t('videos.likes'), isNumber: true, cell: ({ likeCount }) => format.integer(likeCount) },
              {
                key: 'comments',
                head: t('videos.comments'),
                isNumber: true,
                cell: ({ commentCount }) => format.integer(commentCount),
              },
              { key: 'shares', head: t('videos.shares'), isNumber: true, cell: ({ shareCount }) => format.integer(shareCount) },
            ]}
            rows={snapshots}
            rowKey={({ observedAt }) => observedAt}
          />
        }
      />
    </>
  );
}

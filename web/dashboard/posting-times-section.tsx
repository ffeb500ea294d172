import { useTranslation } from 'react-i18next';
import { ForestChart } from '../components/charts/forest-chart';
import { Card } from '../components/ui/card';
import { useFormat } from '../shell/use-shell';
import type { DashboardAnalytics } from './dashboard-data';
import { PostingTimesMap } from './posting-times-map';

type PostingTimes = DashboardAnalytics['postingTimes'];

/** Weekday by hour, with the verdict in a sentence first: most creators' map says nothing, and this one says so. */
export function PostingTimesSection({ times }: { times: PostingTimes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const level = format.wholeRate(times.intervalLevel);
  const verdict = usePostingVerdict(times);
  if (times.n === 0) {
    return (
      <Card title={t('charts.postingTitle')}>
        <p className="font-medium">{verdict}</p>
      </Card>
    );
  }
  return (
    <Card title={t('charts.postingTitle')}>
      <p className="font-medium">{verdict}</p>
      <p className="mt-1 mb-4 max-w-prose text-sm text-muted">{t('charts.postingIntro', { timeZone: times.timeZone })}</p>
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <PostingTimesMap times={times} verdict={verdict} />
        <div className="min-w-0">
          <h3 className="mb-3 font-semibold">{t('charts.blocks')}</h3>
          <ForestChart
            caption={t('charts.blocks')}
            level={times.intervalLevel}
            effects={times.blocks.map((block) => ({
              ...block,
              label: t('charts.block', { from: format.hour(block.hourFrom), until: format.hour(block.hourUntil) }),
            }))}
          />
          <p className="mt-3 text-xs text-muted">
            {t('charts.choiceRange', { level, minimum: format.integer(times.minimumN) })}{' '}
            {t('charts.method', { version: times.methodVersion })}
          </p>
        </div>
      </div>
    </Card>
  );
}

/** The verdict in a sentence; what stands out is named, stretches before single hours. */
function usePostingVerdict({ verdict, n, minimumN, blocks, cells }: PostingTimes): string {
  const { t } = useTranslation();
  const format = useFormat();
  const numbers = { n: format.integer(n), minimum: format.integer(minimumN) };
  if (verdict !== 'HIGHER' && verdict !== 'LOWER') return t(`charts.postingVerdict.${verdict}`, numbers);
  const lift = (value: number | null) => format.change(value === null ? null : Math.exp(value) - 1);
  const isClear = (found: { verdict: string }) => found.verdict === 'HIGHER' || found.verdict === 'LOWER';
  const names = [
    ...blocks.filter(isClear).map((block) => ({
      name: t('charts.block', { from: format.hour(block.hourFrom), until: format.hour(block.hourUntil) }),
      ...block,
    })),
    ...cells.filter(isClear).map((cell) => ({ name: `${format.weekday(cell.weekday)} ${format.hour(cell.hour)}`, ...cell })),
  ].map(({ name, estimate, low, high, n: videos }) =>
    t('charts.named', { name, lift: lift(estimate), low: lift(low), high: lift(high), n: format.integer(videos) }),
  );
  return t(`charts.postingVerdict.${verdict}`, { ...numbers, blocks: format.list(names.slice(0, 4)) });
}

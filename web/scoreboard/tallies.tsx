import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import type { ScoreboardQuery, TallyPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

type Scoreboard = Extract<NonNullable<ScoreboardQuery['node']>, { __typename: 'TikTokConnection' }>['scoreboard'];

/** Hits, misses, undecided and what is under way: all together, then by type with what it does to the confidence. */
export function Tallies({ scoreboard }: { scoreboard: Scoreboard }) {
  const { t } = useTranslation();
  const { overall, types, minimumVideos } = scoreboard;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <div className="sm:col-span-2 lg:col-span-3">
        <Card title={t('scoreboard.overall')}>
          <Numbers tally={overall} isLarge />
          <Counts tally={overall} />
          <Rates tally={overall} needed={minimumVideos} />
        </Card>
      </div>
      {types.map((tally) => (
        <Card key={tally.type} title={t(`recommendations.types.${tally.type}`)}>
          <Numbers tally={tally} />
          <Rates tally={tally} needed={minimumVideos} isShort />
          <Correction points={tally.confidenceCorrection} />
        </Card>
      ))}
    </div>
  );
}

function Numbers({ tally, isLarge = false }: { tally: TallyPartsFragment; isLarge?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const numbers = [
    { key: 'hits', label: t('scoreboard.hits'), value: tally.hits, tone: 'text-good' },
    { key: 'misses', label: t('scoreboard.misses'), value: tally.misses, tone: 'text-bad' },
    { key: 'undecided', label: t('scoreboard.undecided'), value: tally.undecided, tone: 'text-muted' },
    { key: 'underWay', label: t('scoreboard.underWay'), value: tally.measuring + tally.waiting, tone: 'text-ink' },
  ];
  return (
    <dl className="grid grid-cols-4 gap-2 text-center">
      {numbers.map(({ key, label, value, tone }) => (
        <div key={key} className="flex min-w-0 flex-col-reverse">
          <dt className="text-xs break-words text-muted">{label}</dt>
          <dd className={`font-bold tabular-nums ${isLarge ? 'text-4xl' : 'text-2xl'} ${value === 0 ? 'text-muted' : tone}`}>
            {format.integer(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Counts({ tally: { waiting, measuring, cancelled } }: { tally: TallyPartsFragment }) {
  const { t } = useTranslation();
  const counts = [
    waiting > 0 && t('scoreboard.waitingCount', { count: waiting }),
    measuring > 0 && t('scoreboard.measuringCount', { count: measuring }),
    cancelled > 0 && t('scoreboard.cancelledCount', { count: cancelled }),
  ].filter(Boolean);
  return counts.length === 0 ? null : <p className="mt-4 text-sm">{counts.join(' · ')}</p>;
}

/** What was stated against what came, from ten videos on; before, how many there are. */
function Rates({ tally, needed, isShort = false }: { tally: TallyPartsFragment; needed: number; isShort?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { statedRate, observedRate, insideIntervalRate } = tally;
  const numbers = { n: format.integer(tally.n), needed: format.integer(needed) };
  return (
    <p className="mt-3 text-sm text-muted">
      {statedRate === null
        ? t(isShort ? 'scoreboard.measuredOf' : 'scoreboard.tooFew', numbers)
        : t('scoreboard.rates', {
            ...numbers,
            stated: format.wholeRate(statedRate),
            observed: format.wholeRate(observedRate),
            inside: format.wholeRate(insideIntervalRate),
          })}
    </p>
  );
}

function Correction({ points }: { points: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rounded = Math.round(points * 100);
  return (
    <p className="mt-1 text-sm text-muted">
      {rounded === 0 ? t('scoreboard.noCorrection') : t('scoreboard.correction', { points: format.signed(rounded) })}
    </p>
  );
}

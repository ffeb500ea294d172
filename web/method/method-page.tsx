import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { Disclosure } from '../components/ui/disclosure';
import { PageHeader } from '../components/ui/page-header';
import { useFormat } from '../shell/use-shell';
import { adviceTypes, choiceRows, gainRowsOf } from './backtest-results';
import { CalibrationChart } from './calibration-chart';
import { GainForest } from './gain-forest';
import { ChoiceTable, GainTable, GrowthTable } from './method-tables';
import { PowerChart } from './power-chart';
import { publishedBacktest } from './published-backtest';

const steps = ['age', 'level', 'arms', 'chance', 'silence'] as const;
const limits = ['cause', 'average', 'purpose'] as const;

/** How numbers are made, and what they were worth on videos they had not seen: the same figures as in docs/backtest.md. */
export function MethodPage() {
  const { t } = useTranslation();
  return (
    <article className="mx-auto max-w-4xl">
      <PageHeader title={t('method.title')} intro={<p>{t('method.intro')}</p>} />
      <div className="space-y-6">
        <Card title={t('method.stepsTitle')}>
          <ol className="space-y-4">
            {steps.map((step, position) => (
              <li key={step} className="flex gap-3">
                <span
                  aria-hidden="true"
                  className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent-strong"
                >
                  {position + 1}
                </span>
                <div className="max-w-prose">
                  <h3 className="font-semibold">{t(`method.steps.${step}.title`)}</h3>
                  <p className="text-muted">{t(`method.steps.${step}.body`)}</p>
                </div>
              </li>
            ))}
          </ol>
        </Card>
        <GainCard />
        <CalibrationCard />
        <GeneratedCard />
        <GrowthCard />
        <Card title={t('method.limitsTitle')}>
          <ul className="max-w-prose list-disc space-y-2 pl-5 text-muted">
            {limits.map((limit) => (
              <li key={limit}>{t(`method.limits.${limit}`)}</li>
            ))}
          </ul>
          <p className="mt-4 max-w-prose text-sm text-muted">
            {t('method.again', { version: publishedBacktest.effects.methodVersion })}
          </p>
        </Card>
      </div>
    </article>
  );
}

function GainCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, rows, choices, placebo } = publishedBacktest.effects;
  const groups = adviceTypes
    .map((type) => ({
      title: t(`recommendations.types.${type}`),
      rows: gainRowsOf(type, rows).filter(({ method }) => method !== 'none'),
    }))
    .filter((group) => group.rows.some(({ gain }) => gain !== null));
  const figures = {
    creators: format.integer(data.creators),
    videos: format.integer(data.videos),
    origins: format.integer(data.origins),
    scored: format.integer(data.creatorsScored),
    later: format.integer(data.videosScored),
  };
  return (
    <Card title={t('method.gain.title')} intro={t('method.gain.intro', figures)}>
      <p className="mb-5 text-sm text-muted">
        <Key isRing={false} /> {t('method.gain.keyGain')}
        <br />
        <Key isRing /> {t('method.gain.keyPromised')}
      </p>
      <GainForest groups={groups} />
      <p className="mt-4 max-w-prose text-sm">{t('method.gain.reading')}</p>
      <Disclosure label={t('charts.table')} className="mt-3">
        <GainTable caption={t('method.gain.title')} rows={adviceTypes.flatMap((type) => gainRowsOf(type, rows))} />
        <p className="mt-4 mb-2 text-sm font-medium">{t('method.gain.byChoice')}</p>
        <ChoiceTable rows={choiceRows(choices)} />
        <p className="mt-4 mb-2 max-w-prose text-sm font-medium">{t('method.gain.placebo')}</p>
        <GainTable caption={t('method.gain.placebo')} rows={adviceTypes.flatMap((type) => gainRowsOf(type, placebo))} />
      </Disclosure>
    </Card>
  );
}

/** The sign that the drawing uses, in the line that explains it. */
function Key({ isRing }: { isRing: boolean }) {
  return (
    <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" className="inline-block align-[-2px]">
      <circle
        cx="7"
        cy="7"
        r="5"
        strokeWidth="1.75"
        className={isRing ? 'fill-card stroke-muted' : 'fill-above-3 stroke-above-3'}
      />
    </svg>
  );
}

function CalibrationCard() {
  const { t } = useTranslation();
  const { bins, ece, n } = publishedBacktest.effects.calibration;
  return (
    <Card title={t('method.calibration.title')} intro={t('method.calibration.intro')}>
      <div className="max-w-2xl">
        <CalibrationChart bins={bins} ece={ece} n={n} />
      </div>
    </Card>
  );
}

function GeneratedCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { generated } = publishedBacktest.effects;
  if (!generated) return null;
  return (
    <Card title={t('method.generated.title')} intro={t('method.generated.intro')}>
      <p className="mb-5 max-w-prose">
        {t('method.generated.falseAlarms', {
          rate: format.rate(generated.falseAlarmRate),
          error: format.rate(generated.falseAlarmSe),
          creators: format.integer(generated.falseAlarmCreators),
        })}
      </p>
      <div className="max-w-2xl">
        <PowerChart power={generated.power} />
      </div>
    </Card>
  );
}

function GrowthCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { growth } = publishedBacktest;
  if (!growth) return null;
  const figures = {
    readings: format.integer(growth.data.readings),
    videos: format.integer(growth.data.videos),
    creators: format.integer(growth.data.creators),
  };
  return (
    <Card title={t('method.growth.title')} intro={t('method.growth.intro', figures)}>
      <GrowthTable rows={growth.rows} />
    </Card>
  );
}

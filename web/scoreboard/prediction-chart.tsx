import { scaleLinear } from '@visx/scale';
import { useTranslation } from 'react-i18next';
import type { HorizonPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { useAge } from './use-age';

/** Distance from the baseline in ln(views); no view counts as one. */
function distance({ baselineViews }: HorizonPartsFragment, views: number): number {
  return Math.log(Math.max(views, 1) / baselineViews);
}

/** For each age the registered interval around the creator's usual views (the dashed line), and where the video landed. */
export function PredictionChart({ horizons }: { horizons: readonly HorizonPartsFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const age = useAge();
  const drawn = horizons.flatMap((horizon) =>
    [horizon.lowViews, horizon.highViews, horizon.measuredViews ?? horizon.expectedViews].map((views) =>
      Math.abs(distance(horizon, views)),
    ),
  );
  const reach = Math.max(...drawn) * 1.05;
  return (
    <ul className="space-y-2">
      {horizons.map((horizon) => {
        const numbers = {
          age: age(horizon.ageHours),
          expected: format.compact(horizon.expectedViews),
          low: format.compact(horizon.lowViews),
          high: format.compact(horizon.highViews),
          baseline: format.compact(horizon.baselineViews),
        };
        return (
          <li key={horizon.ageHours}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span className="font-medium">{numbers.age}</span>
              {horizon.verdict === null ? (
                <span className="text-xs text-muted">{t('scoreboard.predictedRow', numbers)}</span>
              ) : (
                <Outcome horizon={horizon} />
              )}
            </p>
            <Row horizon={horizon} reach={reach} label={t('scoreboard.rowSummary', numbers)} />
            {horizon.verdict !== null && <p className="text-xs text-muted">{t('scoreboard.predictedRow', numbers)}</p>}
          </li>
        );
      })}
    </ul>
  );
}

const tones = { HIT: 'text-good', MISS: 'text-bad', UNDECIDED: 'text-muted' };

function Outcome({ horizon: { verdict, undecidedReason, measuredViews } }: { horizon: HorizonPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (verdict === null) return null;
  const measured = measuredViews === null ? null : t('scoreboard.measuredRow', { measured: format.compact(measuredViews) });
  const reason = undecidedReason && t(`scoreboard.reasons.${undecidedReason}`);
  return (
    <span className={tones[verdict]}>
      <span className="font-semibold">{t(`scoreboard.verdicts.${verdict}`)}</span>
      <span className="text-xs">{[measured, reason].filter(Boolean).map((text) => ` · ${text}`)}</span>
    </span>
  );
}

const dots = { HIT: 'fill-above-3', MISS: 'fill-below-3', UNDECIDED: 'fill-ink' };

function Row({ horizon, reach, label }: { horizon: HorizonPartsFragment; reach: number; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lowViews, highViews, expectedViews, measuredViews, verdict } = horizon;
  const x = scaleLinear<number>({ domain: [-reach, reach], range: [2, 98], clamp: true });
  const at = (views: number) => `${x(distance(horizon, views)).toFixed(2)}%`;
  const outcome =
    measuredViews === null || verdict === null
      ? ''
      : ` ${t('scoreboard.rowMeasured', { measured: format.compact(measuredViews), verdict: t(`scoreboard.verdicts.${verdict}`) })}`;
  return (
    <svg role="img" aria-label={label + outcome} width="100%" height="22" className="block">
      <line x1="50%" x2="50%" y1="0" y2="22" className="stroke-line-strong" strokeDasharray="2 3" />
      <line
        x1={at(lowViews)}
        x2={at(highViews)}
        y1="11"
        y2="11"
        strokeWidth="7"
        strokeLinecap="round"
        className="stroke-line-strong opacity-40"
      />
      <line x1={at(expectedViews)} x2={at(expectedViews)} y1="4" y2="18" strokeWidth="2" className="stroke-ink" />
      {measuredViews !== null && verdict !== null && (
        <circle cx={at(measuredViews)} cy="11" r="6.5" className={`${dots[verdict]} stroke-card`} strokeWidth="2" />
      )}
    </svg>
  );
}

import { useTranslation } from 'react-i18next';
import { countBeyond, stripScale } from '../components/charts/strip';
import { ExpectedRow, StripAxis, StripRow } from '../components/charts/strip-plot';
import type { RecommendationCardFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

type Evidence = RecommendationCardFragment['evidence'];

/** The estimate as it is always told: with its interval and the n of both sides. */
export function useEstimate({ arms, effect, low, high, n, intervalLevel }: Evidence): string {
  const { t } = useTranslation();
  const format = useFormat();
  const lift = (value: number) => format.change(Math.exp(value) - 1);
  return t('evidence.interval', {
    lift: lift(effect),
    low: lift(low),
    high: lift(high),
    level: format.wholeRate(intervalLevel),
    n: format.integer(n),
    others: format.integer(arms[1]?.n ?? null),
  });
}

/**
 * Both sides as dots, and what can be expected of the choice, on one scale. Every number that is drawn stands beside it in words.
 * Evidence kept before its dots were has the expectation alone.
 */
export function EvidenceChart({ evidence }: { evidence: Evidence }) {
  const { arms, effect, low, high } = evidence;
  const estimate = useEstimate(evidence);
  const { t } = useTranslation();
  const format = useFormat();
  const lift = (value: number) => format.change(Math.exp(value) - 1);
  const others = arms[1];
  const from = others?.meanResidual ?? 0;
  const drawn = arms.flatMap(({ residuals }) => residuals);
  const scale = stripScale([...drawn, from + low, from + high]);
  const beyond = countBeyond(drawn, scale);
  return (
    <figure>
      {drawn.length > 0 && (
        <figcaption>
          <p className="font-medium">{t('evidence.chart')}</p>
          <p className="text-xs text-muted">{t('evidence.chartIntro')}</p>
        </figcaption>
      )}
      {arms.map((arm, side) => (
        <div key={arm.label} className="mt-2">
          <p>
            <span className="font-medium">{t('evidence.arm', { label: arm.label, n: format.integer(arm.n) })}</span>
            {arm.meanResidual !== null && (
              <span className="text-muted"> · {t('evidence.mean', { mean: lift(arm.meanResidual) })}</span>
            )}
          </p>
          {arm.residuals.length > 0 && (
            <StripRow strip={{ residuals: arm.residuals, mean: arm.meanResidual }} scale={scale} isChosen={side === 0} />
          )}
          {arm.residuals.length > 0 && arm.residuals.length < arm.n && (
            <p className="text-xs text-muted">
              {t('evidence.drawn', { drawn: format.integer(arm.residuals.length), n: format.integer(arm.n) })}
            </p>
          )}
        </div>
      ))}
      <div className="mt-2">
        <p className="font-medium">{t('evidence.expected')}</p>
        <p>{estimate}</p>
        <ExpectedRow from={from} effect={effect} low={low} high={high} scale={scale} />
        <StripAxis scale={scale} level={t('evidence.axisLevel')} />
        {drawn.length > 0 && <p className="text-xs text-muted">{t('evidence.expectedIntro')}</p>}
        {beyond > 0 && <p className="text-xs text-muted">{t('evidence.beyond', { count: beyond })}</p>}
      </div>
    </figure>
  );
}

import { armsOf, spreadByRank } from '../analytics/arms';
import type { CreatorAnalysis } from '../analytics/creator-analysis';
import type { AdviceBasis } from './advice';
import type { CreatorHistory } from './creator-history';
import type { Evidence } from './evidence';
import { reproduceEffect } from './reproduction';
import type { Words } from './wording/wording';

/** Dots that are drawn of one side: more would be a blot on a phone. */
const mostDots = 60;

/** Evidence as it is kept: what was found, its words, the residuals behind it, and the question that gives the numbers again. */
export function buildEvidence(
  { confidence: _confidence, otherCount, ...basis }: AdviceBasis,
  { arms, statement }: Pick<Words, 'arms' | 'statement'>,
  { connectionId, period }: Pick<CreatorHistory, 'connectionId' | 'period'>,
  { comparisons, dataVersion }: Pick<CreatorAnalysis, 'comparisons' | 'dataVersion'>,
): Evidence {
  const { criterion, n } = basis;
  const sides = armsOf(comparisons, criterion);
  return {
    ...basis,
    arms: [
      { label: arms.chosen, n, ...draw(sides.chosen) },
      { label: arms.others, n: otherCount, ...draw(sides.others) },
    ],
    period: { from: period.from.toISOString(), until: period.until.toISOString(), timeZone: period.timeZone },
    dataVersion,
    statement,
    ...reproduceEffect(connectionId, criterion, period.timeZone),
  };
}

function draw(side: readonly { residual: number }[]): Pick<Evidence['arms'][number], 'residuals' | 'meanResidual'> {
  const residuals = side.map(({ residual }) => residual);
  if (residuals.length === 0) return { residuals: [], meanResidual: null };
  return {
    residuals: spreadByRank(residuals, mostDots).map(thousandths),
    meanResidual: thousandths(residuals.reduce((sum, residual) => sum + residual, 0) / residuals.length),
  };
}

/** Finer than any drawing shows, and a tenth of a per cent of views. */
function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

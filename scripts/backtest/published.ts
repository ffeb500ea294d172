import type { GrowthRow } from '../backtest-growth/growth-scores';
import type { BacktestReport } from './report';

export interface PublishedGrowth {
  data: { creators: number; videos: number; readings: number };
  methodVersion: string;
  rows: GrowthRow[];
}

/** What stands in `docs/backtest.json`: aggregates alone, rounded. */
export interface PublishedBacktest {
  effects: BacktestReport;
  /** What `npm run backtest:growth` finds; null until it has been measured. */
  growth: PublishedGrowth | null;
}

/** Four digits after the point are more than any of these figures holds. */
export function rounded<Value>(value: Value): Value {
  if (typeof value === 'number') return (Math.round(value * 1e4) / 1e4) as Value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner as unknown)])) as Value;
}

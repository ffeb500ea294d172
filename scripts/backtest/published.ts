import type { BacktestReport } from './report';

/** One stretch of a video's growth, as `npm run backtest:growth` measures it: errors in ln(views), coverages 0 to 1. */
export interface GrowthRow {
  from: string | number;
  to: string | number;
  earlierReading: boolean | string | number;
  n: number;
  error: number | null;
  errorMedianPath: number | null;
  errorNoGrowth: number | null;
  coverage50: number | null;
  coverage80: number | null;
}

/** What stands in `docs/backtest.json`: aggregates alone, rounded. */
export interface PublishedBacktest {
  effects: BacktestReport;
  /** Null until it has been measured. */
  growth: { rows: GrowthRow[] } | null;
}

/** Four digits after the point are more than any of these figures holds. */
export function rounded<Value>(value: Value): Value {
  if (typeof value === 'number') return (Math.round(value * 1e4) / 1e4) as Value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner as unknown)])) as Value;
}

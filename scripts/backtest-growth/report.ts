import type { GrowthRow } from './growth-scores';

/** The rows as a table for a terminal. */
export function tableOf(rows: readonly GrowthRow[]): string {
  const number = (value: number | null, digits = 3) => (value === null ? '–' : value.toFixed(digits));
  const covered = (value: number | null, error: number | null) =>
    value === null ? '–' : `${(100 * value).toFixed(1)} ± ${error === null ? '–' : (100 * error).toFixed(1)} %`;
  const lines = [
    ['from (h)', 'to (h)', 'earlier reading', 'n', 'creators', 'error', 'median path', 'no growth', 'in 50 %', 'in 80 %'],
    ...rows.map((row) => [
      row.from,
      row.to,
      row.earlierReading ? 'yes' : 'no',
      String(row.n),
      String(row.creators),
      number(row.error),
      number(row.errorMedianPath),
      number(row.errorNoGrowth),
      covered(row.coverage50, row.coverage50Se),
      covered(row.coverage80, row.coverage80Se),
    ]),
  ];
  const widths = lines[0]!.map((_head, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padStart(widths[column]!)).join('  ')).join('\n');
}

export interface SeriesPoint {
  date: string;
  value: number | null;
}

export interface DrawnPoint {
  position: number;
  value: number;
}

/** Runs of days with a value: a line is drawn within a run and never across a day that nobody read. */
export function segmentsOf(points: readonly SeriesPoint[]): DrawnPoint[][] {
  const segments: DrawnPoint[][] = [];
  let open: DrawnPoint[] | null = null;
  points.forEach(({ value }, position) => {
    if (value === null) {
      open = null;
      return;
    }
    if (open === null) segments.push((open = []));
    open.push({ position, value });
  });
  return segments;
}

export interface SeriesSummary {
  first: SeriesPoint & { value: number };
  last: SeriesPoint & { value: number };
  peak: SeriesPoint & { value: number };
  min: number;
  sum: number;
  /** Days between the first and the last reading without a value. */
  gaps: number;
}

/** What a series says in words; null when it holds no value at all. */
export function summarize(points: readonly SeriesPoint[]): SeriesSummary | null {
  const known = points.flatMap(({ date, value }, position) => (value === null ? [] : [{ date, value, position }]));
  const first = known[0];
  const last = known[known.length - 1];
  if (first === undefined || last === undefined) return null;
  return {
    first,
    last,
    peak: known.reduce((best, point) => (point.value > best.value ? point : best), first),
    min: Math.min(...known.map(({ value }) => value)),
    sum: known.reduce((total, { value }) => total + value, 0),
    gaps: last.position - first.position + 1 - known.length,
  };
}

/** At most `count` positions spread evenly from the first to the last. */
export function spreadPositions(length: number, count: number): number[] {
  if (length <= count) return Array.from({ length }, (_, position) => position);
  const step = (length - 1) / (count - 1);
  return Array.from({ length: count }, (_, position) => Math.round(position * step));
}

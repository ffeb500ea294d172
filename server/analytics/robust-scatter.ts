/** Middle value; the mean of the two middle ones for an even number; NaN of nothing. */
export function median(values: readonly number[] | Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Turns the median absolute deviation into the standard deviation of a normal distribution. */
const MAD_TO_SD = 1.4826;

/** Standard deviation around the median as the median absolute deviation sees it: half of the values may be wild. 0 of nothing. */
export function robustScatter(values: readonly number[] | Float64Array): number {
  if (values.length === 0) return 0;
  const centre = median(values);
  return MAD_TO_SD * median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}

/** Expected views to two significant digits: more would claim a precision that is not there. */
export function roughViews(views: number): number {
  if (views < 10) return Math.round(views);
  const step = 10 ** (Math.floor(Math.log10(views)) - 1);
  return Math.round(views / step) * step;
}

/** The first and the last readings as one list: a video's steep beginning and its latest state, each reading once. */
export function joinReadings<Reading extends { observedAt: string }>(
  first: readonly Reading[],
  last: readonly Reading[],
): Reading[] {
  const end = first.at(-1)?.observedAt ?? '';
  return [...first, ...last.filter(({ observedAt }) => observedAt > end)];
}

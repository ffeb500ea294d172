/** Ages people speak of, in hours: hours of the first day, then days, months, years. */
const ages = [1, 3, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2160, 4320, 8760, 17520, 43800];

export function logAge(hours: number): number {
  return Math.log(Math.max(0.5, hours));
}

/** At most `count` round ages inside the domain (hours): evenly spread in time, or in its logarithm. */
export function ageTicks([from, until]: [number, number], isLog: boolean, count: number): number[] {
  if (isLog) {
    const inside = ages.filter((age) => age >= from && age <= until);
    const every = Math.max(1, Math.ceil(inside.length / count));
    return inside.filter((_, position) => position % every === 0);
  }
  const rough = (until - from) / Math.max(1, count - 1);
  const step = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160, 4320, 8760, 17520].find((size) => size >= rough) ?? rough;
  const ticks: number[] = [];
  for (let age = Math.ceil(from / step) * step; age <= until; age += step) ticks.push(age);
  return ticks;
}

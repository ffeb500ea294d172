/** What lies farther out than 64 times the level, or a 64th of it, is drawn at the edge and said. */
const farthest = Math.log(64);
const nearest = Math.log(2);

export interface StripScale {
  low: number;
  high: number;
  /** Residuals at which the axis is lettered: the level and a few even steps around it. */
  ticks: { value: number; factor: number }[];
}

/** One scale, in ln(views), for everything that is drawn together: wide enough for all of it up to the farthest, with the level in it. */
export function stripScale(values: readonly number[]): StripScale {
  const low = Math.max(-farthest, Math.min(-nearest, ...values));
  const high = Math.min(farthest, Math.max(nearest, ...values));
  const step = high - low > 2 * Math.log(16) ? 4 : 2;
  const ticks = [];
  for (let power = Math.ceil(low / Math.log(step)); power <= Math.floor(high / Math.log(step)); power++) {
    ticks.push({ value: power * Math.log(step), factor: step ** power });
  }
  return { low, high, ticks };
}

/** How many of the values lie beyond the scale on either side. */
export function countBeyond(values: readonly number[], { low, high }: StripScale): number {
  return values.filter((value) => value < low || value > high).length;
}

/**
 * Heights for dots that would cover each other, in steps from the middle line: 0, 1, -1, 2…, so that a crowd is seen as one.
 * @param positions along the line, sorted, in the same unit as `distance`
 * @param most steps up or down that there is room for; a crowd beyond that lies on top of each other
 */
export function stackDots(positions: readonly number[], distance: number, most: number): number[] {
  const lastAt = new Map<number, number>();
  return positions.map((position) => {
    const steps = Array.from({ length: 2 * most + 1 }, (_unused, i) => (i % 2 === 1 ? (i + 1) / 2 : -i / 2));
    const free = steps.find((step) => position - (lastAt.get(step) ?? -Infinity) >= distance) ?? 0;
    lastAt.set(free, position);
    return free;
  });
}

/** A stretch of a quantity, from `minimum`, included, to `maximum`, excluded; null: without end. */
export interface Band {
  key: string;
  minimum: number;
  maximum: number | null;
}

function bandsAt(...bounds: readonly [number, ...number[]]): readonly Band[] {
  return bounds.map((minimum, i) => {
    const maximum = bounds[i + 1] ?? null;
    return { key: maximum === null ? `${minimum}+` : `${minimum}-${maximum}`, minimum, maximum };
  });
}

// Fixed bands, in which people speak and can be advised: a creator's own quantiles would move with every video.

/** Lengths in seconds. Medians of the published panels are 15 to 73 s, one video in twenty is over 3 minutes. */
export const DURATION_BANDS = bandsAt(0, 15, 30, 60, 90, 180);
/** Lengths of captions in characters. Medians are 22 to 121, one in twenty is over 250. */
export const CAPTION_LENGTH_BANDS = bandsAt(0, 30, 80, 150);
/** Hours since the creator's video before. The median is a day. */
export const GAP_BANDS = bandsAt(0, 6, 18, 30, 72);

/** The band that holds the value; values below the first band are in it. */
export function bandOf(bands: readonly Band[], value: number): Band {
  return bands.findLast(({ minimum }) => value >= minimum) ?? bands[0]!;
}

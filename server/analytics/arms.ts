import type { Comparisons } from './comparisons';
import { isMet, type Criterion } from './criterion';

/** The two sides of a comparison: residuals, in ln(views) at equal age, of the videos with the choice and of the others. */
export interface Arms {
  chosen: ComparedResidual[];
  others: ComparedResidual[];
}

export interface ComparedResidual {
  videoId: string;
  residual: number;
}

/** Sorts the compared videos by whether they follow a choice, oldest first; those of which that is not known are in neither. */
export function armsOf({ videos, baseline, comparable }: Comparisons, criterion: Criterion): Arms {
  const arms: Arms = { chosen: [], others: [] };
  for (const position of comparable) {
    const video = videos[position]!;
    const isChosen = isMet(criterion, { ...video, previousPublishedAt: videos[position - 1]?.publishedAt ?? null });
    if (isChosen === null) continue;
    (isChosen ? arms.chosen : arms.others).push({ videoId: video.id, residual: baseline!.residual[position]! });
  }
  return arms;
}

/**
 * At most `most` residuals that stand for all: sorted, evenly spaced by rank, the lowest and the highest among them. Thousands of
 * dots would be one blot; a random choice would look different each time.
 */
export function spreadByRank(residuals: readonly number[], most: number): number[] {
  const sorted = [...residuals].sort((a, b) => a - b);
  if (sorted.length <= most) return sorted;
  return Array.from({ length: most }, (_unused, rank) => sorted[Math.round((rank * (sorted.length - 1)) / (most - 1))]!);
}

import { choiceSteps } from '../analytics/choices';
import { compareVideos } from '../analytics/comparisons';
import { runSteps } from '../analytics/steps';
import { localTimeIn } from '../analytics/local-time';
import { seededRandom } from '../analytics/seeded-random';
import { simulateCreator, type SimulationInput } from '../analytics/simulated-creator';
import type { CreatorHistory } from './creator-history';
import { openingKeys } from '../videos/quotable-caption';
import { historyFromAnalysis } from './history-from-analysis';

interface SimulatedHistoryInput {
  videos: number;
  seed?: number;
  plantedEffect?: SimulationInput['plantedEffect'];
  /** By position, the newest first. */
  caption?: (position: number) => string;
  change?: (videos: ReturnType<typeof simulateCreator>) => ReturnType<typeof simulateCreator>;
}

/** The history of a generated creator, through the same analytics as a real one. For tests. */
export function simulatedHistory({ videos, seed = 1, plantedEffect, caption, change }: SimulatedHistoryInput): CreatorHistory {
  const made = simulateCreator({ videos, random: seededRandom(seed), plantedEffect });
  const captions = new Map(made.map(({ id }, position) => [id, caption?.(position) ?? `Caption of clip ${position}`]));
  const worded = made.map((video) => ({ ...video, openings: openingKeys(captions.get(video.id)!) }));
  const comparisons = compareVideos(change ? change(worded) : worded);
  return historyFromAnalysis({
    connectionId: '0190a000-0000-7000-8000-000000000001',
    comparisons,
    choices: runSteps(choiceSteps(comparisons, localTimeIn('UTC'))),
    captions,
    asOf: new Date(Date.UTC(2026, 10, 1)),
  });
}

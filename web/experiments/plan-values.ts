import type { ExperimentKind } from '../graphql/generated';

export const experimentKinds: readonly ExperimentKind[] = ['HOURS', 'HOOK', 'LENGTH', 'OTHER'];
/** What the form offers; the API takes any number from 6 to 100. */
export const offeredSizes = [10, 20, 40, 80];
export const offeredHorizons = [168, 48];
/** As the server counts. */
export const longestLabel = 80;
export const longestReason = 200;

/** What the plan form stands on. */
export interface PlanValues {
  kind: ExperimentKind;
  armA: string;
  armB: string;
  /** Null: what is suggested. */
  videosPerArm: number | null;
  horizonHours: number;
}

/** From the address (`kind`, `armA`, `armB`), or from what was sent and not accepted; what makes no sense is left out. */
export function readPlanValues(values: { get(name: string): unknown }): PlanValues {
  const text = (name: string) => String(values.get(name) ?? '');
  const size = Number(text('videosPerArm'));
  return {
    kind: experimentKinds.find((kind) => kind === text('kind')) ?? 'HOURS',
    armA: cut(text('armA')),
    armB: cut(text('armB')),
    videosPerArm: offeredSizes.includes(size) ? size : null,
    horizonHours: offeredHorizons.find((hours) => String(hours) === text('horizonHours')) ?? 168,
  };
}

/** The offered size that comes nearest to what is suggested, as a multiple. */
export function suggestedSize(suggested: number): number {
  const distance = (size: number) => Math.abs(Math.log(size / suggested));
  return offeredSizes.reduce((nearest, size) => (distance(size) < distance(nearest) ? size : nearest));
}

function cut(text: string): string {
  return [...text].slice(0, longestLabel).join('');
}

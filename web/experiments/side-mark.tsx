import type { ExperimentSide } from '../graphql/generated';

const tones: Record<ExperimentSide, string> = {
  A: 'bg-accent text-on-accent',
  B: 'bg-ink text-page',
};
const sizes = { small: 'size-7 text-sm', large: 'size-20 text-4xl sm:size-24 sm:text-5xl' };

/** The coin: A or B. The letter says it, the colour only helps. */
export function SideMark({ side, size = 'small' }: { side: ExperimentSide; size?: keyof typeof sizes }) {
  return (
    <span className={`inline-flex shrink-0 items-center justify-center rounded-full font-bold ${sizes[size]} ${tones[side]}`}>
      {side}
    </span>
  );
}

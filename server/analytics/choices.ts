import { choiceFamilies, type Choice, type FamilyOfChoices } from './choice-families';
import type { ChoiceFamily } from './choice-key';
import {
  CHOICE_METHOD_VERSION,
  describeEffect,
  INTERVAL_LEVEL,
  MINIMUM_N,
  overallVerdict,
  unmeasured,
  type EffectVerdict,
  type MeasuredEffect,
} from './choice-effects';
import { choiceModelSteps } from './choice-model';
import type { Comparisons } from './comparisons';
import type { Criterion } from './criterion';
import type { LocalTime } from './local-time';
import { normalScores } from './normal-scores';
import { postingTimeCells, type DrawnChoice, type PostingTimeCell } from './posting-times';

/** One value of a choice with its effect. */
export interface ChoiceEffect extends MeasuredEffect {
  key: string;
  criterion: Criterion;
  /** Other values that nearly always come along: the effect is that of all together. Hashtags have their sign. */
  together: readonly string[];
}

/** The effects of one choice. */
export interface ChoiceReport {
  family: ChoiceFamily;
  /** Compared videos for which the value is known. */
  n: number;
  intervalLevel: number;
  minimumN: number;
  effects: readonly ChoiceEffect[];
  verdict: EffectVerdict;
  methodVersion: string;
}

/** Every choice a creator makes before posting, against the creator's own level. Plain data: it is stored as it is. */
export interface Choices {
  timeZone: string;
  reports: Record<ChoiceFamily, ChoiceReport>;
  /** All 168 hours of the week, from Monday 0 h. */
  cells: readonly PostingTimeCell[];
}

/** Computes on all comparable videos of the creator, whatever the period shown: a month of videos could not tell anything. */
export function* choiceSteps({ videos, baseline, comparable }: Comparisons, time: LocalTime): Generator<void, Choices> {
  const residuals = baseline?.residual ?? new Float64Array();
  const families = choiceFamilies(videos, comparable, time);
  yield;
  const { values, deviation } = normalScores(residuals, comparable, baseline?.scatter ?? 0);
  const noise = standardDeviation(comparable.map((i) => residuals[i]!));
  const modelled = families.map(({ choices, ...family }) => ({
    ...family,
    choices: choices.filter((one) => isModelled(one, family)),
  }));
  const draws = yield* choiceModelSteps(
    values,
    comparable,
    deviation,
    modelled.map(({ isShared, n, choices }) => ({ isShared, n, members: choices.map(({ members }) => members) })),
  );
  yield;
  const drawn = new Map<Choice, Float64Array>();
  modelled.forEach(({ choices }, f) => choices.forEach((choice, j) => drawn.set(choice, draws[f]![j]!)));
  const reports = families.map((family) => reportOn(family, drawn, noise));
  const drawnOf = (wanted: ChoiceFamily): DrawnChoice[] =>
    modelled
      .filter(({ family }) => family === wanted)
      .flatMap(({ choices }) => choices.map((choice) => ({ ...choice, draws: drawn.get(choice)! })));
  return {
    timeZone: time.timeZone,
    reports: Object.fromEntries(reports.map((report) => [report.family, report])) as Choices['reports'],
    cells: postingTimeCells({
      blocks: drawnOf('HOURS'),
      weekdays: drawnOf('WEEKDAY'),
      compared: comparable,
      publishedAt: (i) => videos[i]!.publishedAt,
      time,
      noise,
    }),
  };
}

/** Rare hashtags, series and forms stay out; the others of a shared quantity are what each is held against. */
function isModelled({ members }: Choice, { isShared, n }: Pick<FamilyOfChoices, 'isShared' | 'n'>): boolean {
  return isShared || (members.length >= MINIMUM_N && n - members.length >= MINIMUM_N);
}

function reportOn(
  { family, n, choices }: FamilyOfChoices,
  drawn: ReadonlyMap<Choice, Float64Array>,
  noise: number,
): ChoiceReport {
  const effects = choices.map((choice): ChoiceEffect => {
    const { key, criterion, together, members } = choice;
    const draws = drawn.get(choice);
    const counts = [members.length, n - members.length] as const;
    return { key, criterion, together, ...(draws ? describeEffect(...counts, draws, noise) : unmeasured(...counts)) };
  });
  return {
    family,
    n,
    intervalLevel: INTERVAL_LEVEL,
    minimumN: MINIMUM_N,
    effects: family === 'HASHTAG' || family === 'OPENING' ? findingsFirst(effects) : effects,
    verdict: overallVerdict(effects),
    methodVersion: CHOICE_METHOD_VERSION,
  };
}

/** A long list is shown from its start: what was found comes before what is merely frequent. */
function findingsFirst(effects: readonly ChoiceEffect[]): ChoiceEffect[] {
  const isFinding = ({ verdict }: ChoiceEffect): boolean => verdict === 'HIGHER' || verdict === 'LOWER';
  return [...effects.filter(isFinding), ...effects.filter((effect) => !isFinding(effect))];
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length - 1, 1));
}

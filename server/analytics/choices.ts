import { ResidualSample, type ChoiceEffect } from './choice-effects';
import { reportChoices, type ChoiceReport } from './choice-report';
import type { Comparisons } from './comparisons';
import { durationChoices } from './duration-bands';
import { formatChoices } from './formats';
import { hashtagChoices } from './hashtag-choices';
import type { LocalTime } from './local-time';
import { estimatePostingTimes, type PostingTimes } from './posting-times';

/** Every choice a creator makes before posting, against the creator's own level. */
export interface Choices {
  postingTimes: PostingTimes;
  hashtags: ChoiceReport;
  durations: ChoiceReport;
  formats: ChoiceReport;
}

/** Computes on all comparable videos of the creator, whatever the period shown: a month of videos could not tell anything. */
export function* choiceSteps({ videos, baseline, comparable }: Comparisons, time: LocalTime): Generator<void, Choices> {
  const residuals = baseline?.residual ?? new Float64Array();
  const scatter = baseline?.scatter ?? 0;
  const report = (universe: readonly number[], choices: Parameters<typeof reportChoices>[3]) =>
    reportChoices(residuals, scatter, universe, choices);

  const publishedAt = videos.map((video) => video.publishedAt);
  const postingTimes = estimatePostingTimes(new ResidualSample(residuals, scatter, comparable), comparable, publishedAt, time);
  yield;
  const tags = hashtagChoices(comparable, (i) => videos[i]!.hashtags);
  yield;
  const hashtags = findingsFirst(report(comparable, tags));
  yield;
  const lengths = durationChoices(comparable, (i) => videos[i]!.durationSeconds);
  const durations = report(lengths.universe, lengths.choices);
  const formats = report(
    comparable,
    formatChoices(comparable, (i) => videos[i]!),
  );
  return { postingTimes, hashtags, durations, formats };
}

/** A long list is shown from its start: what was found comes before what is merely frequent. */
function findingsFirst(report: ChoiceReport): ChoiceReport {
  const isFinding = ({ verdict }: ChoiceEffect): boolean => verdict === 'HIGHER' || verdict === 'LOWER';
  return { ...report, effects: [...report.effects.filter(isFinding), ...report.effects.filter((effect) => !isFinding(effect))] };
}

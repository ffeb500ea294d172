import { InvalidInputError } from '../users/errors';
import { type ExperimentPlan, limits } from './experiment';

/** What a person typed, as it will be shown: without control characters and spaces around. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The plan with its labels cleaned. @throws InvalidInputError */
export function checkPlan(plan: ExperimentPlan): ExperimentPlan {
  const { fewestPerArm, mostPerArm, horizonHours } = limits;
  const [labelA, labelB] = [checkLabel('labelA', plan.labelA), checkLabel('labelB', plan.labelB)];
  if (labelA.toLowerCase() === labelB.toLowerCase()) {
    throw new InvalidInputError('labelB', 'The two choices are the same. Name two that differ.');
  }
  if (!Number.isInteger(plan.videosPerArm) || plan.videosPerArm < fewestPerArm || plan.videosPerArm > mostPerArm) {
    throw new InvalidInputError(
      'videosPerArm',
      `Plan ${fewestPerArm} to ${mostPerArm} videos for each choice: with fewer no difference could ever be told from chance.`,
    );
  }
  if (!(horizonHours as readonly number[]).includes(plan.horizonHours)) {
    throw new InvalidInputError('horizonHours', `Videos are measured at ${horizonHours.join(' or ')} hours.`);
  }
  return { ...plan, labelA, labelB };
}

function checkLabel(field: string, text: string): string {
  const label = cleaned(text);
  if (label === '') throw new InvalidInputError(field, 'Name this choice in a few words.');
  if ([...label].length > limits.labelLength) {
    throw new InvalidInputError(field, `Name this choice in ${limits.labelLength} characters at most.`);
  }
  return label;
}

/** The reason, cleaned. @throws InvalidInputError */
export function checkReason(text: string): string {
  const reason = cleaned(text);
  if (reason === '') throw new InvalidInputError('reason', 'Say why this video does not count, in a few words.');
  if ([...reason].length > limits.reasonLength) {
    throw new InvalidInputError('reason', `Say why in ${limits.reasonLength} characters at most.`);
  }
  return reason;
}

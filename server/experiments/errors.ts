import { DomainError } from '../domain-error';

/** One at a time: two coins for the same video could not both be obeyed. */
export class ExperimentRunningError extends DomainError {
  constructor() {
    super('An experiment is already running on this account. Finish it, or stop it, before you start another.');
  }
}

/** It has been read or stopped, and stays as it is. */
export class ExperimentEndedError extends DomainError {
  constructor() {
    super('This experiment has ended and can no longer be changed. Start a new one for a new question.');
  }
}

/** The planned videos are all there. */
export class NoTossLeftError extends DomainError {
  constructor() {
    super('All planned videos are there. The experiment is read by itself once the last one is old enough.');
  }
}

/** What is known of the video could by now influence the choice. */
export class VideoSettledError extends DomainError {
  constructor() {
    super(
      'This can no longer be changed: the video is more than 6 hours old or the next toss has been made. If you did not do what the coin said, mark it as not followed; it still counts.',
    );
  }
}

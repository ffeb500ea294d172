import { DomainError } from '../domain-error';

/** Nothing can be changed about this prediction any more. */
export class PredictionClosedError extends DomainError {}

/** This video may not be said to be the one that follows. */
export class VideoCannotFollowError extends DomainError {}

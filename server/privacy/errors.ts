import { DomainError } from '../domain-error';

/** Erasing one account leaves a person with the others; the only one goes with everything. */
export class OnlyAccountError extends DomainError {
  constructor() {
    super('This is your only TikTok account here: erase all your data instead, which takes it along.');
  }
}

import { DomainError } from '../domain-error';

export class NotADemonstrationError extends DomainError {
  constructor() {
    super('This installation talks to TikTok itself: days pass by themselves. Only a demonstration can let them pass.');
  }
}

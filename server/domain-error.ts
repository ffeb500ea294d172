/**
 * An expected failure that the person can do something about: a member of a mutation's result union.
 * `message` is shown to people and says what to do next; it never carries a token, a code or a caption.
 */
export class DomainError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

import fc from 'fast-check';

/**
 * Choices made beforehand, taken one by one by whoever builds something of them. A tape that has run out gives the first choice, so
 * that building ends; a shorter tape makes a smaller thing, which is how counterexamples shrink.
 */
export class Tape {
  private position = 0;

  constructor(private readonly choices: readonly number[]) {}

  get isEmpty(): boolean {
    return this.position >= this.choices.length;
  }

  /** One of 0 … below - 1. */
  below(below: number): number {
    const choice = this.choices[this.position++] ?? 0;
    return choice % below;
  }

  oneOf<T>(items: readonly [T, ...T[]]): T;
  oneOf<T>(items: readonly T[]): T | undefined;
  oneOf<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  /** Rarely true: once in `times`. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }
}

export const choices = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 4, maxLength: 60 });

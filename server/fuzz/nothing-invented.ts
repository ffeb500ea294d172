import { isDeepStrictEqual } from 'node:util';

/** Every number and every text that stands in some JSON texts, as a reader who trusts nothing finds them. */
export class Said {
  private readonly numbers = new Set<number>();
  private readonly texts = new Set<string>();

  /** Takes in what a body says: its values where it is JSON, its digits in any case. */
  add(text: string): void {
    for (const [signed, digits = ''] of text.matchAll(/-?(\d+)/g)) {
      this.numbers.add(Number(digits));
      this.texts.add(digits).add(signed);
    }
    try {
      this.addValue(JSON.parse(text));
    } catch {
      // Not JSON says nothing but its digits.
    }
  }

  private addValue(value: unknown): void {
    const open = [value];
    while (open.length > 0) {
      const next = open.pop();
      if (typeof next === 'number') {
        this.numbers.add(next);
        // TikTok sends some ids without quotes: `1e3` is the id 1000.
        this.texts.add(String(next));
      } else if (typeof next === 'string') this.texts.add(asStored(next)).add(asStored(next).trim());
      else if (typeof next === 'object' && next !== null) for (const child of Object.values(next)) open.push(child);
    }
  }

  /** A count that was said, and could be one. */
  isCount(value: number | null): boolean {
    return value === null || (Number.isSafeInteger(value) && value >= 0 && this.numbers.has(value));
  }

  /** A text that was said, or its beginning where it was longer than is kept. */
  isText(value: string | null): boolean {
    if (value === null || this.texts.has(value)) return true;
    return value.length > 1_000 && [...this.texts].some((text) => text.startsWith(value));
  }
}

/** A text without what no database is trusted with: NUL, and halves of characters. */
function asStored(text: string): string {
  return Buffer.from(text.replaceAll('\u0000', '')).toString();
}

/** @throws Error naming the promise that is broken, with what broke it */
export function promise(holds: boolean, what: string, evidence?: unknown): asserts holds {
  if (!holds) throw new Error(evidence === undefined ? what : `${what}: ${JSON.stringify(evidence)?.slice(0, 2_000)}`);
}

export function promiseEqual(actual: unknown, expected: unknown, what: string): void {
  promise(isDeepStrictEqual(actual, expected), what, { actual, expected });
}

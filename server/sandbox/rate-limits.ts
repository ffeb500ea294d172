const windowLength = 60_000;

/** A sliding window of one minute for each endpoint, on the sandbox's clock. Refused calls are not counted. */
export class RateLimits {
  private readonly calls = new Map<string, number[]>();

  /** @param limit calls a minute; null lets everything pass */
  allows(endpoint: string, limit: number | null, now: number): boolean {
    if (limit === null) return true;
    const recent = (this.calls.get(endpoint) ?? []).slice(-limit);
    const firstInside = recent.findIndex((at) => at > now - windowLength);
    const inside = firstInside === -1 ? [] : recent.slice(firstInside);
    const isAllowed = inside.length < limit;
    if (isAllowed) inside.push(now);
    this.calls.set(endpoint, inside);
    return isAllowed;
  }
}

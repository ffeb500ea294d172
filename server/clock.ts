/**
 * The time that the product lives in: TikTok's. In demonstration mode that is the sandbox's clock, which can be advanced.
 * Sessions, leases and timeouts are about people and processes, not about data, and use the system's time instead.
 */
export interface Clock {
  now(): Date;
  /** Asks the source of the time again; resolves at once for the system's clock. */
  refresh(): Promise<void>;
}

export const systemClock: Clock = { now: () => new Date(), refresh: async () => undefined };

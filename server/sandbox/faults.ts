import type { FaultKind, StateStore } from './state-file';

export const faultEndpoints = ['video/list', 'video/query', 'user/info', 'oauth/token', 'oauth/revoke', 'oembed', '*'] as const;
export type FaultEndpoint = (typeof faultEndpoints)[number];

/** Faults that are waiting for the next calls, first come first served. */
export class Faults {
  constructor(private readonly store: StateStore) {}

  add(endpoint: FaultEndpoint, fault: FaultKind, times: number): void {
    this.store.state.faults.push({ endpoint, fault, times });
    this.store.save();
  }

  clear(): void {
    this.store.state.faults = [];
    this.store.save();
  }

  waiting(): readonly { endpoint: string; fault: FaultKind; times: number }[] {
    return this.store.state.faults;
  }

  /** The fault for a call that has just come, used up by it; null when none is waiting. */
  take(endpoint: Exclude<FaultEndpoint, '*'>): FaultKind | null {
    const { state } = this.store;
    const next = state.faults.find((waiting) => waiting.endpoint === endpoint || waiting.endpoint === '*');
    if (!next) return null;
    next.times--;
    if (next.times <= 0) state.faults = state.faults.filter((waiting) => waiting !== next);
    this.store.save();
    return next.fault;
  }
}

/** What one feature tells the ones after it, by name. A feature adds its own by declaration merging; app.ts wires who listens. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the features through declaration merging
export interface EventMap {}

type Listener<Payload> = (payload: Payload) => void | Promise<void>;

export interface Events {
  on<Name extends keyof EventMap>(name: Name, listener: Listener<EventMap[Name]>): void;
  /** Resolves when every listener has finished; a listener's error reaches the one who emits. */
  emit<Name extends keyof EventMap>(name: Name, payload: EventMap[Name]): Promise<void>;
}

export function createEvents(): Events {
  const listeners = new Map<keyof EventMap, Listener<never>[]>();
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener as Listener<never>]);
    },
    async emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) await listener(payload as never);
    },
  };
}

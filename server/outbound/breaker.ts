import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { HttpFault, type HttpAnswer } from './exchange';

/** The services outside that this server calls, each with a breaker of its own. */
export type ServiceName = 'tiktok' | 'oembed' | 'media' | 'languageModel';

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Stops calls to a service that has failed several times in a row, so that nobody waits for it and it is left to recover. */
export interface Breaker {
  readonly service: ServiceName;
  /** @throws HttpFault `circuit_open`, without a call, while the breaker is open or another call tries; otherwise what the call throws. */
  run(call: () => Promise<HttpAnswer>): Promise<HttpAnswer>;
  /** Whether `run` would refuse now: to fail before waiting for anything else. */
  isOpen(): boolean;
  state(): BreakerState;
  /** A sentence for operators; null while closed. */
  reason(): string | null;
}

export interface BreakerOptions {
  service: ServiceName;
  /** Failures in a row that open it: no answer, time-outs, resets, 5xx. A 4xx, 429 included, is an answer of a service that works. */
  failures: number;
  /** How long it stays open before one call is let through to see. */
  openMs?: number;
  /** Ms of a clock that is never set back. */
  monotonicNow?: () => number;
  onChange?: (service: ServiceName, state: BreakerState, reason: string | null) => void;
}

const states: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** cockatiel measures the time it stays open by the wall clock, which may be set back; the gate in `run` does so instead of it. */
const noWaitOfItsOwn = { next: () => ({ duration: -Infinity, next: () => noWaitOfItsOwn.next() }) };

export function createBreaker(options: BreakerOptions): Breaker {
  const { service, failures, openMs = 30_000, monotonicNow = () => performance.now(), onChange } = options;
  let openedAt = -Infinity;
  let lastFailure = '';

  const policy = circuitBreaker(
    handleWhen(isOutage).orWhenResult((answer) => (answer as HttpAnswer).status >= 500),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: noWaitOfItsOwn },
  );
  policy.onFailure(({ handled, reason }) => {
    if (!handled) return;
    if ('value' in reason) lastFailure = `HTTP ${(reason.value as HttpAnswer).status}`;
    else if (reason.error instanceof HttpFault) lastFailure = reason.error.detail ?? reason.error.code;
  });
  policy.onStateChange((state) => {
    if (state === CircuitState.Open) openedAt = monotonicNow();
    onChange?.(service, states[state], breaker.reason());
  });

  function whatNext(): string {
    if (policy.state === CircuitState.HalfOpen) return 'a call is trying it';
    const seconds = Math.ceil((openMs - (monotonicNow() - openedAt)) / 1000);
    return seconds > 0 ? `tried again in ${seconds} s` : 'the next call tries it';
  }

  const breaker: Breaker = {
    service,
    async run(call) {
      if (breaker.isOpen()) throw new HttpFault('circuit_open', false);
      return policy.execute(call);
    },
    // While one call tries, nobody waits for its end: the time that cockatiel would have them wait ends in further tries.
    isOpen: () =>
      policy.state === CircuitState.HalfOpen || (policy.state === CircuitState.Open && monotonicNow() - openedAt < openMs),
    state: () => states[policy.state],
    reason() {
      if (policy.state === CircuitState.Closed) return null;
      return `${failures} calls in a row failed, the last with ${lastFailure}; ${whatNext()}.`;
    },
  };
  return breaker;
}

/** A bare TypeError is fetch's word for a request that it cannot send, such as a token that fits in no header. */
function isOutage(error: Error): boolean {
  return error instanceof HttpFault && (error.code === 'timeout' || (error.code === 'network' && error.detail !== 'TypeError'));
}

export type Breakers = Record<ServiceName, Breaker>;

/** Two calls to TikTok with all of their tries; of the language model fewer, because each may take a minute. */
const usualFailures: Record<ServiceName, number> = { tiktok: 8, oembed: 8, media: 8, languageModel: 4 };

/** One for each service. `failures` is for all of them. */
export function createBreakers({ failures, ...options }: Partial<Omit<BreakerOptions, 'service'>> = {}): Breakers {
  const of = (service: ServiceName) => createBreaker({ ...options, service, failures: failures ?? usualFailures[service] });
  return { tiktok: of('tiktok'), oembed: of('oembed'), media: of('media'), languageModel: of('languageModel') };
}

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted while the process runs. No label ever holds an id, a name, an address or a text of a person. */
export interface Metrics {
  /** `route` is a pattern such as `/media/covers/:id`. */
  countRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  /** One attempt; `code` as in TikTokError. */
  countTikTokCall(call: { endpoint: string; code: string; durationMs: number }): void;
  /** One request to the language model; tokens are null where its server does not say. */
  countModelRequest(request: {
    outcome: string;
    durationMs: number;
    inputTokens: number | null;
    outputTokens: number | null;
  }): void;
  countJob(job: { kind: string; outcome: JobOutcome; seconds: number }): void;
  /** Measured whenever somebody asks: values by label, under one name. */
  measure(gauge: { name: string; help: string; label?: string; read: () => Iterable<readonly [string, number]> }): void;
  /** In Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** `stopped`: given back because the process ends. `retried`: failed, another try follows. `failed`: for good. */
export type JobOutcome = 'done' | 'stopped' | 'retried' | 'failed';

const fast = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10];
const slow = [0.1, 0.5, 1, 5, 15, 60, 300];

/** `ofProcess` adds the process's own: memory, processor, event loop. They cost timers that live as long as the process. */
export function createMetrics({ ofProcess = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });

  const requests = new Counter({
    name: 'crealia_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'crealia_http_request_seconds',
    help: 'From a request to the end of its answer; event streams last as long as somebody listens.',
    labelNames: ['route'],
    buckets: fast,
    registers,
  });
  const tiktokCalls = new Counter({
    name: 'crealia_tiktok_calls_total',
    help: 'Attempts to call TikTok by endpoint and what came of them: ok, TikTok’s error code, or ours.',
    labelNames: ['endpoint', 'code'],
    registers,
  });
  const tiktokSeconds = new Histogram({
    name: 'crealia_tiktok_call_seconds',
    help: 'One attempt, without the wait for its quota.',
    labelNames: ['endpoint'],
    buckets: fast,
    registers,
  });
  const modelRequests = new Counter({
    name: 'crealia_language_model_requests_total',
    help: 'Requests to the language model by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const modelSeconds = new Histogram({
    name: 'crealia_language_model_request_seconds',
    help: 'One request, its retries included.',
    buckets: slow,
    registers,
  });
  const modelTokens = new Counter({
    name: 'crealia_language_model_tokens_total',
    help: 'Tokens as the language model’s server counted them.',
    labelNames: ['direction'],
    registers,
  });
  const jobs = new Counter({
    name: 'crealia_jobs_total',
    help: 'Tries of background jobs by kind and outcome: done, stopped, retried, failed for good.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'crealia_job_seconds',
    help: 'One try of a background job.',
    labelNames: ['kind'],
    buckets: slow,
    registers,
  });

  const unreadable = new Gauge({
    name: 'crealia_gauge_unreadable',
    help: '1 where a gauge could not be read, such as from a database that does not answer.',
    labelNames: ['gauge'],
    registers,
  });

  const readGauges: (() => void)[] = [];

  return {
    countRequest({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      requestSeconds.observe({ route }, seconds);
    },
    countTikTokCall({ endpoint, code, durationMs }) {
      tiktokCalls.inc({ endpoint, code });
      if (code !== 'circuit_open') tiktokSeconds.observe({ endpoint }, durationMs / 1000);
    },
    countModelRequest({ outcome, durationMs, inputTokens, outputTokens }) {
      modelRequests.inc({ outcome });
      modelSeconds.observe(durationMs / 1000);
      modelTokens.inc({ direction: 'input' }, inputTokens ?? 0);
      modelTokens.inc({ direction: 'output' }, outputTokens ?? 0);
    },
    countJob({ kind, outcome, seconds }) {
      jobs.inc({ kind, outcome });
      jobSeconds.observe({ kind }, seconds);
    },
    measure({ name, help, label, read }) {
      const gauge = new Gauge({ name, help, labelNames: label ? [label] : [], registers });
      readGauges.push(() => {
        gauge.reset();
        try {
          for (const [of, value] of read()) gauge.set(label ? { [label]: of } : {}, value);
          unreadable.set({ gauge: name }, 0);
        } catch {
          // The rest is wanted most when something is wrong; the reason is on /readyz and in the log.
          if (!label) gauge.set(NaN);
          unreadable.set({ gauge: name }, 1);
        }
      });
    },
    text() {
      for (const readGauge of readGauges) readGauge();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

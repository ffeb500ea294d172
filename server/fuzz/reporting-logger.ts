import pino from 'pino';
import type { Logger } from '../logger';

/** A logger that keeps what it is told of level `error` and worse: whatever lands there was not foreseen. */
export function reportingLogger(reported: string[]): Logger {
  return pino({ level: 'error', base: undefined }, { write: (line: string) => void reported.push(line.slice(0, 4_000)) });
}

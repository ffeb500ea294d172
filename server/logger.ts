import pino from 'pino';

export type Logger = pino.Logger;

/** One JSON line an event on stderr-free stdout; the level comes from LOG_LEVEL through the settings. */
export function createLogger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

import type { DescribedError } from './harmless-error';
import { harmlessError } from './harmless-error';
import { LOG_EVENTS, type LogEvent } from './events';

/**
 * How the gateway came to an answer.
 *
 * hit: from memory. unchanged: the reader's copy is current. made, shared: a renderer made it, for
 * this reader or for another one who asked at the same time. stale: a former one. passed: nothing
 * of it is kept. refused: there was none. none: nothing was looked for.
 */
export type CacheOutcome = 'hit' | 'unchanged' | 'made' | 'shared' | 'stale' | 'passed' | 'refused' | 'none';

/**
 * What a line may say beside its sentence. Words of readers have no field here, and get none:
 * lib/logging/testing/words.test.ts and the drills look for them.
 */
export interface LogFields {
  /** Of the request: the same in the gateway, in a renderer and in the answer's `X-Request-ID`. */
  id?: string;
  method?: string;
  /** The pattern of the table of routes. */
  route?: string;
  /** Where it names what is held, and nothing that somebody typed. */
  path?: string;
  status?: number;
  ms?: number;
  bytes?: number;
  cache?: CacheOutcome;
  /** Whether the reader left before the end. */
  left?: boolean;
  /** The reader's address, where LOG_ADDRESSES asks for it. */
  client?: string;
  /** Of a search; by shape and not by words. */
  search?: object;
  /** What a process was called, or where a library printed. */
  about?: string;
  port?: number;
  count?: number;
  /** How many lines like this one were left out since the last. */
  repeated?: number;
}

/** A line of the log, before it is printed. */
export interface LogRecord extends LogFields {
  event: LogEvent;
  error?: DescribedError;
  stack?: string;
}

/** Where a process writes its log. */
export interface LogSink {
  write: (event: LogEvent, fields: LogFields, error?: unknown) => void;
  /** Errors that have their line. */
  told: WeakSet<object>;
}

/** One for all bundles of a process. */
const holder = globalThis as typeof globalThis & { gongbaoLog?: LogSink };

/** Has everything that this process logs written to `sink`. */
export function setLogSink(sink: LogSink | undefined): void {
  if (sink) holder.gongbaoLog = sink;
  else delete holder.gongbaoLog;
}

/** Tests whether an error has its line in the log already. */
export const isTold = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && holder.gongbaoLog?.told.has(error) === true;

/**
 * Writes a line into the log. In a process without a log, such as a test or a development server,
 * what is wrong goes to standard error.
 * @param error what was thrown; only what can have no words of readers is shown of it
 */
export function log(event: LogEvent, fields: LogFields = {}, error?: unknown): void {
  if (holder.gongbaoLog) holder.gongbaoLog.write(event, fields, error);
  else if (LOG_EVENTS[event].level === 'error')
    // eslint-disable-next-line no-console -- there is no log
    console.error(LOG_EVENTS[event].says, ...(error === undefined ? [] : [describeInWords(harmlessError(error))]));
}

/** `DatabaseUnavailable: The database gave no answer in 800 ms.` */
export function describeInWords({ name, code, says, digest, cause }: DescribedError): string {
  const own = `${name}${says !== undefined ? `: ${says}` : code === undefined ? '' : ` ${code}`}`;
  const found = digest === undefined || !/^\d/.test(digest) ? own : `${own} (差错编号 ${digest})`;
  if (cause === undefined) return found;
  const behind = describeInWords(cause);
  return says !== undefined && behind.endsWith(says) ? found : `${found}, because of ${behind}`;
}

import pino, { type Logger } from 'pino';
import { harmlessError, stackOf } from './harmless-error';
import { LOG_EVENTS, type LogEvent, type LogLevel } from './events';
import { setLogSink, type LogFields, type LogRecord, type LogSink } from './log';
import { meters } from '@/lib/metrics/meters';
import { Repetitions } from './repetitions';
import { textLine, type PrintedRecord } from './text-line';

/** How a process logs. */
export interface LogSettings {
  /** json: one object a line, for programs. text: for people. */
  logFormat: 'json' | 'text';
  logLevel: LogLevel;
}

/**
 * Bytes of one writing. What fits into it is written whole, also where several processes write into
 * one pipe (PIPE_BUF).
 */
const AT_ONCE = 4096;
/** Bytes that are worth a writing of their own. */
const WORTH_WRITING = 3072;
/** Milliseconds after which a line is written that waits for others. */
const FLUSH_AFTER = 200;
/** Bytes that wait for who reads the log; further lines are lost. */
const WAITING = 8 * 2 ** 20;

/** The log of a process. */
export interface ProcessLog {
  /** Lines that were lost so far because nobody read the log fast enough. */
  readonly lost: number;
  /** Writes what waits, at once. */
  flush: () => void;
}

/**
 * Has this process log to a file that is open already. Lines are written in the background; those
 * that wait are written at the end of the process, but for `kill -9`.
 * @param name of the process: `gateway`, `renderer1`
 * @param file 1 for standard output
 * @param context gives what belongs to every line: the request
 */
export function openProcessLog(
  name: string,
  { logFormat, logLevel }: LogSettings,
  file: number,
  context: () => LogFields = () => ({}),
): ProcessLog {
  const state = { lost: 0 };
  const destination = pino.destination({
    dest: file,
    sync: false,
    minLength: WORTH_WRITING,
    maxWrite: AT_ONCE,
    maxLength: WAITING,
    periodicFlush: FLUSH_AFTER,
  });
  // A log that nobody reads any more ends no portal.
  destination.on('error', () => undefined);
  destination.on('drop', () => (state.lost += 1));
  const logger = pino(
    {
      base: { process: name },
      level: logLevel,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    logFormat === 'json'
      ? destination
      : { write: (line: string) => destination.write(`${textLine(JSON.parse(line) as PrintedRecord)}\n`) },
  );
  const flush = (): void => {
    try {
      destination.flushSync();
    } catch {
      // Nobody reads it any more.
    }
  };
  setLogSink(sinkOf(logger, context, () => destination.flush()));
  process.once('exit', flush);
  return {
    get lost() {
      return state.lost;
    },
    flush,
  };
}

/** Makes what writes a line; lines about what is wrong are not kept waiting. */
function sinkOf(logger: Logger, context: () => LogFields, soon: () => void): LogSink {
  const folder = process.cwd();
  const told = new WeakSet();
  const say = (event: LogEvent, record: LogRecord): void => {
    logger[LOG_EVENTS[event].level](record, LOG_EVENTS[event].says);
    soon();
  };
  const repetitions = new Repetitions((event, repeated) => say(event, { event, repeated }));
  setInterval(() => repetitions.endMinutes(Date.now()), 10_000).unref();
  process.once('exit', () => repetitions.endMinutes(Number.POSITIVE_INFINITY));
  const write = (event: LogEvent, fields: LogFields, thrown?: unknown): void => {
    if (event === 'request') {
      logger.info({ event, ...fields }, 'request');
      return;
    }
    meters()?.count('gongbao_log_lines_total', { level: LOG_EVENTS[event].level, event });
    const record: LogRecord = { event, ...context(), ...fields };
    if (thrown !== undefined) {
      if (typeof thrown === 'object' && thrown !== null) told.add(thrown);
      record.error = harmlessError(thrown);
      const stack = wantsStack(record) ? stackOf(thrown, folder) : undefined;
      if (stack !== undefined) record.stack = stack;
    }
    if (repetitions.allows(event, kindOf(record), Date.now())) say(event, record);
  };
  return { write, told };
}

/** What the database says, or does not, is no fault of the program: its place says nothing. */
const wantsStack = ({ event, error }: LogRecord): boolean =>
  !('aMinute' in LOG_EVENTS[event]) && error?.name !== 'DatabaseUnavailable' && error?.name !== 'SearchUnavailable';

/** Lines are alike when event, error and place are; whose request it was makes no difference. */
const kindOf = ({ event, error, stack, about }: LogRecord): string =>
  'aMinute' in LOG_EVENTS[event]
    ? `${event} ${about ?? ''}`
    : `${event} ${about ?? ''} ${error?.name ?? ''} ${error?.code ?? ''} ${stack?.split('\n', 1)[0] ?? ''}`;

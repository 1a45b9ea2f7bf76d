/** How much an operator has to care. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

interface LogEventRow {
  level: LogLevel;
  says: string;
  /**
   * How many lines of the same kind a minute has; the rest is counted. What is true of the database
   * is said once, and not for every reader.
   */
  aMinute?: number;
}

/**
 * Everything that processes of the web say in the log. A line says one of these sentences: no line
 * is put together from what a reader has sent.
 */
export const LOG_EVENTS = {
  request: { level: 'info', says: 'request' },
  'request failed': { level: 'error', says: 'A request failed.' },
  'page failed': { level: 'error', says: 'A page could not be made.' },
  'slow search': { level: 'warn', says: 'A search was slow.' },
  'search failed': { level: 'error', says: 'A search failed.' },
  'search without database': { level: 'error', says: 'The database did not answer a search.', aMinute: 1 },
  'index away': { level: 'error', says: 'The index of words did not answer a search.', aMinute: 1 },
  'recovery without database': {
    level: 'error',
    says: 'What else may be meant was not found in time.',
    aMinute: 1,
  },
  'no suggestions': { level: 'error', says: 'No suggestions.', aMinute: 1 },
  'no peek': { level: 'error', says: 'No peek.', aMinute: 1 },
  'not shared': { level: 'error', says: 'A section was not shared.', aMinute: 1 },
  'no answer of the database': { level: 'error', says: 'The database did not answer.', aMinute: 1 },
  'file not made': { level: 'error', says: 'A file was not made.' },
  'draft not checked': { level: 'error', says: 'A draft was not checked.', aMinute: 1 },
  'outdated tree': { level: 'error', says: 'A document is stored as another version of this program needs it.' },
  'no own answer': { level: 'error', says: 'The portal did not answer itself.', aMinute: 1 },
  'no browser scripts': { level: 'error', says: 'Pages have no script: `npm run build` makes it.', aMinute: 1 },

  'database away': { level: 'error', says: 'The database does not answer.', aMinute: 6 },
  'database back': { level: 'info', says: 'The database answers again.' },
  'renderer away': { level: 'error', says: 'A renderer did not answer.', aMinute: 3 },
  'no facts': { level: 'warn', says: 'The figures of the database for /metrics are missing.', aMinute: 1 },
  'port not to be had': { level: 'error', says: 'The portal cannot listen on its port.' },
  'metrics listen': { level: 'info', says: 'Metrics are served.' },
  'metrics port taken': { level: 'error', says: 'The port of METRICS_PORT cannot be used.', aMinute: 1 },

  'lines of a process': {
    level: 'warn',
    says: 'A process printed lines that are not shown, because they may have words of readers.',
    aMinute: 3,
  },
  'said by a library': {
    level: 'warn',
    says: 'A library printed something that is not shown, because it may have words of readers.',
    aMinute: 3,
  },
  warning: { level: 'warn', says: 'Node warns.', aMinute: 3 },
  uncaught: { level: 'error', says: 'An error was not caught.' },
} as const satisfies Record<string, LogEventRow>;

/** The name of something that the log says. */
export type LogEvent = keyof typeof LOG_EVENTS;

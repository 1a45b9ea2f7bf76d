import { describeInWords, type LogRecord } from './log';

/** A record as it stands in a line of JSON. */
export interface PrintedRecord extends LogRecord {
  level: string;
  time: string;
  process: string;
  msg: string;
}

/**
 * Prints a record as people read it, without the end of the line:
 * `16:12:09 gateway GET /[municipality] /shili 200 hit 2 ms 5312 bytes`
 */
export function textLine(record: PrintedRecord): string {
  const { level, time, process: name, msg, event, error, stack, ...fields } = record;
  const head = `${time.slice(11, 19)} ${name}${level === 'info' ? '' : ` ${level}`}`;
  if (event === 'request') {
    const { id: _id, method, route, path, status, cache, ms, bytes, left, client } = fields;
    return [head, method, route, path, status, cache, ms !== undefined && `${ms} ms`]
      .concat([bytes !== undefined && `${bytes} bytes`, left && 'left', client])
      .filter((part) => part !== undefined && part !== false)
      .join(' ');
  }
  const told = Object.entries(fields).map(
    ([key, value]: [string, unknown]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [
    `${head}: ${msg}${error ? ` ${describeInWords(error)}` : ''}${told.length > 0 ? ` (${told.join(', ')})` : ''}`,
    ...(stack === undefined ? [] : stack.split('\n').map((frame) => `    ${frame}`)),
  ].join('\n');
}

import { UNAVAILABLE_DIGEST } from '@/lib/search/errors';
import { stackOf } from './harmless-error';
import { isTold, log } from './log';

/**
 * Has what libraries print to standard error logged: an error is described as the log does it, and
 * of everything else the log says only where it came from. What Next prints may quote an address,
 * and with it what a reader looks for. What they print to standard output is for terminals.
 */
export function guardConsole(): void {
  const spoken = (...args: unknown[]): void => {
    const error = args.find((arg) => arg instanceof Error);
    if (error === undefined) log('said by a library', { about: callerOf(new Error()) });
    else logPageError(error);
  };
  const silent = (): void => undefined;
  Object.assign(console, { error: spoken, warn: spoken, trace: spoken, log: silent, info: silent, debug: silent });
  process.removeAllListeners('warning');
  process.on('warning', ({ name, ...warning }: Error & { code?: unknown }) => {
    const code = typeof warning.code === 'string' ? warning.code : '';
    log('warning', { about: `${name} ${code}`.replace(/[^\w ]/g, '').trim() });
  });
}

/** Logs an error for which a page was given up, unless that is done. */
export function logPageError(error: unknown): void {
  if (isTold(error)) return;
  const isOfDatabase = error instanceof Error && 'digest' in error && error.digest === UNAVAILABLE_DIGEST;
  log(isOfDatabase ? 'no answer of the database' : 'page failed', {}, error);
}

/** Gives the place from which a function of the console was called. */
const callerOf = (error: Error): string =>
  stackOf(error, process.cwd())
    ?.split('\n')
    .find((frame) => !frame.includes('console-guard'))
    ?.slice(0, 200) ?? 'unknown';

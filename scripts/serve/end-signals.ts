import { Interrupted } from '../support/child-process';

/** Milliseconds within which a second signal is the same one: a service manager tells everybody. */
const SAME = 1_000;

/**
 * Gives the signals by which a service ends: `end` aborts at the first of them. `hurry` aborts when
 * there is no time: at a second SIGTERM, at Ctrl-C, and when the terminal is closed.
 */
export function endSignals(): { end: AbortSignal; hurry: AbortSignal } {
  const end = new AbortController();
  const hurry = new AbortController();
  let first = 0;
  process.on('SIGTERM', () => {
    if (!end.signal.aborted) {
      first = performance.now();
      end.abort(new Interrupted('SIGTERM'));
    } else if (performance.now() - first > SAME) hurry.abort();
  });
  for (const name of ['SIGINT', 'SIGHUP'] as const)
    process.on(name, () => {
      end.abort(new Interrupted(name));
      hurry.abort();
    });
  return { end: end.signal, hurry: hurry.signal };
}

import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from './progress';

/** Milliseconds after which a web process has opened its own log. */
const STARTING = 3_000;
/** What the engine itself prints when it gives up; it has no words of readers. */
const LAST_WORDS = /^(?:FATAL ERROR: |# Fatal |Segmentation fault)/;

/**
 * Says what a web process prints past its log: why it did not start, or the engine's last words.
 * What comes later and is not known is left out, because it may have words of readers.
 * @returns the process
 */
export function logLines(child: ChildProcess, name: string): ChildProcess {
  if (!child.stderr) return child;
  const began = performance.now();
  let leftOut = 0;
  createInterface({ input: child.stderr })
    .on('line', (line) => {
      if (line.trim() === '') return;
      if (performance.now() - began < STARTING || LAST_WORDS.test(line)) say(`${name}: ${line.slice(0, 1000)}`, 'warn');
      else leftOut += 1;
    })
    .on('close', () => {
      if (leftOut > 0)
        say(`${name} printed ${leftOut} lines that are not shown, because they may have words of readers.`, 'warn');
    });
  return child;
}

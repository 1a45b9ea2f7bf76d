import { setPriority } from 'node:os';
import path from 'node:path';
import { spawnNode, waitForEnd } from '../support/child-process';
import { countOutdatedAt } from '../support/outdated';
import { say, seconds } from '../support/progress';

/** Of 19: others go first. */
const LOW_PRIORITY = 10;

/**
 * Reads again what another version has stored, in a process beside the portal.
 * It never rejects; its end and its failure are a line each. What is left is read by the next one.
 * @param signal ends it
 */
export async function rereadOutdated(url: string, signal: AbortSignal): Promise<void> {
  const isOver = () => signal.aborted;
  try {
    const outdated = await countOutdatedAt(url);
    if (outdated === 0) return;
    const began = performance.now();
    say(`Reading again, in the background: ${outdated} of the held files were stored by another version.`);
    const args = [path.join('scripts', 'run.mjs'), 'ingest', '--outdated'];
    const child = spawnNode(args, { ...process.env, DATABASE_URL: url }, ['ignore', 'inherit']);
    if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
    const code = await waitForEnd(child, signal);
    if (isOver()) return;
    say(
      code === 0
        ? `Reading again: done after ${seconds(began)}.`
        : `Reading again: not everything could be read (exit code ${String(code)}, see above). Readers see the rest; \`npm run ingest -- --outdated\` tries once more.`,
    );
  } catch (error) {
    if (!isOver()) say(`Reading again: ${error instanceof Error ? error.message : String(error)}`);
  }
}

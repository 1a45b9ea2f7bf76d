// `npm run serve`: serves an existing build from a migrated database. It builds, ingests and
// migrates nothing (MIGRATE=1 migrates first), and may read only. SIGTERM drains, then ends it.
import { Interrupted } from './support/child-process';
import { isForbidden } from './support/data-folder';
import { shareBuildFiles } from './support/former-builds';
import { loadSettings } from './support/load-settings';
import { refusePort } from './support/port-refusal';
import { awaitOrphans } from './support/portals';
import { say, seconds } from './support/progress';
import { rootWarning } from './support/root-warning';
import { startWebServer } from './support/web-server';
import { findBuildProblem } from './serve/build-problem';
import { endSignals } from './serve/end-signals';
import { openServedDatabase } from './serve/served-database';

async function serve(end: AbortSignal, hurry: AbortSignal): Promise<void> {
  const settings = loadSettings();
  const { host, port, drainSeconds } = settings;
  const pages = process.env.NEXT_DIST_DIR ?? '.next';
  const warning = rootWarning();
  if (warning !== null) say(warning);
  const problem = findBuildProblem(pages);
  if (problem !== null) throw new Error(problem);
  await awaitOrphans();
  await refusePort(host, port, 'npm run serve');
  const close = await openServedDatabase(settings, say, end);
  try {
    await keepFiles(pages);
    const server = await startWebServer(pages, port, end, {}, { drainSeconds, hurry });
    say(`Ready in ${seconds(0)}: http://${host.includes(':') ? `[${host}]` : host}:${port}`);
    end.addEventListener('abort', () => {
      if (!hurry.aborted) say(`Ending: readers are served for ${drainSeconds} s more, and /readyz says 503 …`);
    });
    await server.ended;
  } finally {
    await close();
  }
  say('Stopped.');
}

/** Pages that are open load the files of their build, also once another one is served. */
async function keepFiles(pages: string): Promise<void> {
  try {
    await shareBuildFiles(pages);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    say(
      `The files of this build cannot be kept for later (${(error as Error).message}): pages that are open may miss them.`,
    );
  }
}

const { end, hurry } = endSignals();
try {
  await serve(end, hurry);
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
process.exit();

// `npm start [-- PATH…]`: database, sample corpus and PATHs, pages, portal. Ends with everything
// stopped.
import path from 'node:path';
import { readEnvironment } from '@/lib/settings/env';
import { buildPages } from './support/build-pages';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';
import { understand } from './support/command-line';
import { openDatabase } from './support/database';
import { loadEnvironment } from './support/load-settings';
import { refusePort } from './support/port-refusal';
import { awaitOrphans } from './support/portals';
import { say, seconds, step } from './support/progress';
import { rootWarning } from './support/root-warning';
import { startWebServer } from './support/web-server';
import { START_HELP, readStartArguments, type StartArguments } from './start/arguments';
import { rereadOutdated } from './start/reread';
import { decideOnSample, SAMPLE_FOLDER, takeSampleOut } from './start/sample';

const PAGES = process.env.NEXT_DIST_DIR ?? '.next';

async function start({ paths, sample }: StartArguments, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  loadEnvironment();
  // For somebody at a terminal: sentences, and only what is wrong.
  process.env.LOG_FORMAT ||= 'text';
  process.env.LOG_REQUESTS ||= '0';
  const { host, port } = readEnvironment();
  const warning = rootWarning();
  if (warning !== null) say(warning);
  await awaitOrphans();
  await refusePort(host, port, 'npm start');
  const database = await step('Starting the database', () => openDatabase({ log: say, keepRunning: true, signal }));
  const ending = new AbortController();
  let reread = Promise.resolve();
  try {
    if (await decideOnSample(database.url, sample))
      await ingest('Ingesting the sample corpus', [SAMPLE_FOLDER], signal);
    if (sample === false)
      say(`The sample corpus is out (${await takeSampleOut(database.url)} files), and does not come back.`);
    if (paths.length > 0) await ingest('Ingesting what you named', paths, signal);
    await buildPages(PAGES, signal);
    const server = await step('Starting the portal', () => startWebServer(PAGES, port, signal));
    say(`Ready in ${seconds(began)}: ${server.address}   (Ctrl-C ends it)`);
    reread = rereadOutdated(database.url, AbortSignal.any([signal, ending.signal]));
    await server.ended;
  } finally {
    if (signal.aborted) say('Stopping …');
    ending.abort();
    await reread;
    await database.close();
    if (signal.aborted) say('Stopped.');
  }
}

/**
 * What cannot be ingested is reported and left out: one bad file must not keep the portal from
 * serving the rest.
 */
async function ingest(name: string, paths: string[], signal: AbortSignal): Promise<void> {
  await step(name, async () => {
    try {
      await runNode([path.join('scripts', 'run.mjs'), 'ingest', ...paths], { signal });
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error;
      say('Not everything could be ingested: see above. The portal serves the rest.');
    }
  });
}

const signal = interruption();
const understood = understand(() => readStartArguments(process.argv.slice(2)), START_HELP);
if ('exitCode' in understood) process.exit(understood.exitCode);
// npm runs scripts in the project's folder; a path is meant from where the person stands.
const paths = understood.given.paths.map((named) => path.resolve(process.env.INIT_CWD ?? '.', named));
try {
  await start({ ...understood.given, paths }, signal);
} catch (error) {
  if (!(error instanceof Interrupted)) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
process.exit();

// `npm start [-- PATH…]`: database, sample corpus and PATHs, pages, portal. Ends with everything
// stopped.
import path from 'node:path';
import { readEnvironment } from '@/lib/settings/env';
import { buildPages } from './support/build-pages';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';
import { openDatabase } from './support/database';
import { loadEnvironment } from './support/environment';
import { isPortFree } from './support/ports';
import { awaitOrphans, listPortals } from './support/portals';
import { say, seconds, step } from './support/progress';
import { startWebServer } from './support/web-server';

const PAGES = '.next';
const SAMPLE_CORPUS = path.resolve('prisma', 'sample-corpus');

async function start(paths: string[], signal: AbortSignal): Promise<void> {
  const began = performance.now();
  loadEnvironment();
  const { port } = readEnvironment();
  await awaitOrphans();
  await refuseTakenPort(port);
  const database = await step('Starting the database', () => openDatabase({ log: say, keepRunning: true, signal }));
  try {
    await ingest('Ingesting the sample corpus', [SAMPLE_CORPUS], signal);
    if (paths.length > 0) await ingest('Ingesting what you named', paths, signal);
    await buildPages(PAGES, signal);
    const server = await step('Starting the portal', () => startWebServer(PAGES, port, signal));
    say(`Ready in ${seconds(began)}: ${server.address}   (Ctrl-C ends it)`);
    await server.ended;
  } finally {
    if (signal.aborted) say('Stopping …');
    await database.close();
    if (signal.aborted) say('Stopped.');
  }
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  const own = listPortals().find((portal) => portal.port === port);
  const holder = own
    ? `this portal is running there already (process ${own.processId}): http://localhost:${port}`
    : 'another program uses it';
  throw new Error(
    `Port ${port} is taken: ${holder}. End that program, or choose another port: PORT=${port + 1} npm start`,
  );
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
// npm runs scripts in the project's folder; a path is meant from where the person stands.
const paths = process.argv.slice(2).map((argument) => path.resolve(process.env.INIT_CWD ?? '.', argument));
try {
  await start(paths, signal);
} catch (error) {
  if (!(error instanceof Interrupted)) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
process.exit();

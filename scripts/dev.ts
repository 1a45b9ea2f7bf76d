// `npm run dev`: the portal with every edit shown at once, on the same database as `npm start`.
import path from 'node:path';
import { watchBrowserScripts } from './support/browser-scripts';
import { NEXT } from './support/build-marker';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';
import { openDatabase } from './support/database';
import { loadSettings } from './support/load-settings';
import { untilAnswer } from './support/until-answer';
import { rereadOutdated } from './start/reread';
import { decideOnSample, SAMPLE_FOLDER } from './start/sample';

/** Where `next dev` keeps what it makes. */
const PAGES = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'dev');

const signal = interruption();
const database = await openDatabase({ keepRunning: true });
const ending = new AbortController();
let reread = Promise.resolve();
try {
  const { host, port } = loadSettings();
  if (await decideOnSample(database.url, null))
    await runNode([path.join('scripts', 'run.mjs'), 'ingest', SAMPLE_FOLDER], { signal });
  // Before it answers Next clears its folder.
  void untilAnswer(`http://localhost:${port}/favicon.ico`, signal).then(() => watchBrowserScripts(PAGES));
  reread = rereadOutdated(database.url, AbortSignal.any([signal, ending.signal]));
  await runNode([NEXT, 'dev', '--hostname', host, '--port', String(port)], {
    signal,
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  });
} catch (error) {
  if (!(error instanceof Interrupted || error instanceof ProgramFailed)) throw error;
} finally {
  ending.abort();
  await reread;
  await database.close();
}
process.exit();

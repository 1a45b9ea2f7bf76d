// `npm run dev`: the portal with every edit shown at once, on the same database as `npm start`.
import path from 'node:path';
import { readEnvironment } from '@/lib/settings/env';
import { watchBrowserScripts } from './support/browser-scripts';
import { NEXT } from './support/build-pages';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';
import { openDatabase } from './support/database';
import { untilAnswer } from './support/web-server';

/** Where `next dev` keeps what it makes. */
const PAGES = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'dev');

const signal = interruption();
const database = await openDatabase({ keepRunning: true });
try {
  const { port } = readEnvironment();
  await runNode([path.join('scripts', 'run.mjs'), 'ingest', path.resolve('prisma', 'sample-corpus')], { signal });
  // Before it answers Next clears its folder.
  void untilAnswer(`http://localhost:${port}/favicon.ico`, signal).then(() => watchBrowserScripts(PAGES));
  await runNode([NEXT, 'dev', '--port', String(port)], {
    signal,
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  });
} catch (error) {
  if (!(error instanceof Interrupted || error instanceof ProgramFailed)) throw error;
} finally {
  await database.close();
}
process.exit();

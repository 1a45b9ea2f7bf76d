// `npm run dev`: the portal with every edit shown at once, on the same database as `npm start`.
import path from 'node:path';
import { readEnvironment } from '@/lib/settings/env';
import { NEXT } from './support/build-pages';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';
import { openDatabase } from './support/database';

const signal = interruption();
const database = await openDatabase({ keepRunning: true });
try {
  const { port } = readEnvironment();
  await runNode([path.join('scripts', 'run.mjs'), 'ingest', path.resolve('prisma', 'sample-corpus')], { signal });
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

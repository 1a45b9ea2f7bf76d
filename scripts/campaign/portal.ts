// The portal of a campaign, as scripts/start.ts starts one, a process to be killed:
// `portal.ts FOLDER PORT CORPUS…` keeps its database in FOLDER.
import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { useSharedServer } from '../embedded-postgres/shared-server';
import { Interrupted, interruption, ProgramFailed, runNode } from '../support/child-process';
import { awaitOrphans } from '../support/portals';
import { say } from '../support/progress';
import { startWebServer } from '../support/web-server';
import { TEST_PAGES } from '../testing/test-portal';

const [folder = '', port = '', ...corpora] = process.argv.slice(2);
const signal = interruption();
try {
  await awaitOrphans();
  const database = await useSharedServer(folder, { durable: false, signal });
  try {
    await migrate(database.url);
    database.keepRunning(say);
    const env = { ...process.env, DATABASE_URL: database.url };
    say('Ingesting');
    await runNode([path.join('scripts', 'run.mjs'), 'ingest', ...corpora], { signal, env, quiet: true }).catch(
      (error: unknown) => {
        if (!(error instanceof ProgramFailed)) throw error;
      },
    );
    const server = await startWebServer(TEST_PAGES, Number(port), signal, {
      ...{ DATABASE_URL: database.url, LOG_REQUESTS: '0' },
    });
    say('Ready');
    await server.ended;
  } finally {
    await database.release();
  }
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
}
process.exit();

// A command like scripts/start.ts without a build, for the tests of what is left when it is killed:
// `small-portal.ts FOLDER PORT` keeps a database and a web server running.
import { useSharedServer } from '../embedded-postgres/shared-server';
import { interruption, runNode, spawnNode } from '../support/child-process';
import { announcePortal, awaitOrphans } from '../support/portals';
import { say } from '../support/progress';
import { supervise } from '../support/supervise';

const [folder = '', port = ''] = process.argv.slice(2);
const signal = interruption();
process.chdir(folder);
await awaitOrphans();
say('Starting');
const database = await useSharedServer('.data', { durable: false, signal }).catch((error: unknown) => {
  if (!signal.aborted) throw error;
  say('Stopped');
  process.exit();
});
database.keepRunning(say);
say(`Database: ${database.url}`);
// As an ingest: it has a transaction open in the database, for a while.
const ingest = `
  import pg from ${JSON.stringify(import.meta.resolve('pg'))};
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS shelf (id int)');
  await client.query('BEGIN');
  await client.query('LOCK TABLE shelf');
  await client.query('SELECT pg_sleep(0.5)');
  await client.query('COMMIT');
  await client.end();`;
await runNode(['--input-type=module', '-e', ingest], {
  signal,
  env: { ...process.env, DATABASE_URL: database.url },
}).catch((error: unknown) => say(String(error)));
const web = `require('node:http').createServer((_, answer) => answer.end(String(process.pid))).listen(${port}, () => console.log('listens'))`;
if (!signal.aborted) {
  const { ended } = await supervise({
    name: 'The web server',
    start: () => {
      const child = spawnNode(['-e', web], process.env, ['pipe', 'inherit']);
      if (child.pid !== undefined)
        child.once('exit', announcePortal({ processId: child.pid, port: Number(port), pages: 'none' }));
      return child;
    },
    ready: (child) => new Promise((resolve) => child.stdout?.once('data', () => resolve())),
    signal,
  });
  say('Ready');
  await ended;
}
await database.release();
say('Stopped');
process.exit();

// `node scripts/run.mjs start PATH…` runs scripts/start.ts with the arguments PATH…, after making a
// clean clone ready. Node built-ins only at the top; what has to be installed first is imported
// later.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bootstrap } from './support/bootstrap.mjs';

/** Commands whose packages are left out of an installation for serving alone. */
const NEEDS_TESTS = ['test', 'test-watch', 'format', 'bench', 'campaign'];

const scripts = path.dirname(fileURLToPath(import.meta.url));
const [name = 'start', ...args] = process.argv.slice(2);

process.chdir(path.dirname(scripts));
// Each program gets its own: tests under a NODE_ENV=production of the shell would test
// something else.
Reflect.deleteProperty(process.env, 'NODE_ENV');
try {
  await bootstrap(process.cwd(), { needsTests: NEEDS_TESTS.includes(name) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
process.setSourceMapsEnabled(true);
const script = path.join(scripts, `${name}.ts`);
process.argv = [process.execPath, script, ...args];
await import(pathToFileURL(script).href);

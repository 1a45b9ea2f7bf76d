// `node scripts/run.mjs start PATH…` runs scripts/start.ts with the arguments PATH…, after making a
// clean clone ready. Node built-ins only at the top; what has to be installed first is imported
// later.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bootstrap, refuseUnprepared } from './support/bootstrap.mjs';
import { endWithNpm } from './support/end-with-npm.mjs';

/** What runs where nothing may be written: such a place was made ready before. */
const PREPARED = ['serve', 'migrate', 'check-config'];

/** Commands whose packages are left out of an installation for serving alone. */
const NEEDS_TESTS = ['test', 'test-watch', 'format', 'bench', 'campaign', 'mutate'];

const scripts = path.dirname(fileURLToPath(import.meta.url));
const [name = 'start', ...args] = process.argv.slice(2);

process.chdir(path.dirname(scripts));
refuseCall();
endWithNpm(name);
// Each program gets its own: tests under a NODE_ENV=production of the shell would test
// something else.
Reflect.deleteProperty(process.env, 'NODE_ENV');
try {
  if (PREPARED.includes(name)) refuseUnprepared(process.cwd());
  else await bootstrap(process.cwd(), { needsTests: NEEDS_TESTS.includes(name) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
// A build has this program ready: it starts in a third of the time.
const bundle = path.resolve(process.env.NEXT_DIST_DIR ?? '.next', 'gongbao', `${name}.mjs`);
const isBundled = name === 'serve' && existsSync(bundle);
const script = isBundled ? bundle : path.join(scripts, `${name}.ts`);
process.argv = [process.execPath, script, ...args];
if (!isBundled) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(pathToFileURL(script).href);

/** Refuses what is no command, and arguments where none are read: `serve --help` would serve. */
function refuseCall() {
  const reason = !existsSync(path.join(scripts, `${name}.ts`))
    ? `There is no command ${name}. \`npm run\` lists them.`
    : PREPARED.includes(name) && args.length > 0
      ? `${name} takes no arguments: settings are in the environment, and .env.example explains them.`
      : null;
  if (reason === null) return;
  console.error(reason);
  process.exit(2);
}

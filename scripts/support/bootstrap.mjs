// Makes a clean clone ready to run. Node built-ins only: at the first call nothing is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from './file-lock.mjs';

const OLDEST_NODE = [20, 19];

/** What a marker ends with where the packages for tests were left out. */
const WITHOUT_TESTS = ' without packages for tests';

/**
 * Makes a clean clone ready: installs packages, generates the database client.
 * Each is done only when its inputs differ from those of the last time. With `npm_config_omit=dev`
 * in the environment, npm's own setting, the packages for tests are left out, until a command needs
 * them.
 * @param {string} folder the project
 * @param {{ needsTests?: boolean }} [command] whether the command needs packages for tests
 * @throws Error, with what to do, when Node is too old or a step fails
 */
export async function bootstrap(folder, { needsTests = false } = {}) {
  refuseOldNode(process.versions.node);
  for (const step of stepsIn(folder, needsTests)) {
    if (isDone(step)) continue;
    // Two `npm start` at once must not install into one folder. The lock lies outside node_modules,
    // which npm ci removes.
    await withFileLock(path.join(folder, '.data', 'bootstrap.lock'), () => {
      if (isDone(step)) return;
      const began = Date.now();
      console.error(`${step.name} …`);
      step.run();
      mkdirSync(path.dirname(step.marker), { recursive: true });
      writeFileSync(step.marker, step.inputs() + step.variant);
      console.error(`${step.name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    });
  }
}

/**
 * Checks that a clone is ready; writes nothing and installs nothing. Packages that `npm ci` has
 * installed by itself are taken as they are.
 * @param {string} folder the project
 * @throws Error, with what to do, when Node is too old, or the clone is not ready
 */
export function refuseUnprepared(folder) {
  refuseOldNode(process.versions.node);
  const isOutdated = stepsIn(folder, false).some((step) => existsSync(step.marker) && !isDone(step));
  if (isOutdated || !existsSync(path.join(folder, 'node_modules', 'next', 'package.json')))
    throw new Error(
      `The packages in ${path.join(folder, 'node_modules')} are not those of this version: run \`npm run build\`, which installs them.`,
    );
}

/**
 * @param {string} folder
 * @param {boolean} needsTests whether the command needs packages for tests
 */
function stepsIn(folder, needsTests) {
  const modules = path.join(folder, 'node_modules');
  const schema = path.join(folder, 'prisma', 'schema');
  const omits = !needsTests && process.env.npm_config_omit === 'dev';
  return [
    {
      name: 'Installing packages (npm ci)',
      inputs: () => hashFiles([path.join(folder, 'package-lock.json')], [process.platform, process.arch]),
      marker: path.join(modules, '.gongbao-installed'),
      output: modules,
      accepts: needsTests ? [''] : ['', WITHOUT_TESTS],
      variant: omits ? WITHOUT_TESTS : '',
      run: () => installPackages(folder, omits),
    },
    {
      name: 'Generating the database client (prisma generate)',
      inputs: () => hashFiles([...listSchemaFiles(schema), path.join(modules, 'prisma', 'package.json')]),
      marker: path.join(modules, '.gongbao-generated'),
      output: path.join(folder, 'lib', 'db', 'generated', 'client.ts'),
      accepts: [''],
      variant: '',
      run: () => generateClient(folder, schema),
    },
  ];
}

/**
 * Throws when `version` (as in process.versions.node) is older than what package.json asks for.
 * @param {string} version
 */
export function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `gongbao needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`,
  );
}

/**
 * Gives a sha-256 over the contents of `files`, in their order, and over `words`. A missing file
 * counts as empty.
 * @param {string[]} files
 * @param {string[]} [words]
 */
export function hashFiles(files, words = []) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : '').update('\0');
  return hash.update(words.join('\0')).digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} the files of the schema, sorted
 */
const listSchemaFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name))
    : [];

/** @param {{ inputs: () => string, marker: string, output: string, accepts: string[] }} step */
function isDone({ inputs, marker, output, accepts }) {
  if (!existsSync(output) || !existsSync(marker)) return false;
  const [done, wanted] = [readFileSync(marker, 'utf8'), inputs()];
  return accepts.some((variant) => done === wanted + variant);
}

/**
 * @param {string} folder
 * @param {boolean} omits whether the packages for tests are left out
 */
function installPackages(folder, omits) {
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm && /\.[cm]?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  run(
    folder,
    program,
    [
      ...[...first, 'ci', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
      // Under NODE_ENV=production npm alone would leave out what the tests need.
      omits ? '--omit=dev' : '--include=dev',
    ],
    process.env,
    'npm ci failed. Is the npm registry in reach (npm ping)?',
  );
}

/**
 * @param {string} folder
 * @param {string} schema
 */
function generateClient(folder, schema) {
  const prisma = path.join(folder, 'node_modules', 'prisma', 'build', 'index.js');
  // Prisma's schema engine is a download from its vendor's host, and generating does not use it:
  // any existing file stands in for it.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  run(
    folder,
    process.execPath,
    [prisma, 'generate', '--schema', schema],
    env,
    'prisma generate failed: see prisma/schema.',
  );
}

/**
 * @param {string} folder
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} advice
 */
function run(folder, program, args, env, advice) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    shell: program === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${error ? error.message : `${stdout}${stderr}`.trim()}\n${advice}`);
}

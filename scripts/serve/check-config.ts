import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { diffChars } from 'diff';
import { SETTINGS, withoutSecrets, type Environment } from '@/lib/settings/env';
import { findRunningServer } from '../embedded-postgres/server';
import { dataFolder } from '../support/data-folder';
import { loadSettings } from '../support/load-settings';
import { countOutdatedAt } from '../support/outdated';
import { refusePort } from '../support/port-refusal';
import { rootWarning } from '../support/root-warning';
import { findBuildProblem } from './build-problem';
import { lookAtIndex } from './look-at-index';
import { lookAtDatabase, type FoundDatabase } from './database-problem';
import { hasCluster } from './served-database';

/** Set by tests and by what starts the portal; no settings of an operator. */
const KNOWN_OTHERS = ['CHROMIUM_PATH', 'NEXT_DIST_DIR', 'NODE_ENV', 'NODE_OPTIONS', 'REFERENCE_CORPUS', 'TZ'];

/**
 * Prints the settings, what was found, warnings and problems.
 * @returns the exit code: 1 where `npm run serve` would refuse
 */
export async function checkConfig(print: (line: string) => void): Promise<number> {
  const problems: string[] = [];
  const warnings: string[] = [];
  const attempt = async <Result>(work: () => Result | Promise<Result>): Promise<Result | null> => {
    try {
      return await work();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  print(`gongbao ${readPackageVersion()}, Node ${process.versions.node}, ${process.platform}-${process.arch}`);
  const settings = await attempt(loadSettings);
  for (const line of describeSettings()) print(line);
  warnings.push(...listUnknown());
  const pages = process.env.NEXT_DIST_DIR ?? '.next';
  const buildProblem = findBuildProblem(pages);
  if (buildProblem === null) print(`Build: ${pages} is of these sources.`);
  else problems.push(buildProblem);
  if (settings) {
    await attempt(() => refusePort(settings.host, settings.port, 'npm run serve'));
    for (const [name, url] of await listDatabases(settings, print, problems)) {
      const found = await attempt(() => lookAtDatabase(url, 0, print));
      if (!found) continue;
      print(`${name}: PostgreSQL ${found.version}, ${describeDatabase(found)}.`);
      problems.push(...listDatabaseProblems(found, settings));
      const outdated = found.pending.length === 0 ? ((await attempt(() => countOutdatedAt(url))) ?? 0) : 0;
      warnings.push(...listDatabaseWarnings(found, outdated, name));
    }
    if (settings.openSearch.length > 0) await lookAtIndex(settings, print, warnings);
    warnings.push(...listWarnings(settings));
  }
  for (const warning of warnings) print(`Warning: ${warning.replace(/^Warning: /, '')}`);
  for (const problem of problems) print(`Problem: ${problem}`);
  print(problems.length > 0 ? 'It cannot serve like this.' : 'It can serve.');
  return problems.length > 0 ? 1 : 0;
}

const readPackageVersion = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

/** Prints what is set; a password never. */
function describeSettings(): string[] {
  const isSet = (name: string) => (process.env[name] ?? '') !== '';
  const set = SETTINGS.filter(isSet).map((name) => `  ${name}=${withoutSecrets(process.env[name]!)}`);
  const left = SETTINGS.filter((name) => !isSet(name));
  return ['Settings:', ...(set.length > 0 ? set : ['  none']), `Left out: ${left.join(', ')}`];
}

/**
 * A name in .env that no setting has is a slip of the pen, and so is one of the environment that is
 * nearly that of a setting.
 */
function listUnknown(): string[] {
  const known = [...SETTINGS, ...SETTINGS.map((name) => `${name}_FILE`), ...KNOWN_OTHERS];
  const isKnown = (name: string): boolean => known.includes(name);
  const inFile = existsSync('.env') ? Object.keys(parseEnv(readFileSync('.env', 'utf8'))) : [];
  const unknown = inFile.filter((name) => !isKnown(name));
  const near = Object.keys(process.env).flatMap((name) => {
    const setting = isKnown(name) || unknown.includes(name) ? undefined : SETTINGS.find((each) => isNear(name, each));
    return setting === undefined ? [] : [`${name} is no setting: is ${setting} meant?`];
  });
  return [...unknown.map((name) => `.env names ${name}, which is no setting (.env.example lists them).`), ...near];
}

/** Letters that may be wrong, missing or too many, and the shortest name that is judged by them. */
const SLIPS = 2;
const LONG_NAME = 8;

function isNear(name: string, setting: string): boolean {
  if (setting.length < LONG_NAME || Math.abs(name.length - setting.length) > SLIPS) return false;
  const changes = diffChars(name, setting, { maxEditLength: 2 * SLIPS });
  if (!changes) return false;
  const count = (kind: 'added' | 'removed'): number =>
    changes.reduce((sum, change) => sum + (change[kind] ? change.value.length : 0), 0);
  return Math.max(count('added'), count('removed')) <= SLIPS;
}

/** Lists the databases that are looked at, and says which one is used. */
async function listDatabases(
  { databaseUrl, databaseReadUrl, migrate }: Environment,
  print: (line: string) => void,
  problems: string[],
): Promise<[name: string, url: string][]> {
  const given: [string, string | undefined][] = [
    ['DATABASE_URL', databaseUrl],
    ['DATABASE_READ_URL', databaseReadUrl],
  ];
  const named = given.filter((each): each is [string, string] => each[1] !== undefined);
  if (named.length > 0) return named;
  if (!hasCluster()) {
    if (!migrate)
      problems.push(`There is no database in ${dataFolder()} yet: run \`npm run migrate\`, or set DATABASE_URL.`);
    return [];
  }
  const running = await findRunningServer(dataFolder());
  if (running !== null) return [['Embedded database', running]];
  print(`Embedded database: in ${dataFolder()}; not running, so that it was not looked at.`);
  return [];
}

function describeDatabase({ isStandby, mayWrite, role, pending, later }: FoundDatabase): string {
  const state =
    pending.length > 0
      ? `${pending.length} migrations are missing`
      : later.length > 0
        ? 'of a later version'
        : 'migrated';
  return `${isStandby ? 'a standby' : 'a primary'}, role ${role} ${mayWrite ? 'may write' : 'may only read'}, ${state}`;
}

const listDatabaseProblems = ({ pending }: FoundDatabase, { migrate }: Environment): string[] =>
  pending.length > 0 && !migrate ? [`The database lacks ${pending.join(', ')}: run \`npm run migrate\`.`] : [];

function listDatabaseWarnings({ later }: FoundDatabase, outdated: number, name: string): string[] {
  return [
    ...(later.length > 0 ? [`${name} is that of a later version (${later.join(', ')}): it is only read.`] : []),
    ...(outdated > 0
      ? [`${outdated} files in it were stored by another version: \`npm run ingest -- --outdated\` reads them again.`]
      : []),
  ];
}

function listWarnings({ siteUrl, siteName, host, trustedProxies, databaseUrl }: Environment): string[] {
  const isOpen = !/^(?:127\.|::1$|localhost$)/.test(host);
  const root = rootWarning();
  return [
    ...(root === null ? [] : [root]),
    ...(/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(siteUrl)
      ? [
          `SITE_URL is ${siteUrl}: feeds, previews, citations and the sitemap name this machine. Give the public address.`,
        ]
      : []),
    ...(siteName === undefined ? ['SITE_NAME is left out: pages call the portal 公报.'] : []),
    ...(isOpen && trustedProxies.every((each) => /^(?:127\.|::1)/.test(each))
      ? [`HOST=${host} lets other machines in. If a front stands on one of them, name it in TRUSTED_PROXIES.`]
      : []),
    ...(databaseUrl !== undefined && !/sslmode=/.test(databaseUrl) && isRemote(databaseUrl)
      ? ['DATABASE_URL leads to another machine without sslmode: what is sent is not encrypted.']
      : []),
  ];
}

const isRemote = (url: string): boolean => {
  const { hostname, searchParams } = new URL(url);
  return !searchParams.has('host') && !/^(?:localhost|127\.|\[::1\]|$)/.test(hostname);
};

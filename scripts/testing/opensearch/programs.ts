import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '@/scripts/support/progress';
import { findProgram } from '@/scripts/testing/install-with-apt';

/** What runs a node of OpenSearch. */
export interface NodePrograms {
  java: string;
  /** Its class path: the jars of OpenSearch, and the node itself. */
  classPath: string;
}

/** OpenSearch 3 needs it; 2.19 runs on 17. */
const LEAST_JAVA = 21;
const PROJECT = path.join(import.meta.dirname, 'pom.xml');
const NODE = path.join(import.meta.dirname, 'GongbaoNode.java');
const FOLDER = path.resolve('node_modules', '.cache', 'opensearch');
/** Another version is tested by hand: TEST_OPENSEARCH_VERSION='2.19.6 log4j 2.21.0'. */
const OTHER = process.env.TEST_OPENSEARCH_VERSION?.split(' ');

/**
 * Finds Java and the jars of OpenSearch; Maven fetches them once.
 * @returns null where they are not to be had: why is printed
 */
export function provideOpenSearch(): NodePrograms | null {
  const java = findJava(OTHER?.[0]?.startsWith('2.') ? 17 : LEAST_JAVA);
  if (java === null) return missing(`There is no Java ${LEAST_JAVA} or newer here`);
  const key = createHash('sha256').update(
    `${readFileSync(PROJECT, 'utf8')}${readFileSync(NODE, 'utf8')}${java}${OTHER?.join() ?? ''}`,
  );
  const folder = path.join(FOLDER, key.digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const list = path.join(folder, 'class-path.txt');
  const jars = readJars(list) ?? (fetchJars(list) ? readJars(list) : null);
  if (jars === null) return missing('Maven is not here, or has not got the jars of OpenSearch');
  if (!existsSync(path.join(folder, 'GongbaoNode.class'))) {
    const compiled = run(path.join(path.dirname(java), 'javac'), ['-cp', jars, '-d', folder, NODE]);
    if (compiled !== null) return missing(`The node was not compiled: ${compiled}`);
  }
  return { java, classPath: `${folder}${path.delimiter}${jars}` };
}

function missing(reason: string): null {
  say(`${reason}: tests with OpenSearch are skipped.`);
  return null;
}

/** Gives the class path; null where it is not there, or a jar of it is gone. */
function readJars(list: string): string | null {
  const jars = existsSync(list) ? readFileSync(list, 'utf8').trim() : '';
  return jars !== '' && jars.split(path.delimiter).every((jar) => existsSync(jar)) ? jars : null;
}

function fetchJars(list: string): boolean {
  const maven = findProgram('mvn');
  if (maven === null) return false;
  say('Fetching OpenSearch with Maven …');
  const versions = OTHER ? [`-Dopensearch=${OTHER[0]}`, `-Dlog4j=${OTHER[2]}`] : [];
  const reason = run(maven, [
    '-B',
    '-q',
    '-f',
    PROJECT,
    'dependency:build-classpath',
    `-Dmdep.outputFile=${list}`,
    ...versions,
  ]);
  if (reason !== null) say(`mvn failed: ${reason}`);
  return reason === null;
}

/** Finds a Java of at least a version: that of JAVA_HOME, of the path, or any that is installed. */
function findJava(least: number): string | null {
  const installed = '/usr/lib/jvm';
  const homes = existsSync(installed) ? readdirSync(installed).map((name) => path.join(installed, name)) : [];
  const ofHomes = [process.env.JAVA_HOME ?? '', ...homes].map((home) => path.join(home, 'bin', 'java'));
  const all = [ofHomes[0]!, findProgram('java') ?? '', ...ofHomes.slice(1)];
  return (
    all.find(
      (java) => existsSync(java) && existsSync(path.join(path.dirname(java), 'javac')) && versionOf(java) >= least,
    ) ?? null
  );
}

function versionOf(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

const PATIENCE = 5 * 60_000;

/** Runs a program; gives why it failed, null where it did not. */
function run(program: string, args: string[]): string | null {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: PATIENCE });
  return status === 0 ? null : (error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-3).join(' / '));
}

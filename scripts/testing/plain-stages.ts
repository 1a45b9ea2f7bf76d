import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ImageStage } from './image-file';

/** A stage of an image, made in a plain folder. */
export interface PlainStage {
  /** The folder that is the image's working folder. */
  folder: string;
  environment: Record<string, string>;
  /** Instructions that only an engine can follow, or that would change this machine. */
  skipped: string[];
}

/** Programs that would change the users of this machine. */
const OF_THE_SYSTEM = /^(?:groupadd|useradd|apt-get)\b/;

/**
 * Runs the stages of a Dockerfile in plain folders, without an engine.
 * They run in their order, below `root`.
 * @param context the folder that is copied from, without what `ignored` names
 * @returns the last stage
 * @throws Error with what a command printed, where it fails
 */
export function runStages(
  stages: readonly ImageStage[],
  { root, context, ignored }: { root: string; context: string; ignored: readonly string[] },
): PlainStage {
  const made = new Map<string, PlainStage>();
  for (const { from, name, steps } of stages) {
    const folder = path.join(root, name);
    const before = made.get(from);
    const stage: PlainStage = { folder, environment: { ...before?.environment }, skipped: [] };
    if (before) copyLinked(before.folder, folder);
    else mkdirSync(folder);
    chmodSync(folder, 0o755);
    for (const { instruction, value } of steps)
      if (instruction === 'ENV') Object.assign(stage.environment, readPairs(value));
      else if (instruction === 'COPY') copy(value, stage, made, context, ignored);
      else if (instruction === 'RUN' && !OF_THE_SYSTEM.test(value)) run(value, stage);
      else stage.skipped.push(`${instruction} ${value}`);
    made.set(name, stage);
  }
  return made.get(stages.at(-1)!.name)!;
}

const readPairs = (value: string): Record<string, string> =>
  Object.fromEntries(value.split(' ').map((pair) => pair.split('=') as [string, string]));

/** Hard links: a stage replaces files of the one before, it does not write into them. */
function copyLinked(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-al', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function copy(
  value: string,
  { folder }: PlainStage,
  made: ReadonlyMap<string, PlainStage>,
  context: string,
  ignored: readonly string[],
): void {
  const words = value.split(' ');
  const from = words[0]!.startsWith('--from=') ? made.get(words.shift()!.slice('--from='.length)) : null;
  const target = words.pop()!;
  if (from) {
    rmSync(folder, { recursive: true });
    copyLinked(from.folder, folder);
    return;
  }
  const isIgnored = (file: string): boolean => ignored.includes(path.relative(context, file));
  for (const source of words) {
    const place = path.join(context, source);
    const intoFolder =
      source === '.' || !target.endsWith('/')
        ? path.join(folder, target)
        : path.join(folder, target, path.basename(source));
    cpSync(place, intoFolder, { recursive: true, filter: (file) => !isIgnored(file) });
  }
}

function run(command: string, { folder, environment }: PlainStage): void {
  const shown = command.replace('chown gongbao:gongbao', 'true');
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', shown], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...plainEnvironment(), ...environment },
  });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
}

/** What an image has of this machine's environment: programs, and where npm finds packages. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'npm_config_registry', 'npm_config_cache', 'NODE_EXTRA_CA_CERTS'];
  const given = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []));
  return Object.fromEntries(given) as unknown as NodeJS.ProcessEnv;
}

/** Reads the names that a file of the kind `.dockerignore` lists. */
export const readIgnored = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');

import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const GRACE_MILLISECONDS = 8_000;
/** A program that has ended may have left its output open to programs of its own. */
const LAST_OUTPUT_MILLISECONDS = 1_000;

/**
 * The reason of an interruption's signal: what is under way ends because the whole command was
 * asked to end.
 */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** A program that ended with an exit code other than zero. */
export class ProgramFailed extends Error {
  override name = 'ProgramFailed';
}

export interface ProgramOptions {
  /** Ends the program when it aborts. */
  signal?: AbortSignal;
  env?: NodeJS.ProcessEnv;
  /** True: nothing is shown unless the program fails; then everything it printed. */
  quiet?: boolean;
  /** True: the program reads the keys that are pressed. */
  interactive?: boolean;
}

/**
 * Runs a Node program to its end, its output shown as it comes.
 * It ends with this process, however that ends. Throws ProgramFailed when it fails, Interrupted
 * when `signal` ended it.
 */
export async function runNode(args: string[], options: ProgramOptions = {}): Promise<void> {
  const { signal, env = process.env, quiet = false, interactive = false } = options;
  signal?.throwIfAborted();
  const output = quiet ? 'pipe' : 'inherit';
  // What reads the keys that are pressed ends with the terminal.
  const child = interactive
    ? spawn(process.execPath, args, { env, stdio: ['inherit', output, output] })
    : spawnNode(args, env, [output, output]);
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
  const code = await waitForEnd(child, signal);
  signal?.throwIfAborted();
  if (code === 0) return;
  process.stderr.write(Buffer.concat(printed));
  throw new ProgramFailed(`node ${args.join(' ')}: exit code ${String(code)}`);
}

/** Named from the project's folder: this file may be part of a bundle. */
const PRELOAD = pathToFileURL(path.resolve('scripts', 'support', 'end-with-parent.mjs')).href;

/**
 * Starts a Node program that ends with this process, even by `kill -9`.
 * It gets SIGTERM then, and SIGKILL five seconds later. It cannot read its standard input.
 * @param output where its standard output and error go; further ones are files that are open here,
 * and that it has as 3, 4, …
 * @param folder where it runs, here unless told
 */
export function spawnNode(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: [stdout: 'pipe' | 'inherit' | 'ignore', stderr: 'pipe' | 'inherit' | 'ignore', ...others: number[]],
  folder?: string,
): ChildProcess {
  const stdio: StdioOptions = ['pipe', ...output];
  return spawn(process.execPath, ['--import', PRELOAD, ...args], {
    env: { ...env, GONGBAO_ENDS_WITH_PARENT: '1' },
    stdio,
    cwd: folder,
  });
}

/**
 * Waits until `child` ends, and ends it when `signal` aborts.
 * A child that takes too long is ended by force.
 * @returns its exit code
 */
export function waitForEnd(
  child: ChildProcess,
  signal?: AbortSignal,
  grace = GRACE_MILLISECONDS,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let force: NodeJS.Timeout | undefined;
    const end = () => {
      child.kill('SIGTERM');
      force = setTimeout(() => child.kill('SIGKILL'), grace);
    };
    const settle = () => {
      clearTimeout(force);
      signal?.removeEventListener('abort', end);
      resolve(child.exitCode);
    };
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
    child.on('error', (error) => {
      // Not when it could not be sent a signal.
      if (child.pid === undefined) reject(error);
    });
    child.once('close', settle);
    child.once('exit', () => {
      clearTimeout(force);
      setTimeout(settle, LAST_OUTPUT_MILLISECONDS).unref();
    });
  });
}

/**
 * Gives a signal that aborts at the first Ctrl-C, SIGTERM or closed terminal. Further ones are
 * ignored, because npm passes on what the terminal has already sent to everybody, and what is under
 * way is an orderly end.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => controller.abort(new Interrupted(name)));
  return controller.signal;
}

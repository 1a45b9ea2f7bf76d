import { spawn, type ChildProcess } from 'node:child_process';

const GRACE_MILLISECONDS = 8_000;

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
 * Runs `program` to its end, its output shown as it comes. Throws ProgramFailed when it fails,
 * Interrupted when `signal` ended it.
 */
async function runProgram(program: string, args: string[], options: ProgramOptions = {}): Promise<void> {
  const { signal, env = process.env, quiet = false, interactive = false } = options;
  signal?.throwIfAborted();
  const child = spawn(program, args, {
    env,
    stdio: [interactive ? 'inherit' : 'ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await waitForEnd(child, signal);
  signal?.throwIfAborted();
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new ProgramFailed(`${program.split(/[/\\]/).pop() ?? program} ${args.join(' ')}: exit code ${String(code)}`);
}

/** Runs a JavaScript or TypeScript file of the project under this Node; else like runProgram. */
export function runNode(args: string[], options: ProgramOptions = {}): Promise<void> {
  return runProgram(process.execPath, args, options);
}

/**
 * Waits until `child` ends, and ends it when `signal` aborts.
 * A child that takes too long is ended by force.
 * @returns its exit code
 */
export function waitForEnd(child: ChildProcess, signal?: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let force: NodeJS.Timeout | undefined;
    const end = () => {
      child.kill('SIGTERM');
      force = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS);
    };
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(force);
      signal?.removeEventListener('abort', end);
      resolve(code);
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

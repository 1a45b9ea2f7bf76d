import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { listFamily } from './processes';

/** A command of the project that runs. */
export interface RunningCommand {
  processId: number;
  /** What it has printed, on both outputs. */
  printed: () => string;
  /** Waits until it has printed something; fails when it ends before. */
  until: (words: string | RegExp) => Promise<void>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  kill: (signal: NodeJS.Signals) => void;
  /** The numbers of its processes, its own among them. */
  family: () => number[];
}

/**
 * Starts `node scripts/run.mjs NAME`, or npm with the arguments named, as an operator does.
 * @param environment settings, in place of those of this shell and of .env
 */
export function startCommand(
  [program, ...args]: readonly string[],
  environment: Record<string, string>,
): RunningCommand {
  const [file, ...first] = program === 'npm' ? ['npm'] : [process.execPath, path.join('scripts', 'run.mjs'), program!];
  const child = spawn(file, [...first, ...args], {
    env: { ...withoutNpm(), NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let isOver = false;
  const ended = once(child, 'exit').then(([code, signal]) => {
    isOver = true;
    return (code ?? signal) as number | NodeJS.Signals;
  });
  const command: RunningCommand = {
    processId: child.pid!,
    printed: () => output,
    until: async (words) => {
      const isThere = () => (typeof words === 'string' ? output.includes(words) : words.test(output));
      const deadline = Date.now() + PATIENCE;
      while (!isThere()) {
        if (isOver || Date.now() > deadline) throw new Error(`It never printed ${String(words)}:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    ended,
    kill: (signal) => child.kill(signal),
    family: () => listFamily(child.pid!).map(({ id }) => id),
  };
  started.push(command);
  return command;
}

const started: RunningCommand[] = [];

/** Ends what a test that failed has left running. Call it in `afterAll`. */
export async function endCommands(): Promise<void> {
  for (const { kill } of started) kill('SIGTERM');
  await Promise.all(started.map(({ ended }) => ended));
}

const PATIENCE = 60_000;

/** What an npm around the tests has set is no setting of what they start. */
const withoutNpm = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

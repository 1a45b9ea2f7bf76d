import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user';

/** Within this pg_ctl has started the server, which then goes on without it. */
const LAUNCH_MILLISECONDS = 2_000;

/**
 * Runs one of PostgreSQL's programs as `user`, in `folder`.
 * @param signal ends it, not what it has started
 * @returns its exit code and what it printed
 */
export function runProgram(
  user: ServerUser,
  folder: string,
  program: string,
  args: string[],
  signal?: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const { PATH, SystemRoot } = process.env;
    const child = spawn(program, args, {
      // A folder that the user may enter, and none of the caller's PGPORT, PGDATA and so on.
      cwd: folder,
      env: { PATH, SystemRoot, LC_ALL: 'C', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A session of its own: the terminal's Ctrl-C is for us, who then stop the server in good
      // order.
      detached: process.platform !== 'win32',
      ...user.ids,
    });
    const end = () => setTimeout(() => child.kill(), LAUNCH_MILLISECONDS).unref();
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    // 'exit', not 'close': the server that pg_ctl leaves behind inherits the pipes.
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output: output.trim() });
    });
  });
}

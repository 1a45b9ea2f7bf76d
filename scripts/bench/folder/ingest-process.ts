import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one `npm run ingest` did and took. */
export interface IngestProcess {
  seconds: number;
  /** Seconds of the processor, of all its threads; 0 where the system does not say. */
  processorSeconds: number;
  /** Megabytes of memory, at the highest; 0 where the system does not say. */
  megabytes: number;
  /** The last lines that it printed. */
  output: string[];
  code: number | null;
}

/** Milliseconds between two looks at the process. */
const PAUSE = 250;
const LAST_LINES = 30;
/** Of /proc: clock ticks of a second. */
const TICKS = 100;

/**
 * Runs `npm run ingest`.
 * @param killAfter milliseconds after which it is killed, as kill -9 does
 */
export async function runIngest(url: string, args: readonly string[], killAfter?: number): Promise<IngestProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/run.mjs', 'ingest', ...args], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.trim() !== '') output.push(line);
      output.splice(0, output.length - LAST_LINES);
    });
  let seen = { processorSeconds: 0, megabytes: 0 };
  const watch = setInterval(() => {
    seen = lookAt(child.pid!) ?? seen;
  }, PAUSE);
  const killer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  clearInterval(watch);
  clearTimeout(killer);
  return { seconds: (performance.now() - began) / 1000, ...seen, output, code };
}

/** Reads what a process has taken so far; null where the system does not say. */
function lookAt(pid: number): { processorSeconds: number; megabytes: number } | null {
  try {
    const highest = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // One that has just ended has no memory any more.
    if (highest === undefined) return null;
    // Behind the name, which may hold blanks: the state, then times at 12 and 13.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { processorSeconds: ticks / TICKS, megabytes: Number(highest) / 1024 };
  } catch {
    return null;
  }
}

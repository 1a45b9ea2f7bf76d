/** Prints one plain line; where web processes log as JSON (LOG_FORMAT), an object like theirs. */
export function say(line: string, level: 'info' | 'warn' | 'error' = 'info'): void {
  const record = { level, time: new Date().toISOString(), process: 'command', msg: line };
  process.stdout.write(`${process.env.LOG_FORMAT === 'json' ? JSON.stringify(record) : line}\n`);
}

/**
 * Runs one step of a longer work.
 * Its name is printed when it begins, its time when it ends.
 * @returns what the step returns
 */
export async function step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const began = performance.now();
  say(`${name} …`);
  const result = await work();
  say(`${name}: ${seconds(began)}`);
  return result;
}

/** Gives the time since `began` (of performance.now()) as text: `1.2 s`. */
export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

import type { BenchDatabase } from './search/database';
import { BENCH_FOLDER, useBenchServer } from './search/server';

type Run<Request> = (
  place: BenchDatabase,
  request: Request,
  print: (line: string) => void,
  log: (line: string) => void,
) => Promise<string[]>;

/**
 * The whole of a script that run-apart.ts starts: reads its request (JSON) from the command line,
 * starts the server, runs the bench, stops the server, also when it is interrupted. The exit code
 * is 1 when something is not as it should be.
 */
export async function runOnBenchServer<Request>(run: Run<Request>): Promise<void> {
  const request = JSON.parse(process.argv[2] ?? '{}') as Request;
  const server = await useBenchServer();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => void server.release().finally(() => process.exit(code)));
  try {
    const place = { server: server.url, folder: BENCH_FOLDER };
    const complaints = await run(
      place,
      request,
      (line) => console.log(line),
      (line) => console.error(line),
    );
    process.exitCode = complaints.length > 0 ? 1 : 0;
  } finally {
    await server.release();
  }
}

// The search bench in a process of its own: `node --conditions=react-server --import tsx scripts/bench/search/run.ts REQUEST`.
// The condition is the one under which servers may load what is marked `server-only`.
import { benchSearch, type SearchBenchRequest } from './bench';
import { BENCH_FOLDER, useBenchServer } from './server';

const request = JSON.parse(process.argv[2] ?? '{}') as SearchBenchRequest;
const server = await useBenchServer();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => void server.release().finally(() => process.exit(code)));
try {
  const complaints = await benchSearch(
    { server: server.url, folder: BENCH_FOLDER },
    request,
    (line) => console.log(line),
    (line) => console.error(line),
  );
  process.exitCode = complaints.length > 0 ? 1 : 0;
} finally {
  await server.release();
}

// The bench of the web of numbers in a process of its own: `node --conditions=react-server --import tsx scripts/bench/citations/run.ts REQUEST`.
import { BENCH_FOLDER, useBenchServer } from '../search/server';
import { benchCitations, type CitationsBenchRequest } from './bench';

const request = JSON.parse(process.argv[2] ?? '{}') as CitationsBenchRequest;
const server = await useBenchServer();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => void server.release().finally(() => process.exit(code)));
try {
  const complaints = await benchCitations(
    { server: server.url, folder: BENCH_FOLDER },
    request,
    (line) => console.log(line),
    (line) => console.error(line),
  );
  process.exitCode = complaints.length > 0 ? 1 : 0;
} finally {
  await server.release();
}

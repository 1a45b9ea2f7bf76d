// The bench of a first ingest in a process of its own: `node --expose-gc --conditions=react-server
// --import tsx scripts/bench/folder/run.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { benchFolder } from './bench';

await runOnBenchServer(benchFolder);

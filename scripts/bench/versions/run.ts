// The bench of the ledger in a process of its own: `node --expose-gc --conditions=react-server
// --import tsx scripts/bench/versions/run.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { benchVersions } from './bench';

await runOnBenchServer(benchVersions);

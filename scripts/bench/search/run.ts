// The search bench in a process of its own: `node --expose-gc --conditions=react-server --import
// tsx scripts/bench/search/run.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { benchSearch } from './bench';

await runOnBenchServer(benchSearch);

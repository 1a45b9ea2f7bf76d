// The bench of the citation graph in a process of its own: `node --expose-gc
// --conditions=react-server --import tsx scripts/bench/citations/run.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { benchCitations } from './bench';

await runOnBenchServer(benchCitations);

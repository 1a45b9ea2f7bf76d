// Builds what the search bench measures, in a process of its own: `node --conditions=react-server
// --import tsx scripts/bench/search/build.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { buildSearch } from './bench';

await runOnBenchServer(buildSearch);

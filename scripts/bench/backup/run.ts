// The backup bench in a process of its own: `node --expose-gc --conditions=react-server --import
// tsx scripts/bench/backup/run.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { benchBackup } from './bench';

await runOnBenchServer(benchBackup);

// The bench of the register in a process of its own: `node --expose-gc --conditions=react-server
// --import tsx scripts/bench/register/run.ts REQUEST`.
import { runOnBenchServer } from '../on-bench-server';
import { benchRegister } from './bench';

await runOnBenchServer(benchRegister);

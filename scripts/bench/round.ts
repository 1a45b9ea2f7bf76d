// One round of one case, in a process of its own: `node --expose-gc --import tsx
// scripts/bench/round.ts NAME SPEC`. Prints a Round as JSON.
import { writeFileSync } from 'node:fs';
import type { Load, Round } from './subject';
import { subjects } from './subjects';
import { yardstickOf } from './yardstick';

/**
 * A small case is repeated for so long, so that a clock can measure it and the compiler has seen
 * it.
 */
const leastSeconds = 0.3;

function collect(): void {
  globalThis.gc?.();
}

/**
 * Linux forgets the highest memory so far, that of the loading; elsewhere it stays, and the peak of
 * a small case reads 0.
 */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // No Linux.
  }
}

/** Mean seconds of a call, over as many calls as take long enough. */
function timeOf(call: () => unknown): { seconds: number; processorSeconds: number } {
  collect();
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  let calls = 0;
  do {
    call();
    calls++;
  } while (performance.now() - clock < leastSeconds * 1000);
  const { user, system } = process.cpuUsage(processor);
  return { seconds: (performance.now() - clock) / 1e3 / calls, processorSeconds: (user + system) / 1e6 / calls };
}

/** Seconds of a call that needs no warming up. */
const longCall = 4;

function timeOnce(call: () => unknown): { seconds: number; processorSeconds: number } {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  call();
  const { user, system } = process.cpuUsage(processor);
  return { seconds: (performance.now() - clock) / 1e3, processorSeconds: (user + system) / 1e6 };
}

/**
 * Memory first, in a fresh process, then time. A call that takes long enough is measured at once:
 * it has warmed itself up.
 */
function measure({ bytes, work, text }: Load): Round {
  collect();
  forgetPeak();
  const before = process.memoryUsage();
  let result: unknown;
  const first = timeOnce(() => (result = work()));
  const peakMemory = Math.max(0, process.resourceUsage().maxRSS * 1024 - before.rss);
  const heapGrowth = Math.max(0, process.memoryUsage().heapTotal - before.heapTotal);
  collect();
  const resultHeap = result === undefined ? 0 : Math.max(0, process.memoryUsage().heapUsed - before.heapUsed);
  result = undefined;
  let time = first;
  if (first.seconds < longCall) {
    timeOf(work);
    time = timeOf(work);
  }
  const yardstick = yardstickOf(text);
  timeOf(yardstick.work);
  const yardstickPerByte = timeOf(yardstick.work).processorSeconds / yardstick.bytes;
  return { bytes, ...time, yardstickPerByte, peakMemory, heapGrowth, resultHeap };
}

const [name = '', spec = 'null'] = process.argv.slice(2);
const subject = subjects[name];
if (!subject || !('load' in subject)) throw new Error(`no bench of cases is called ${name}`);
console.log(JSON.stringify(measure(await subject.load(JSON.parse(spec)))));

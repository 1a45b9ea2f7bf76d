// Preloaded (`--import`) into programs that must not outlive the process that started them, even
// where that one is killed: spawnNode of child-process.ts. Their standard input is a pipe into
// which nobody writes; the system closes it when the other end dies.
import { isMainThread } from 'node:worker_threads';

const GRACE_MILLISECONDS = 5_000;

// Programs that this one starts inherit the flag `--import`, but not this variable.
if (isMainThread && process.env.GONGBAO_ENDS_WITH_PARENT !== undefined) {
  delete process.env.GONGBAO_ENDS_WITH_PARENT;
  process.stdin.once('end', end).once('error', end).resume();
  // A pipe: waiting for its end keeps no program running that has nothing else to do.
  /** @type {import('node:net').Socket} */ (process.stdin).unref();
}

function end() {
  // The program's own orderly end; by force where it has none or takes too long.
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MILLISECONDS);
}

// npm starts a shell, which starts this program. A shell that gets SIGTERM from npm dies and passes
// nothing on, and this program would go on alone. Node built-ins only.
import { readFileSync } from 'node:fs';

const LOOK_EVERY = 250;
const SHELLS = ['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh', 'ksh'];

/**
 * Ends this program, as by SIGTERM, when the npm that started it has ended.
 * The end of the shell between them counts too. A program that npm did not start, or that has a
 * session of its own (`setsid`), goes on.
 * @param {string} name the command: `start`
 */
export function endWithNpm(name) {
  const started = process.env.npm_lifecycle_script ?? '';
  if (!new RegExp(`run\\.mjs ${name}(?![\\w:-])`).test(started) || readStat(process.pid)?.session === process.pid)
    return;
  const parent = process.ppid;
  // Where the shell made way for this program, its parent is npm, whose own parent may end.
  const hasShell = SHELLS.includes(readStat(parent)?.name ?? '');
  const above = hasShell ? readStat(parent)?.parent : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (!hasShell || readStat(parent)?.parent === above)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY);
  timer.unref();
}

/**
 * @param {number} processId
 * @returns {{ name: string, parent: number, session: number } | null} null where the system does
 * not tell
 */
function readStat(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The name may hold blanks and brackets.
    const end = stat.lastIndexOf(')');
    const [, parent, , session] = stat.slice(end + 2).split(' ');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(parent), session: Number(session) };
  } catch {
    return null;
  }
}

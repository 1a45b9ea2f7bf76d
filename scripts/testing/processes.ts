import { readdirSync, readFileSync } from 'node:fs';

/** A running process, as the system shows it. */
export interface SystemProcess {
  id: number;
  parent: number;
  /** With its arguments, blanks between. */
  command: string;
}

/** Lists the processes of this machine; none where the system has no /proc. */
export function listProcesses(): SystemProcess[] {
  return listIds().flatMap((id) => {
    const command = read(`/proc/${id}/cmdline`)?.replaceAll('\0', ' ').trim();
    const stat = read(`/proc/${id}/stat`);
    if (!command || stat === null) return [];
    // The name before it may contain blanks and brackets.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ id, parent: Number(parent), command }];
  });
}

/** Lists those processes that `root` has started, and what they have started; itself too. */
export function listFamily(root: number): SystemProcess[] {
  const all = listProcesses();
  const family = all.filter(({ id }) => id === root);
  for (let at = 0; at < family.length; at++)
    for (const child of all) if (child.parent === family[at]!.id) family.push(child);
  return family;
}

/**
 * Gives the bytes of memory that a process takes; 0 when it has ended. Of what it shares its
 * part is counted.
 */
export function memoryOf(id: number): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${id}/smaps_rollup`) ?? '') ?? [];
  return Number(kilobytes) * 1024;
}

function listIds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Null where the process has just ended, or is closed to us. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

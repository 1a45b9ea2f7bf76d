import type { Pool } from 'pg';

/** A pool of connections, counted. */
export interface PoolCounts {
  used: number;
  idle: number;
  /** Statements that wait for a connection. */
  waiting: number;
  limit: number;
}

/** One for all bundles of a process. */
const holder = globalThis as typeof globalThis & { gongbaoPools?: Map<string, Pool> };

/**
 * Has a pool counted under the name by which the server knows its connections: `gongbao search`.
 * A later pool of the same name takes its place.
 */
export function countPool(applicationName: string, pool: Pool): void {
  (holder.gongbaoPools ??= new Map()).set(applicationName, pool);
}

/** Counts the pools of this process by their names: `pages`, `search`, `export`, … */
export function poolCounts(): Map<string, PoolCounts> {
  const counts = new Map<string, PoolCounts>();
  for (const [name, pool] of holder.gongbaoPools ?? [])
    if (!pool.ended)
      counts.set(name === 'gongbao' ? 'pages' : name.replace(/^gongbao /, ''), {
        used: pool.totalCount - pool.idleCount,
        idle: pool.idleCount,
        waiting: pool.waitingCount,
        limit: pool.options.max,
      });
  return counts;
}

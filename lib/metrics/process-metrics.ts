import type { PoolCounts } from '@/lib/db/pool-counts';
import type { ProcessLog } from '@/lib/logging/process-log';
import { setMeterSink } from './meters';
import { serveMetrics } from './metrics-server';
import { ProcessRegistry } from './process-registry';

/** What a process counts beside what is reported to it. */
interface ProcessSources {
  pools: () => Map<string, PoolCounts>;
  log: ProcessLog;
}

/**
 * Begins to count in this process.
 * @param name of the process, the label `process`
 */
export function openProcessMetrics(name: string, { pools, log }: ProcessSources): ProcessRegistry {
  const registry = new ProcessRegistry(name);
  setMeterSink(registry);
  registry.whenAsked(['gongbao_pool_connections', 'gongbao_pool_limit', 'gongbao_pool_waiting'], (report) => {
    for (const [pool, { used, idle, waiting, limit }] of pools()) {
      report('gongbao_pool_connections', { pool, state: 'used' }, used);
      report('gongbao_pool_connections', { pool, state: 'idle' }, idle);
      report('gongbao_pool_limit', { pool }, limit);
      report('gongbao_pool_waiting', { pool }, waiting);
    }
  });
  registry.whenAsked(['gongbao_log_lines_lost_total'], (report) =>
    report('gongbao_log_lines_lost_total', {}, log.lost),
  );
  return registry;
}

/** Counts in a renderer, and gives the figures to the gateway. */
export function openRendererMetrics(sources: ProcessSources): void {
  const port = Number(process.env.GONGBAO_METRICS);
  if (!port) return;
  const registry = openProcessMetrics(process.env.GONGBAO_PROCESS ?? 'renderer', sources);
  serveMetrics('127.0.0.1', port, 'application/json', async () => JSON.stringify(await registry.read()));
}

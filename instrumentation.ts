import type { Instrumentation } from 'next';

/** Opens log and metrics of a renderer before it answers; Next calls it once. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return;
  const [{ readEnvironment }, { openRendererLog }, { openRendererMetrics }, { poolCounts }] = await Promise.all([
    import('@/lib/settings/env'),
    import('@/lib/logging/renderer-log'),
    import('@/lib/metrics/process-metrics'),
    import('@/lib/db/pool-counts'),
  ]);
  const log = openRendererLog(readEnvironment());
  openRendererMetrics({ pools: poolCounts, log });
}

/** Logs an error for which a page was given up. Nothing of the request but its name is taken. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logPageError } = await import('@/lib/logging/console-guard');
  logPageError(error);
};

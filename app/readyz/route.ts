import { readHealth } from '@/lib/db/queries/portal/health';
import { readVersion } from '@/lib/db/queries/portal/version';

/**
 * Says whether readers may be sent here: 503 where the database does not answer or does not fit,
 * with the reasons. The gateway adds its own (lib/gateway/readiness.ts).
 */
export async function GET(): Promise<Response> {
  const { reasons, database } = await readHealth();
  const isReady = reasons.length === 0;
  const { version, build, rows } = readVersion();
  return Response.json(
    { status: isReady ? 'ready' : 'not ready', reasons, version, build, rows, database, draining: false },
    { status: isReady ? 200 : 503 },
  );
}

import { isReady } from '@/lib/db/queries/portal/health';

/** The portal can serve: the database is reachable and migrated; 503 otherwise. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? 'ready' : 'database unreachable or not migrated' },
    { status: ready ? 200 : 503 },
  );
}

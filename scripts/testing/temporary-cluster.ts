import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeCluster } from '../embedded-postgres/server';
import { useSharedServer } from '../embedded-postgres/shared-server';

/**
 * Starts a PostgreSQL server in a temporary folder, for tests.
 * Where TEST_DATABASE_URL names a server, that one is taken.
 * @returns the connection string of a role that may create databases, and `remove`, which stops the
 * temporary server and deletes everything
 */
export async function startTemporaryCluster(): Promise<{ url: string; remove: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, remove: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-test-'));
  const server = await useSharedServer(folder, { durable: false });
  return {
    url: server.url,
    remove: async () => {
      await server.release();
      removeCluster(folder);
    },
  };
}

import { Client } from 'pg';
import { migrate } from '@/lib/db/migrate';
import { TEMPLATE_DATABASE, withDatabaseName } from '@/lib/db/testing/database';
import { startTemporaryCluster } from './temporary-cluster';

/**
 * Runs once before the tests of Vitest's `database` project: gives them a server
 * (TEST_DATABASE_URL, else a temporary one) with a migrated template database that
 * createTestDatabase copies. Gives the function that takes it all down.
 */
export default async function setUpDatabase(): Promise<() => Promise<void>> {
  const cluster = await startTemporaryCluster();
  process.env.TEST_DATABASE_URL = cluster.url;
  await replaceTemplate(cluster.url);
  await migrate(withDatabaseName(cluster.url, TEMPLATE_DATABASE));
  return cluster.remove;
}

async function replaceTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE_DATABASE}`);
  await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await client.end();
}

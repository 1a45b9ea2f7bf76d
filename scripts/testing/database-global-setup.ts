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
  await countFarOn(withDatabaseName(cluster.url, TEMPLATE_DATABASE));
  return cluster.remove;
}

/** Ids that every reading anew uses up, shortly before they outgrow 31 or 32 bits. */
const FAR_ON = {
  Section: 2 ** 32 - 20,
  ValidityClause: 2 ** 32 - 5,
  TocGroup: 2 ** 31 - 5,
  TocEntry: 2 ** 32 - 10,
};

/** Lets all tests work with ids that do not fit 32 bits. */
async function countFarOn(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const [table, id] of Object.entries(FAR_ON))
    await client.query(`SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), ${id})`);
  await client.end();
}

async function replaceTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE_DATABASE}`);
  await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await client.end();
}

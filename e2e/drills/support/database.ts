import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createClient } from '@/lib/db/client';
import { withDatabaseName, type TestDatabase } from '@/lib/db/testing/database';

/** Runs statements one after another on a connection of their own. */
export async function execute(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database with the sample corpus. */
export interface SampleCopy extends TestDatabase {
  /** Connection string by which databases are made and removed. */
  server: string;
  /** The statement that ends all connections of this database. */
  endConnections: string;
  /** Copies it, as a restore does. */
  copyTo: (name: string) => Promise<string>;
}

/** Copies the database with the sample corpus. */
export async function copySample(): Promise<SampleCopy> {
  const sample = process.env.DRILL_DATABASE;
  if (!sample) throw new Error('DRILL_DATABASE is not set: run drills with `npm run test:drills`.');
  const server = withDatabaseName(sample, 'postgres');
  const name = `gongbao_test_${randomBytes(6).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${nameOf(sample)}`);
  const url = withDatabaseName(sample, name);
  const prisma = createClient(url);
  return {
    url,
    prisma,
    server,
    endConnections: endConnections(name),
    copyTo: async (copy) => {
      await execute(server, endConnections(name), `CREATE DATABASE ${copy} TEMPLATE ${name}`);
      return withDatabaseName(sample, copy);
    },
    drop: async () => {
      await prisma.$disconnect();
      await execute(server, endConnections(name), `DROP DATABASE ${name}`);
    },
  };
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

const endConnections = (name: string): string =>
  `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}' AND usename = current_user`;

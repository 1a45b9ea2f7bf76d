import { PrismaPg } from '@prisma/adapter-pg';
import { readEnvironment } from '@/lib/settings/env';
import { PrismaClient } from './generated/client';
import { perDatabase } from './per-database';
import { askForSign, makeReadingPool } from './reading-pool';

/** Milliseconds after which a statement of a page, a feed or a file is given up. */
const TIME_LIMIT = 4000;

/** What nearly all pages read. */
const TABLES = ['Municipality', 'Issue', 'Document', 'Section', 'Citation'];

/**
 * Makes a Prisma client for one database, for scripts and tests that know its address.
 * @param url connection string of PostgreSQL
 * @returns a client that the caller ends with `$disconnect()`
 */
export function createClient(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, application_name: 'gongbao command' }) });
}

/**
 * Makes a client that reads within limits (makeReadingPool).
 * @param limits of its pool
 */
export function createReadingClient(url: string, limits: Parameters<typeof makeReadingPool>[1]): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(makeReadingPool(url, limits), { disposeExternalPool: true }) });
}

const pools = perDatabase('pool', (url) =>
  makeReadingPool(url, {
    max: readEnvironment().databasePool,
    application_name: 'gongbao',
    statement_timeout: TIME_LIMIT,
  }),
);
const clients = perDatabase('client', () => new PrismaClient({ adapter: new PrismaPg(pools.get()) }));

/**
 * Gives the process's client for the database that it reads.
 * @throws Error where DATABASE_URL is missing; not where the database does not answer
 */
export const getClient = (): PrismaClient => clients.get();

/**
 * Asks the database that pages read for a sign of life.
 * @throws DatabaseUnavailable where none comes soon
 */
export const askDatabase = async (): Promise<void> => askForSign(pools.get(), TABLES);

import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';
import { perDatabase } from './per-database';

/**
 * Makes a Prisma client for one database, for scripts and tests that know its address.
 * @param url connection string of PostgreSQL
 * @returns a client that the caller ends with `$disconnect()`
 */
export function createClient(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
}

const clients = perDatabase('client', createClient);

/**
 * Gives the process's client for the database that DATABASE_URL names.
 * @throws Error where DATABASE_URL is missing; not where the database does not answer
 */
export const getClient = (): PrismaClient => clients.get();

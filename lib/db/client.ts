import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';

/**
 * Makes a Prisma client for one database. For scripts and tests, which know the address they want.
 * Takes a PostgreSQL connection string; gives a client that the caller ends with `$disconnect()`.
 */
export function createClient(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
}

// Kept on globalThis, because `next dev` evaluates this module anew after every edit and each
// client holds a pool of connections.
const holder = globalThis as typeof globalThis & { gongbaoClient?: PrismaClient };

/**
 * Gives the process's one client for the database named by DATABASE_URL, made at the first call.
 * Not at import: `next build` loads every module, and scripts learn the address of the embedded
 * server only after they have started. Throws when DATABASE_URL is missing.
 */
export function getClient(): PrismaClient {
  if (!holder.gongbaoClient) {
    const url = process.env.DATABASE_URL;
    if (!url)
      throw new Error(
        'DATABASE_URL is not set. `npm start` and `npm run dev` set it; a server started by hand needs it in its environment.',
      );
    holder.gongbaoClient = createClient(url);
  }
  return holder.gongbaoClient;
}

import { Client } from 'pg';
import { vi } from 'vitest';

/**
 * Runs `work`; gives how many SQL statements went to PostgreSQL meanwhile, over all connections of
 * this process.
 */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  // Every statement of Prisma's adapter passes here.
  const statements = vi.spyOn(Client.prototype, 'query');
  try {
    await work();
    return statements.mock.calls.length;
  } finally {
    statements.mockRestore();
  }
}

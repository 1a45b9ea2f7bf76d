import { Client } from 'pg';
import { vi } from 'vitest';

/** Counts the SQL statements that a piece of work sends, over all connections. */
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

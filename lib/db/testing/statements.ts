import { Client } from 'pg';

/** Runs `work`; gives how many SQL statements went to PostgreSQL meanwhile, over all connections of this process. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const original = Client.prototype.query;
  let count = 0;
  // Every statement of Prisma's adapter passes here.
  Client.prototype.query = function (this: Client, ...values: unknown[]) {
    count++;
    return Reflect.apply(original, this, values) as never;
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return count;
}

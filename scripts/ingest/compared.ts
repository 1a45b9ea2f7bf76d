import { createClient } from '@/lib/db/client';
import { hasCluster } from '../serve/served-database';
import { openDatabase } from '../support/database';
import { loadEnvironment } from '../support/load-settings';
import { complain } from './display';

type Client = ReturnType<typeof createClient>;

/**
 * Runs work with a client of the database at hand.
 *
 * It is left as it is. It is DATABASE_URL's, or the project's own where there is one. None is made;
 * where none can be compared with, it says so.
 */
export async function compared<Result>(work: (prisma: Client | null) => Promise<Result>): Promise<Result> {
  loadEnvironment();
  if (!process.env.DATABASE_URL && !hasCluster()) return work(null);
  const database = await openDatabase({ asItIs: true }).catch(tellWhy);
  if (!database) return work(null);
  const prisma = createClient(database.url);
  try {
    const isPresent = await prisma.ledgerDocument.count({ take: 1 }).then(
      () => true,
      (error: unknown) => {
        tellWhy(error);
        return false;
      },
    );
    return await work(isPresent ? prisma : null);
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
}

function tellWhy(error: unknown): null {
  const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
  complain(`Nothing is compared with what is held: the database cannot be read (${reason}).`);
  return null;
}

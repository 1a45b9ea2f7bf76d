import type { PrismaClient } from '@/lib/db/generated/client';

/**
 * Checks that the database answers.
 *
 * A database that is away is no fault of one file, and the next one would fail too.
 * @throws Error when it does not
 */
export async function checkDatabase(prisma: PrismaClient | null): Promise<void> {
  try {
    if (prisma) await prisma.$executeRaw`SELECT 1`;
  } catch (cause) {
    throw new Error(
      'The database cannot be reached. What was stored so far is kept: run the same command again when it is back.',
      { cause },
    );
  }
}

import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { getClient } from '@/lib/db/client';
import { clearDatabase, createTestDatabase, type TestDatabase } from './database';
import { makeIngestFolder, type IngestFolder } from './ingest-folder';

/** What tests of ingests stand on. */
interface IngestGround {
  /** Without rows before each test; queries read it. */
  database: TestDatabase;
  /** A new one for each test. */
  folder: IngestFolder;
}

/**
 * Registers the hooks of a test file that ingests texts.
 *
 *     openIngestGround((ground) => ({ database, folder } = ground))
 * @param take is given the ground before each test
 */
export function openIngestGround(take: (ground: IngestGround) => void): void {
  let database: TestDatabase;
  let folder: IngestFolder;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    await getClient().$disconnect();
    await database.drop();
  });
  beforeEach(async () => {
    folder = await makeIngestFolder();
    await clearDatabase(database.prisma);
    take({ database, folder });
  });
  afterEach(async () => folder.clear());
}

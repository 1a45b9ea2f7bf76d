import path from 'node:path';
import { Client } from 'pg';

/** The texts of the invented municipality, which every clone has. */
export const SAMPLE_FOLDER = path.resolve('prisma', 'sample-corpus');

/**
 * Decides whether to ingest the sample corpus, and notes what somebody wants of it.
 * It goes in where it was asked for, and into a portal that holds nothing, unless it was taken out.
 * @param wanted null where nobody says
 */
export async function decideOnSample(url: string, wanted: boolean | null): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (wanted !== null) await client.query('UPDATE "Portal" SET "withoutSample" = $1', [!wanted]);
    const { rows } = await client.query<{ isOut: boolean; isEmpty: boolean }>(
      'SELECT "withoutSample" AS "isOut", NOT EXISTS (SELECT FROM "SourceFile") AS "isEmpty" FROM "Portal"',
    );
    return wanted ?? rows.some(({ isOut, isEmpty }) => isEmpty && !isOut);
  } finally {
    await client.end();
  }
}

/**
 * Takes the sample corpus out.
 * @returns how many files
 */
export async function takeSampleOut(url: string): Promise<number> {
  // Loaded when it is needed: it takes half a second.
  const [{ createClient }, { removeSample }] = await Promise.all([
    import('@/lib/db/client'),
    import('@/lib/db/ingest/remove-sample'),
  ]);
  const prisma = createClient(url);
  try {
    return await removeSample(prisma);
  } finally {
    await prisma.$disconnect();
  }
}

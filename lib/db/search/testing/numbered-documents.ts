import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { titleKey } from '@/lib/search/text/title-key';
import { listGrams, periodCodes } from '@/lib/search/text/grams';
import { normalise } from '@/lib/search/text/normalise';
import { listSounds } from '@/lib/search/text/sounds';

/** A document with number and title alone. */
export interface NumberedDocument {
  docNumber: string;
  agencyCode: string;
  year: number | null;
  serial: number;
  title: string;
  agency?: string;
  /** Its day; without one, a day of its year, later than those of the documents before. */
  orderedOn?: Date;
}

/**
 * Makes a database of 示例市 with documents without sections, at /shili/document-1 and so on.
 *
 * DATABASE_URL is set to it. Within a year the last document is the newest.
 */
export async function createNumberedDatabase(documents: NumberedDocument[]): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const { prisma } = database;
  const municipality = await prisma.municipality.create({ data: { slug: 'shili', name: '示例市', sample: true } });
  const sourceFile = await prisma.sourceFile.create({
    data: { name: 'numbers.txt', hash: '0'.repeat(64), size: 1, parserVersion: '1' },
  });
  await prisma.document.createMany({
    data: documents.map(({ title, agency = '示例市人民政府', orderedOn: day, ...number }, index) => {
      const orderedOn = day ?? new Date(Date.UTC(number.year ?? 2000, 0, 1 + index));
      return {
        ...number,
        municipalityId: municipality.id,
        sourceFileId: sourceFile.id,
        position: index + 1,
        slug: `document-${index + 1}`,
        title,
        agency,
        matchTitle: normalise(title),
        titleGrams: [...listGrams(normalise(title)), ...periodCodes(orderedOn)],
        titleSounds: listSounds(normalise(title)),
        titleKey: titleKey(title),
        orderedOn,
        length: 0,
        tree: { type: 'document' },
        treeVersion: 1,
      };
    }),
  });
  process.env.DATABASE_URL = database.url;
  return database;
}

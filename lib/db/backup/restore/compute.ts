import { storePeriods } from '@/lib/db/ingest/links/validity-periods';
import { recountCitedNumbers } from '@/lib/db/ingest/links/recount-cited-numbers';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { countCorpus } from '@/lib/db/search/upkeep/statistics';
import type { COMPUTED_TABLES } from '@/lib/db/backup/tables';

/** Documents whose periods are made at once. */
const BATCH = 2000;

/** Makes the rows of each table that no backup has, in this order. */
const COMPUTATIONS: [
  tables: (typeof COMPUTED_TABLES)[number][],
  compute: (transaction: Transaction) => Promise<void>,
][] = [
  [['SearchIndex', 'IndexChange'], forgetIndexes],
  [['MentionCount', 'CitedNumber'], recountCitedNumbers],
  [['ValidityPeriod'], storeAllPeriods],
  [
    ['SearchFrequency', 'SearchTerm', 'SearchStatistics'],
    async (transaction) => countCorpus(transaction, await transaction.section.count()),
  ],
];

/** Makes everything anew that follows from other rows. */
export async function computeAll(transaction: Transaction, onTable: (tables: string) => void): Promise<void> {
  for (const [tables, compute] of COMPUTATIONS) {
    onTable(tables.join(', '));
    await compute(transaction);
  }
}

/** An index knows the database that was. First, or what follows would be noted for it. */
async function forgetIndexes(transaction: Transaction): Promise<void> {
  await transaction.searchIndex.deleteMany();
  await transaction.indexChange.deleteMany();
}

async function storeAllPeriods(transaction: Transaction): Promise<void> {
  await transaction.validityPeriod.deleteMany();
  for (let last = 0; ;) {
    const documents = await transaction.document.findMany({
      where: { id: { gt: last } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    if (documents.length === 0) return;
    const ids = documents.map(({ id }) => id);
    await storePeriods(transaction, ids);
    last = ids.at(-1)!;
  }
}

import { setTimeout } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { createClient } from '@/lib/db/client';
import { engine } from '@/lib/db/search';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { COMPUTED_TABLES, listTables } from '@/lib/db/backup/tables';
import type { SearchAnswer } from '@/lib/search/engine';
import { isSearchTimeout, isSearchUnavailable } from '@/lib/search/errors';
import { takeSnapshot } from '@/lib/db/testing/snapshot';

const WORDS = ['社区', '河道', '通知', '停车', '古井', '菜市场', '防汛', '分类 投放', '"垃圾分类"', '规划'];
const NUMBERS = ['样政发〔2023〕5号', '样政发2022 7', '示政办发〔2023〕4号', '示政发〔2022〕8号'];
const LIMITS = [{}, { place: 'text' }, { sort: 'newest' }, { validity: 'inForce' }, { from: '2023' }];

/** Fifty searches: words alone and within limits, and numbers. */
const SEARCHES: Record<string, string>[] = [
  ...WORDS.flatMap((q) => LIMITS.map((limit) => ({ q, ...limit }))).slice(0, 46),
  ...NUMBERS.map((q) => ({ q })),
];

/** What was read of a database. */
export interface Readings {
  held: unknown;
  searches: unknown[];
  /** Of each table. */
  rows: Record<string, number>;
}

/** Gives all that readers can see of a database, its searches among it. */
export async function readAll(url: string): Promise<Readings> {
  process.env.DATABASE_URL = url;
  const prisma = createClient(url);
  try {
    const searches: unknown[] = [];
    for (const params of SEARCHES) searches.push([params, await search(params)]);
    // As it would be sent: days as text, and nothing that is not there.
    return JSON.parse(
      JSON.stringify({ held: await takeSnapshot(prisma), searches, rows: await countRows(url) }),
    ) as Readings;
  } finally {
    await prisma.$disconnect();
    await closeSearch();
  }
}

/** On a machine that does much else the search may find the database away. */
async function search(params: Record<string, string>): Promise<SearchAnswer> {
  for (let tries = 1; ; tries++) {
    try {
      return await engine.search(searchRequest(parseSearchParams(params)));
    } catch (error) {
      if (tries === 20 || !(isSearchUnavailable(error) || isSearchTimeout(error))) throw error;
      await setTimeout(200);
    }
  }
}

/** Frequencies and terms are counted now and then: those of a restored database are newer. */
const COUNTED_ANEW = /^Search(?:Frequency|Term)$/;

/** Counts the rows of the other tables. */
async function countRows(url: string): Promise<Record<string, number>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const counts: Record<string, number> = {};
  const computed = COMPUTED_TABLES.filter((name) => !COUNTED_ANEW.test(name));
  for (const name of [...(await listTables(client)).map((table) => table.name), ...computed]) {
    const { rows } = await client.query<{ rows: number }>(
      `SELECT count(*)::int AS "rows" FROM ${escapeIdentifier(name)}`,
    );
    counts[name] = rows[0]!.rows;
  }
  await client.end();
  return counts;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchRequest } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { countStatements } from '@/lib/db/testing/statements';
import { onPostgresql } from './contract/engine-factory';
import { testScan } from './contract/scan';
import { testSample } from './contract/sample';
import { PLANS } from './taken-for-granted';

testSample(onPostgresql);

describe('the plans of PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createCorpusDatabase();
  });
  afterAll(async () => {
    await closeSearch();
    await getClient().$disconnect();
    await database.drop();
  });
  const search = (q: string) => engine.search(searchRequest({ q, page: 1, sort: 'relevance' }));

  describe.each(Object.entries(PLANS))('%s', (_way, prepare) => {
    beforeAll(prepare);
    afterAll(async () => {
      await refreshStatistics(getClient(), { always: true });
    });

    testScan(() => engine);
  });
  test('costs a fixed number of statements', async () => {
    // Once a minute a search reads the frequencies too.
    await search('养老');
    expect(await countStatements(() => search('河道'))).toBe(await countStatements(() => search('养老')));
  });
});

import { getClient } from '@/lib/db/client';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import type { SearchEngine } from '@/lib/search/engine';

/** An engine that is tested, and what ends it. */
export interface OpenEngine {
  engine: SearchEngine;
  close: () => Promise<void>;
}

/** Makes an engine: what every engine has to do is tested of each (engine.ts). */
export interface EngineFactory {
  /** As the names of its tests begin. */
  name: string;
  /** Opens it over the database that DATABASE_URL names, when all rows are there. */
  open: () => Promise<OpenEngine>;
}

/** The engine on PostgreSQL alone. */
export const onPostgresql: EngineFactory = {
  name: 'PostgreSQL',
  open: () =>
    Promise.resolve({
      engine,
      close: async () => {
        await closeSearch();
        await getClient().$disconnect();
      },
    }),
};

import { existsSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import type { Environment } from '@/lib/settings/env';
import { useSharedServer } from '../embedded-postgres/shared-server';
import { dataFolder } from '../support/data-folder';
import { lookAtDatabase } from './database-problem';

/** Says whether the embedded server has a database already. */
export const hasCluster = (): boolean => existsSync(path.join(dataFolder(), 'cluster.json'));

/**
 * Opens the database that is served: one's own, or the embedded one, which is kept running.
 * It has to be migrated, unless MIGRATE=1 says to do that first. Web processes find it in
 * process.env.
 * @returns the function that gives it back
 * @throws Error, in a sentence, where it cannot be served
 */
export async function openServedDatabase(
  { databaseUrl, databaseReadUrl, databaseWait, migrate: migratesFirst }: Environment,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const isEmbedded = databaseUrl === undefined && databaseReadUrl === undefined;
  if (isEmbedded && !migratesFirst && !hasCluster())
    throw new Error(`There is no database in ${dataFolder()} yet: run \`npm run migrate\`, or set DATABASE_URL.`);
  if (!isEmbedded && migratesFirst && databaseUrl === undefined)
    throw new Error('MIGRATE=1 needs DATABASE_URL: DATABASE_READ_URL is only read.');
  const server = isEmbedded ? await useSharedServer(dataFolder(), { signal }) : null;
  try {
    const written = server?.url ?? databaseUrl;
    if (migratesFirst && written !== undefined) {
      const { pending } = await lookAtDatabase(written, databaseWait, log, signal);
      if (pending.length > 0) for (const name of await migrate(written)) log(`migrated: ${name}`);
    }
    const { pending, later } = await lookAtDatabase(databaseReadUrl ?? written ?? '', databaseWait, log, signal);
    if (pending.length > 0)
      throw new Error(
        `The database lacks ${pending.length === 1 ? 'the migration' : `${pending.length} migrations, the first of them`} ${pending[0]!}: run \`npm run migrate\` first.`,
      );
    if (later.length > 0)
      log(
        `The database is that of a later version (${later.at(-1)!}). It is served as long as it fits; /readyz says if it does not.`,
      );
    if (server) {
      process.env.DATABASE_URL = server.url;
      server.keepRunning(log);
    }
  } catch (error) {
    await server?.release();
    throw error;
  }
  return async () => server?.release();
}

import type { ClientBase } from 'pg';
import { BackupError } from './errors';

/** Names that the migration runner and the restore give a meaning of their own. */
export const MIGRATIONS_TABLE_NAME = '_prisma_migrations';
/** The row of what is known of the database as a whole. */
export const PORTAL_TABLE = 'Portal';

/**
 * Tables that no backup has. A restore makes their rows anew, or leaves them without rows
 * (restore/compute.ts). Every other table is backed up, whatever it holds.
 */
export const COMPUTED_TABLES = [
  'CitedNumber',
  'MentionCount',
  'ValidityPeriod',
  'SearchFrequency',
  'SearchStatistics',
  'SearchTerm',
  'SearchIndex',
  'IndexChange',
] as const;

const leftOut: ReadonlySet<string> = new Set([...COMPUTED_TABLES, MIGRATIONS_TABLE_NAME]);

/** A table of the database. */
export interface StoredTable {
  name: string;
  columns: string[];
  /** Tables that its rows refer to. */
  refersTo: string[];
}

/**
 * Lists the tables of a schema that are backed up.
 *
 * Those that others refer to come first.
 * @param schema by default the one in which the portal's tables are
 */
export async function listTables(client: ClientBase, schema?: string): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(
    `SELECT class."relname" AS "name",
      ARRAY(SELECT "attname"::text FROM pg_attribute
        WHERE "attrelid" = class."oid" AND "attnum" > 0 AND NOT "attisdropped" AND "attgenerated" = '' ORDER BY "attnum") AS "columns",
      ARRAY(SELECT DISTINCT other."relname"::text FROM pg_constraint JOIN pg_class other ON other."oid" = "confrelid"
        WHERE "conrelid" = class."oid" AND "contype" = 'f' AND "confrelid" <> "conrelid") AS "refersTo"
    FROM pg_class class JOIN pg_namespace namespace ON namespace."oid" = class."relnamespace"
    WHERE namespace."nspname" = coalesce($1, current_schema()) AND class."relkind" IN ('r', 'p') AND NOT class."relispartition"
      -- Not those that an extension brings.
      AND NOT EXISTS (SELECT FROM pg_depend WHERE "classid" = 'pg_class'::regclass AND "objid" = class."oid" AND "deptype" = 'e')
    ORDER BY class."relname" COLLATE "C"`,
    [schema ?? null],
  );
  return inOrder(rows.filter(({ name }) => !leftOut.has(name)));
}

/**
 * Puts tables behind those that they refer to.
 * @throws BackupError where tables refer to each other in a circle: then rows could not be copied
 * one table after the other
 */
export function inOrder(tables: readonly StoredTable[]): StoredTable[] {
  const ordered: StoredTable[] = [];
  const isDone = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const next = left.filter(({ refersTo }) => !refersTo.some((name) => names.has(name) && !isDone.has(name)));
    if (next.length === 0)
      throw new BackupError(`These tables refer to each other in a circle: ${[...names].join(', ')}.`);
    for (const table of next) isDone.add(table.name);
    ordered.push(...next);
    left = left.filter(({ name }) => !isDone.has(name));
  }
  return ordered;
}

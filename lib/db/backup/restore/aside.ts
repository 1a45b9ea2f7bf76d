import type { ClientBase } from 'pg';

/** What is made more quickly for filled tables than kept up while they are filled. */
interface LaidAsideObject {
  drop: string;
  make: string;
}

/**
 * Drops foreign keys and indexes of empty tables.
 *
 * Those of primary keys and other constraints stay.
 * @returns what makes them again
 */
export async function layKeysAside(
  client: ClientBase,
  schema: string,
  tables: readonly string[],
): Promise<{ putBack: () => Promise<void> }> {
  const keys = await client.query<LaidAsideObject>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', "conrelid"::regclass, "conname") AS "drop",
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', "conrelid"::regclass, "conname", pg_get_constraintdef(pg_constraint."oid")) AS "make"
    FROM pg_constraint JOIN pg_class ON pg_class."oid" = "conrelid" JOIN pg_namespace ON pg_namespace."oid" = "relnamespace"
    WHERE "contype" = 'f' AND "nspname" = $1 AND "relname" = ANY ($2) AND "conparentid" = 0 ORDER BY "conname"`,
    [schema, tables],
  );
  for (const { drop } of keys.rows) await client.query(drop);
  const indexes = await client.query<LaidAsideObject>(
    `SELECT format('DROP INDEX %s', "indexrelid"::regclass) AS "drop", pg_get_indexdef("indexrelid") AS "make"
    FROM pg_index JOIN pg_class ON pg_class."oid" = "indrelid" JOIN pg_namespace ON pg_namespace."oid" = "relnamespace"
    WHERE "nspname" = $1 AND "relname" = ANY ($2) AND NOT "indisprimary" AND NOT "indisreplident"
      -- Not those of constraints, nor those that other tables refer to.
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE "conindid" = "indexrelid")
      AND NOT EXISTS (SELECT FROM pg_inherits WHERE "inhrelid" = "indexrelid")
    ORDER BY "indexrelid"::regclass::text`,
    [schema, tables],
  );
  for (const { drop } of indexes.rows) await client.query(drop);
  return {
    putBack: async () => {
      await client.query(
        `SELECT set_config('maintenance_work_mem', '256MB', true)
        WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB')`,
      );
      // A key wants the index of what it refers to.
      for (const { make } of [...indexes.rows, ...keys.rows]) await client.query(make);
    },
  };
}

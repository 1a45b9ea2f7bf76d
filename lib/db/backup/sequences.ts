import { escapeLiteral, type ClientBase } from 'pg';
import { columnList, qualified } from './session';

interface Sequence {
  name: string;
  /** The table and column that takes its numbers, where one does. */
  table: string | null;
  column: string | null;
}

/**
 * Raises sequences so that no id is given twice.
 *
 * Each goes on behind what it has given here, what it had given when the backup was made, and the
 * largest id there is.
 * @param given last values by name
 */
export async function raiseSequences(
  client: ClientBase,
  schema: string,
  given: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await client.query<Sequence>(
    `SELECT sequence."relname" AS "name", owner."relname" AS "table", "attname" AS "column"
    FROM pg_class sequence JOIN pg_namespace ON pg_namespace."oid" = sequence."relnamespace"
    LEFT JOIN pg_depend ON "classid" = 'pg_class'::regclass AND "objid" = sequence."oid" AND "refobjsubid" > 0 AND "deptype" IN ('a', 'i')
    LEFT JOIN pg_class owner ON owner."oid" = "refobjid"
    LEFT JOIN pg_attribute ON "attrelid" = "refobjid" AND "attnum" = "refobjsubid"
    WHERE "nspname" = $1 AND sequence."relkind" = 'S'`,
    [schema],
  );
  for (const { name, table, column } of rows) {
    const sequence = qualified(schema, name);
    const largest =
      table === null || column === null
        ? 'NULL'
        : `(SELECT max(${columnList([column])}) FROM ${qualified(schema, table)})`;
    await client.query(
      `SELECT setval(${escapeLiteral(sequence)}, "value") FROM (
        SELECT greatest($1::bigint, ${largest}, (SELECT "last_value" FROM ${sequence} WHERE "is_called")) AS "value"
      ) raised WHERE "value" IS NOT NULL`,
      [Object.hasOwn(given, name) ? given[name] : null],
    );
  }
}

/** Reads the last values of the sequences of a schema. */
export async function readSequences(client: ClientBase, schema?: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT "sequencename" AS "name", "last_value"::text AS "value" FROM pg_sequences
    WHERE "schemaname" = coalesce($1, current_schema()) AND "last_value" IS NOT NULL ORDER BY 1`,
    [schema ?? null],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

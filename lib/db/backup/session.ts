import { escapeIdentifier, type ClientBase } from 'pg';

/** Settings under which rows are text that every version of PostgreSQL reads alike. */
const PORTABLE = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
};
/** Limits that a role or a server may have set for pages. */
const LIMITS = [
  'statement_timeout',
  'lock_timeout',
  'transaction_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
];

/** Prepares a transaction for copying rows: portable texts, no time limits. */
export async function prepareSession(client: ClientBase): Promise<void> {
  const given = { ...PORTABLE, ...Object.fromEntries(LIMITS.map((name) => [name, '0'])) };
  // Not every version knows all of them.
  await client.query(
    `SELECT set_config("name", "given"."value", true)
    FROM jsonb_each_text($1) AS "given"("name", "value") JOIN pg_settings USING ("name")`,
    [JSON.stringify(given)],
  );
}

/** Gives the qualified name of a table, quoted. */
export const qualified = (schema: string, table: string): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;

/** Gives names of columns as a list, quoted. */
export const columnList = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ');

import type { ClientBase } from 'pg';
import { BackupError } from '@/lib/db/backup/errors';
import type { BackupManifest } from '@/lib/db/backup/manifest';
import { qualified } from '@/lib/db/backup/session';
import { COMPUTED_TABLES, listTables, PORTAL_TABLE, type StoredTable } from '@/lib/db/backup/tables';
import { layKeysAside } from './aside';
import { raiseSequences } from '@/lib/db/backup/sequences';

/** How many numbers a restored revision is ahead: of any that the lost future may have had. */
const AHEAD = 1_000_000;

interface Condition {
  isEmpty: boolean;
  /** Of the database before it is filled. */
  revision: string;
  onStep: (step: string) => void;
}

/** Tables that are filled in the transaction of a restore. */
export class RestorePlace {
  readonly schema: string;
  private readonly client: ClientBase;
  private readonly condition: Condition;

  constructor(client: ClientBase, schema: string, condition: Condition) {
    this.client = client;
    this.schema = schema;
    this.condition = condition;
  }

  /**
   * Keeps all who write out of the portal's tables until the transaction ends; readers go on.
   * @throws BackupError where they hold something that is not to be replaced
   */
  static async take(
    client: ClientBase,
    manifest: BackupManifest,
    { replace, onStep }: { replace: boolean; onStep: (step: string) => void },
  ): Promise<RestorePlace> {
    const { rows } = await client.query<{ schema: string; revision: string }>(
      `SELECT current_schema() AS "schema", "revision"::text FROM "${PORTAL_TABLE}"`,
    );
    const { schema, revision } = rows[0]!;
    const names = (await listTables(client)).map(({ name }) => name);
    const all = [...names, ...COMPUTED_TABLES].map((name) => qualified(schema, name)).join(', ');
    await client.query(`LOCK TABLE ${all} IN SHARE ROW EXCLUSIVE MODE`);
    const backedUp = new Set(manifest.tables.map(({ name }) => name));
    const holding: string[] = [];
    for (const name of names) {
      if (name === PORTAL_TABLE || !backedUp.has(name)) continue;
      const found = await client.query(`SELECT FROM ${qualified(schema, name)} LIMIT 1`);
      if (found.rowCount === 1) holding.push(name);
    }
    if (holding.length > 0 && !replace)
      throw new BackupError(
        `The database is not empty: there are rows in ${holding.join(', ')}. With --replace the backup takes the place of all that it holds.`,
      );
    return new RestorePlace(client, schema, { isEmpty: holding.length === 0, revision, onStep });
  }

  /**
   * Fills tables anew.
   * @param tables in their order
   * @param given of the database from which the rows are
   * @param copy brings the rows
   */
  async fill(
    tables: readonly StoredTable[],
    given: { revision: string; sequences: Record<string, string> },
    copy: () => Promise<void>,
  ): Promise<void> {
    const { isEmpty, revision, onStep } = this.condition;
    const names = tables.map(({ name }) => name);
    const aside = isEmpty ? await layKeysAside(this.client, this.schema, names) : null;
    if (!isEmpty) {
      onStep('Removing what was held');
      // As an ingest has it: sorted in less often, and not so long that searches wait for it.
      await this.client.query(`SELECT set_config('gin_pending_list_limit', '16MB', true)`);
      for (const name of COMPUTED_TABLES) await this.client.query(`DELETE FROM ${qualified(this.schema, name)}`);
    }
    for (const name of names.toReversed()) await this.client.query(`DELETE FROM ${qualified(this.schema, name)}`);
    await copy();
    if (aside) onStep('Building indexes');
    await aside?.putBack();
    await raiseSequences(this.client, this.schema, given.sequences);
    if (names.includes(PORTAL_TABLE)) await this.renew(revision, given.revision);
  }

  /**
   * Makes the filled database another one, with a revision that none had before: nothing that was
   * kept of either is taken for current.
   */
  private async renew(...revisions: string[]): Promise<void> {
    await this.client.query(
      `UPDATE ${qualified(this.schema, PORTAL_TABLE)} SET "identity" = gen_random_uuid(), "token" = gen_random_uuid(),
        "revision" = $1::bigint + (SELECT max("each"::bigint) FROM unnest($2::text[]) AS "each")`,
      [AHEAD, revisions],
    );
  }
}

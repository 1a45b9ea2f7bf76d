import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client, escapeIdentifier } from 'pg';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import { copyLine } from './copy-text';

export type Row = Record<string, unknown>;

/** Fills one table over a connection of its own. The columns are those of the first row. */
export class TableCopy {
  readonly #url: string;
  readonly #table: string;
  #open: { client: Client; stream: CopyStreamQuery; columns: string[] } | null = null;

  constructor(url: string, table: string) {
    this.#url = url;
    this.#table = table;
  }

  /** Resolves when more can be written. */
  async write(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    this.#open ??= await this.#begin(Object.keys(rows[0]!));
    const { stream, columns } = this.#open;
    const lines = rows.map((row) => copyLine(columns.map((column) => row[column]))).join('');
    if (!stream.write(lines)) await once(stream, 'drain');
  }

  /** Stores what was written. Rows that others refer to have to be stored first. */
  async end(): Promise<void> {
    if (!this.#open) return;
    const { client, stream } = this.#open;
    stream.end();
    await finished(stream);
    await client.end();
    this.#open = null;
  }

  async #begin(columns: string[]) {
    const client = new Client({ connectionString: this.#url });
    await client.connect();
    const names = columns.map(escapeIdentifier).join(', ');
    const stream = client.query(from(`COPY ${escapeIdentifier(this.#table)} (${names}) FROM STDIN`));
    return { client, stream, columns };
  }
}

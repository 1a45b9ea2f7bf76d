import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'libsql';
import { readSections } from '../corpus/rows';

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The yardstick: SQLite's FTS5 on pairs of characters made by the application.
 * As quick a search as there is on one machine: the newest twenty rows and a count that stops
 * behind a thousand, without documents, filters, snippets.
 */
export class Yardstick {
  readonly #database: Database.Database;
  readonly #newest: Database.Statement;
  readonly #count: Database.Statement;

  constructor(file: string) {
    this.#database = new Database(file, { readonly: true });
    this.#newest = this.#database.prepare('SELECT rowid FROM text WHERE text MATCH ? ORDER BY rowid DESC LIMIT 20');
    this.#count = this.#database.prepare(
      'SELECT count(*) AS count FROM (SELECT 1 FROM text WHERE text MATCH ? LIMIT 1001)',
    );
  }

  /**
   * Takes normalised words of letters and digits, each with its alternatives; gives how many rows
   * have them, 1001 for more than 1000.
   */
  search(words: readonly (readonly string[])[]): number {
    const match = words.map((alternatives) => `(${alternatives.map(matchOf).join(' OR ')})`).join(' AND ');
    this.#newest.all(match);
    return (this.#count.get(match) as { count: number }).count;
  }

  close(): void {
    this.#database.close();
  }
}

/**
 * A phrase of neighbouring pairs; one character is the beginning of a pair, or stands alone at the
 * end of a run.
 */
function matchOf(word: string): string {
  const characters = [...word];
  return characters.length === 1 ? `"${word}"*` : `"${pairsInOrder(characters).join(' ')}"`;
}

const pairsInOrder = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, at) => characters[at]! + character);

/**
 * Builds the yardstick's file from all sections of the database.
 * Nothing is built where the file is there and holds these texts.
 */
export async function buildYardstick(url: string, file: string): Promise<void> {
  const stamp = await stampOf(url);
  if (existsSync(file) && readStamp(file) === stamp) return;
  const unfinished = `${file}.unfinished`;
  rmSync(file, { force: true });
  rmSync(unfinished, { force: true });
  const database = new Database(unfinished);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000');
  database.exec(
    `CREATE VIRTUAL TABLE text USING fts5(tokens, content='', tokenize='unicode61 remove_diacritics 0', prefix='1')`,
  );
  const insert = database.prepare('INSERT INTO text (rowid, tokens) VALUES (?, ?)');
  for await (const sections of readSections(url)) {
    database.exec('BEGIN');
    for (const { id, text } of sections) insert.run(id, tokensOf(text));
    database.exec('COMMIT');
  }
  database.exec(`INSERT INTO text (text) VALUES ('optimize')`);
  database.exec(`PRAGMA user_version = ${stamp}`);
  database.close();
  renameSync(unfinished, file);
}

/** A number that differs for other texts, by the first thousands of them. */
async function stampOf(url: string): Promise<number> {
  const hash = createHash('sha256');
  for await (const sections of readSections(url)) {
    for (const { id, text } of sections) hash.update(`${id} ${text}\n`);
    break;
  }
  return hash.digest().readUIntBE(0, 3);
}

function readStamp(file: string): number {
  const database = new Database(file, { readonly: true });
  const [stamp] = database.pragma('user_version') as { user_version: number }[];
  database.close();
  return stamp?.user_version ?? 0;
}

const tokensOf = (text: string): string =>
  (text.match(RUN) ?? [])
    .map((run) => {
      const characters = [...run];
      return [...pairsInOrder(characters), characters.at(-1)!].join(' ');
    })
    .join(' ');

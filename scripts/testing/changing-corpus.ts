import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of some corpora whose texts can be changed, as a gazette's are. */
export class ChangingCorpus {
  /** One for each corpus, as ingest takes them. */
  readonly folders: string[];
  /** The texts of these corpora. */
  readonly files: string[];
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'gongbao-corpus-'));
  private readonly texts: ReadonlyMap<string, string>;

  constructor(corpora: readonly string[]) {
    this.folders = corpora.map((corpus, at) => {
      const folder = path.join(this.folder, `${at}-${path.basename(corpus)}`);
      cpSync(corpus, folder, { recursive: true });
      return folder;
    });
    this.files = this.folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => path.join(folder, name)),
    );
    this.texts = new Map(this.files.map((file) => [file, readFileSync(file, 'utf8')]));
  }

  /** Writes a text with other words: its last sentence says which version it is; 0 is the first. */
  change(file: string, version: number): void {
    const text = this.texts.get(file)!;
    // At once, for those who are reading it.
    writeFileSync(`${file}.unfinished`, version === 0 ? text : text.replace(/。(?=[^。]*$)/, `，第${version}稿。`));
    renameSync(`${file}.unfinished`, file);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

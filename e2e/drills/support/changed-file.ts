import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestDatabase } from '@/lib/db/testing/database';
import { ingestPaths } from '@/lib/db/ingest';
import { sampleCorpus } from '@/scripts/testing/test-portal';

/**
 * A file of the sample corpus that changes its words.
 *
 * It is written elsewhere, and ingested in the place of what it gave before.
 */
export class ChangedFile {
  private readonly file: string;
  private readonly text: string;
  private readonly words: string;

  /** @param words of the file, which the changes take the place of */
  constructor(folder: string, name: string, words: string) {
    this.words = words;
    this.file = path.join(folder, name);
    this.text = readFileSync(path.join(sampleCorpus, name), 'utf8');
    if (!this.text.includes(words)) throw new Error(`${name} does not say ${words}.`);
  }

  /** Ingests the file with other words. */
  async say(words: string, { prisma }: TestDatabase): Promise<void> {
    writeFileSync(this.file, this.text.replaceAll(this.words, words));
    const report = await ingestPaths([this.file], { prisma, replace: true, accept: true });
    const failures = report.files.filter(({ outcome }) => outcome === 'failed');
    if (failures.length > 0) throw new Error(JSON.stringify(failures));
  }
}

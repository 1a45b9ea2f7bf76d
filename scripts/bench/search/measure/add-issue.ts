import { createHash } from 'node:crypto';
import { createClient } from '@/lib/db/client';
import { prepareRows, storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { storeSource } from '@/lib/db/ingest/store';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import type { SourceText } from '@/lib/source-files';
import { medianOf, spreadOf } from '../../statistics';
import type { Corpus } from '../corpus/corpus';

export interface AddResult {
  /** Rows of sections of each issue. */
  sections: number;
  issues: number;
  /** Median milliseconds: to make the rows of the tree, and to store them in one transaction. */
  prepare: number;
  store: number;
  slowest: number;
  /**
   * Median milliseconds of what an ingest does at its end: it sorts the new rows into the indexes.
   */
  settle: number;
}

/**
 * The first issues make the connection and warm up, as those of an archive do; they are not
 * counted.
 */
const WARM_UP = 3;

/**
 * Measures adding new issues, one after the other, as an ingest does.
 * Each is taken out again.
 */
export async function measureAdding(url: string, corpus: Corpus, issues: number): Promise<AddResult> {
  const prisma = createClient(url);
  const measured: { prepare: number; store: number; settle: number; sections: number }[] = [];
  try {
    for (let at = 0; at < WARM_UP + issues; at++) {
      const { tree, municipality, name } = corpus.furtherIssue(at);
      const started = performance.now();
      const source = prepareRows(tree, municipality);
      const prepared = performance.now();
      const { sourceFileId } = await prisma.$transaction(
        (transaction) => storeSource(transaction, sourceText(`${municipality}-${name}.txt`), storedVersion, source, []),
        { timeout: 60_000 },
      );
      const stored = performance.now();
      await refreshStatistics(prisma);
      const settled = performance.now();
      await prisma.sourceFile.delete({ where: { id: sourceFileId } });
      const sections = source.documents.reduce((sum, document) => sum + document.sections.length, 0);
      if (at >= WARM_UP) {
        const [prepare, store, settle] = [prepared - started, stored - prepared, settled - stored];
        measured.push({ prepare, store, settle, sections });
      }
    }
  } finally {
    await prisma.$disconnect();
  }
  return {
    sections: medianOf(measured, ({ sections }) => sections),
    issues,
    prepare: medianOf(measured, ({ prepare }) => prepare),
    store: medianOf(measured, ({ store }) => store),
    settle: medianOf(measured, ({ settle }) => settle),
    slowest: spreadOf(measured.map(({ store }) => store)).most,
  };
}

const sourceText = (name: string): SourceText => ({
  text: '',
  encoding: 'UTF-8',
  format: 'text',
  tables: [],
  notes: [],
  path: `/bench/${name}`,
  name,
  hash: createHash('sha256').update(name).digest('hex'),
  size: 0,
  bytes: new Uint8Array(),
});

import { mkdirSync } from 'node:fs';
import { getClient } from '@/lib/db/client';
import { countCitedNumbers, tallyMentions } from '@/lib/db/ingest/links/cited-numbers';
import { storeAlone, type Transaction } from '@/lib/db/ingest/transaction';
import { openFilled, type BenchDatabase } from '../search/database';
import { corpusVersion, makeWebCorpus, type WebCorpus } from './corpus';
import { measureIssue, Stopwatch, type Times } from './measure';
import { judge, reportLines } from './report';

export interface CitationsBenchRequest {
  /** Sizes of the corpora, smallest first. */
  documents: number[];
  rounds: number;
  /** Issues of each round. */
  issues: number;
  /** Build anew what is there from an earlier run. */
  fresh: boolean;
}

const seed = 1;

interface Opened {
  documents: number;
  url: string;
  corpus: WebCorpus;
  build: number | null;
  prisma: ReturnType<typeof getClient>;
  watch: Stopwatch;
  measured: Times[];
}

/**
 * Measures what an issue costs in corpora of several sizes, and reports it.
 * Corpora that are not there are built first. Each round measures all sizes in turn, so that a busy
 * minute falls on all of them.
 * @returns the sentences that say what is not as it should be
 */
export async function benchCitations(
  place: BenchDatabase,
  { documents, rounds, issues, fresh }: CitationsBenchRequest,
  print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  mkdirSync(place.folder, { recursive: true });
  const opened: Opened[] = [];
  try {
    for (const size of documents) opened.push(await open(place, size, fresh, log));
    // The round before the first makes connections and warms up; it is not counted.
    for (let round = 0; round <= rounds; round++) {
      log(`round ${round} of ${rounds}`);
      for (const each of opened) {
        process.env.DATABASE_URL = each.url;
        for (let at = 0; at < issues; at++) {
          const times = await measureIssue(each.prisma, each.corpus, round * issues + at, each.watch);
          if (round > 0) each.measured.push(times);
        }
      }
    }
    const results = [];
    for (const { prisma, ...each } of opened) results.push({ ...each, citations: await prisma.citation.count() });
    for (const line of reportLines(results)) print(line);
    const complaints = judge(results);
    for (const complaint of complaints) print(complaint);
    return complaints;
  } finally {
    for (const { prisma, watch } of opened) await Promise.all([prisma.$disconnect(), watch.close()]);
  }
}

async function open(
  place: BenchDatabase,
  documents: number,
  fresh: boolean,
  log: (line: string) => void,
): Promise<Opened> {
  const corpus = makeWebCorpus({ documents, seed });
  log(`a corpus of ${documents} documents`);
  const began = performance.now();
  const name = `gongbao_bench_web_${documents}`;
  const options = { fresh, log: () => undefined, name, version: corpusVersion };
  const filled = await openFilled(place, { sections: documents, seed }, corpus, options);
  // The queries of pages and the search ask the database of this address too.
  process.env.DATABASE_URL = filled.url;
  const prisma = getClient();
  if (filled.fresh) await storeAlone(prisma, countAll);
  if (filled.fresh) await prisma.$executeRaw`VACUUM ANALYZE "CitedNumber", "MentionCount"`;
  const build = filled.fresh ? (performance.now() - began) / 1000 : null;
  return {
    documents,
    url: filled.url,
    corpus,
    build,
    prisma,
    watch: new Stopwatch(filled.url),
    measured: [],
  };
}

const COUNTED_TOGETHER = 5000;

/** The list of wanted numbers, which every ingest keeps up. */
async function countAll(transaction: Transaction): Promise<void> {
  const documents = await transaction.document.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const ids = documents.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += COUNTED_TOGETHER) {
    const after = await tallyMentions(transaction, ids.slice(at, at + COUNTED_TOGETHER));
    await countCitedNumbers(transaction, { before: [], after, ownNumbers: [] });
  }
}

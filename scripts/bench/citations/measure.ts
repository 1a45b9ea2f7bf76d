import { createHash } from 'node:crypto';
import type { PrismaClient } from '@/lib/db/generated/client';
import { countCitedNumbers, tallyMentions } from '@/lib/db/ingest/links/cited-numbers';
import { storeCorrections } from '@/lib/db/ingest/corrections/store-corrections';
import { prepareRows, storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { relink, storeSource, removeSourceFiles } from '@/lib/db/ingest/store';
import { storeAlone, type Transaction } from '@/lib/db/ingest/transaction';
import { describeAbsent } from '@/lib/db/queries/numbers/numbers';
import { listWanted } from '@/lib/db/queries/numbers/wanted';
import { readDocNumber } from '@/lib/gazette';
import type { CorrectionEntry } from '@/lib/corrections/entry';
import type { SourceText } from '@/lib/source-files';
import { ProcessorClock } from '../search/measure/processor-clock';
import type { WebCorpus } from './corpus';

/** What is measured, in this order, and of what it is the cost. */
export const steps = {
  store: 'storing an issue, all of it',
  link: 'of it: linking, both ways, and counting mentions',
  correct: 'ten corrections of it',
  restore: 'taking the corrections back',
  remove: 'taking the issue out again',
  wanted: 'the list of missing documents',
  page: 'the page of the number that is cited most',
} as const;
export type Step = keyof typeof steps;

/** Milliseconds of each step. */
export type Times = Record<Step, number>;

/** Measures by the processor's time where it is known, else by the clock. */
export class Stopwatch {
  readonly #clock: ProcessorClock;
  constructor(url: string) {
    this.#clock = new ProcessorClock(url);
  }
  async time<Result>(work: () => Promise<Result>): Promise<[milliseconds: number, result: Result]> {
    await this.#clock.refresh();
    const [clock, processor] = [performance.now(), this.#clock.now()];
    const result = await work();
    const spent = this.#clock.now();
    return [processor === null || spent === null ? performance.now() - clock : spent - processor, result];
  }
  close = (): Promise<void> => this.#clock.close();
}

/**
 * Measures adding an issue, correcting ten of its citations, and undoing both.
 * The corpus does not hold the issue before.
 * @returns what each step cost
 */
export async function measureIssue(
  prisma: PrismaClient,
  corpus: WebCorpus,
  at: number,
  watch: Stopwatch,
): Promise<Times> {
  const { tree, municipality, name } = corpus.furtherIssue(at);
  const source = prepareRows(tree, municipality);
  const alone = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    watch.time(() => storeAlone(prisma, work));
  const [store, { sourceFileId }] = await alone((transaction) =>
    storeSource(transaction, sourceText(`${municipality}-${name}.txt`), storedVersion, source, []),
  );
  const rows = await prisma.document.findMany({ where: { sourceFileId }, select: { id: true } });
  const documentIds = rows.map(({ id }) => id);
  const link = await storeAlone(prisma, async (transaction) => {
    // As if nobody had counted what it mentions.
    const before = await tallyMentions(transaction, documentIds);
    await countCitedNumbers(transaction, { before, after: [], ownNumbers: [] });
    const gone = { documents: [], mentions: [], validityTargets: [] };
    const [milliseconds] = await watch.time(() =>
      relink(transaction, gone, { documents: source.documents, documentIds }),
    );
    return milliseconds;
  });
  const entries = await listEntries(prisma, documentIds);
  const file = '/bench/corrections.yml';
  const [correct] = await alone((transaction) => storeCorrections(transaction, file, entries, () => false));
  const [restore] = await alone((transaction) => storeCorrections(transaction, file, [], () => false));
  const [remove] = await alone(async (transaction) =>
    relink(transaction, await removeSourceFiles(transaction, [sourceFileId]), { documents: [], documentIds: [] }),
  );
  const [wanted] = await watch.time(() => listWanted({ page: 1 }));
  const [page] = await watch.time(() => describeAbsent(readDocNumber(MOST_CITED)!, { page: 1 }));
  return { store, link, correct, restore, remove, wanted, page };
}

/** Rank 0 of what is drawn from above: see corpus.ts. */
const MOST_CITED = '国发〔2005〕1号';

const CORRECTIONS = 10;

/** Each says of one citation of the issue that another number is meant. */
async function listEntries(prisma: PrismaClient, documentIds: number[]): Promise<CorrectionEntry[]> {
  const citations = await prisma.citation.findMany({
    where: { documentId: { in: documentIds }, docNumber: { not: null } },
    distinct: ['documentId', 'docNumber'],
    select: { docNumber: true, document: { select: { slug: true, municipality: { select: { slug: true } } } } },
    orderBy: { id: 'asc' },
    take: CORRECTIONS,
  });
  return citations.map(({ docNumber, document }, index) => ({
    kind: 'misprint',
    line: index + 1,
    about: `${document.municipality.slug}/${document.slug}`,
    section: null,
    printed: docNumber,
    meant: `苍办〔2020〕${index + 1}号`,
    day: null,
    source: '样例',
  }));
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

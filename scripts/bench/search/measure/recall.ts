import { EXPORT_LIMIT, TOTAL_CAP, type SearchEngine } from '@/lib/search/engine';
import type { BenchQuery, ClassQueries } from '../queries/queries';
import { ask } from './measure';
import { scan, type Truth } from './scan';

/** How much of what is there was found, for a class. */
export interface Recall {
  queries: number;
  /**
   * Sections and titles there are, of the queries with at most TOTAL_CAP sections; and how many of
   * these were found.
   */
  there: number;
  found: number;
  /** Queries with a wrong total. */
  complaints: string[];
}

/** Compares the engine with a scan, for the first round of every class. */
export async function measureRecall(
  url: string,
  engine: SearchEngine,
  classes: readonly ClassQueries[],
): Promise<Map<string, Recall>> {
  const byWords = classes.filter(({ queryClass }) => queryClass.kind === 'words');
  const truths = await scan(
    url,
    byWords.flatMap(({ rounds }) => rounds[0]!),
  );
  const recalls = new Map<string, Recall>();
  for (const { queryClass, rounds } of classes) {
    const recall: Recall = { queries: 0, there: 0, found: 0, complaints: [] };
    for (const query of rounds[0]!) {
      if (queryClass.kind === 'words') await compare(engine, query, truths.get(query)!, recall);
      else if (query.document) await findDocument(engine, query, recall);
      else await ask(engine, queryClass.kind, query);
    }
    recalls.set(queryClass.name, recall);
  }
  return recalls;
}

async function compare(engine: SearchEngine, query: BenchQuery, truth: Truth, recall: Recall): Promise<void> {
  recall.queries++;
  const complain = (what: string): void =>
    void recall.complaints.push(`${JSON.stringify([query.q, query.request.conditions])}: ${what}`);
  const { by, timedOut, ...answer } = await engine.search(query.request);
  // What stands in several sections of a document, or in its title and a section, is offered where
  // nothing has all the words.
  const total = by === 'scattered' ? { documents: 0, sections: 0, capped: false } : answer.total;
  if (timedOut) complain('timed out');
  else if (total.capped !== truth.capped)
    complain(`capped ${total.capped}, but the scan says ${truth.capped ? 'more than' : 'at most'} ${TOTAL_CAP}`);
  else if (!truth.capped && total.sections !== truth.sections.size)
    complain(`${total.sections} sections, but the scan finds ${truth.sections.size}`);
  else if (truth.capped && total.sections < TOTAL_CAP)
    complain(`only ${total.sections} sections of ${TOTAL_CAP} and more`);
  if (query.planted !== undefined && Object.keys(query.request.conditions).length === 0) {
    const planned = Math.min(query.planted, TOTAL_CAP);
    if (Math.min(truth.sections.size, TOTAL_CAP) !== planned)
      complain(`planted in ${planned}, but the scan finds ${truth.sections.size}`);
  }
  if (truth.capped) return;
  const [sections, titles] = [new Set<string>(), new Set<string>()];
  for await (const batch of engine.listHits(query.request, EXPORT_LIMIT))
    for (const { document, section } of batch) {
      const name = `${document.municipality.slug}/${document.slug}`;
      titles.add(name);
      if (section) sections.add(`${name}#${section.address}`);
    }
  const wanted = new Set([...truth.titles, ...[...truth.sections].map((name) => name.slice(0, name.indexOf('#')))]);
  if (total.documents !== wanted.size) complain(`${total.documents} documents, but the scan finds ${wanted.size}`);
  recall.there += truth.sections.size + truth.titles.size;
  recall.found += countIn(truth.sections, sections) + countIn(truth.titles, titles);
  const wrong = sections.size - countIn(sections, truth.sections);
  if (wrong > 0) complain(`${wrong} sections without the words`);
}

const countIn = (some: Set<string>, others: Set<string>): number => [...some].filter((each) => others.has(each)).length;

/**
 * The document whose number was typed, or whose title the words are from: among those of the
 * number, or on any page.
 */
async function findDocument(engine: SearchEngine, query: BenchQuery, recall: Recall): Promise<void> {
  recall.queries++;
  recall.there++;
  const wanted = query.document!.docNumber;
  const { number, total } = await engine.search(query.request);
  if (number?.documents.some(({ docNumber }) => docNumber === wanted)) recall.found++;
  else if (total.capped || (await isListed(engine, query, wanted))) recall.found++;
  else recall.complaints.push(`${JSON.stringify(query.q)} does not find ${wanted}`);
}

async function isListed(engine: SearchEngine, { request }: BenchQuery, wanted: string): Promise<boolean> {
  for await (const batch of engine.listHits(request, EXPORT_LIMIT))
    if (batch.some(({ document }) => document.docNumber === wanted)) return true;
  return false;
}

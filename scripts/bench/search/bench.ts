import { mkdirSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { engine } from '@/lib/db/search';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { measureAdding } from './measure/add-issue';
import { prepareMaterial } from './queries/classes';
import { measureClients } from './measure/clients';
import { measureOpenSearch } from './measure/on-opensearch';
import { makeCorpus } from './corpus/corpus';
import { openFilled, type BenchDatabase } from './database';
import { judge } from './judge';
import { measureClasses } from './measure/measure';
import { municipalityCount } from './corpus/plan';
import { ProcessorClock } from './measure/processor-clock';
import { makeQueries } from './queries/queries';
import { randomFrom, seedOf } from './random';
import { measureRecall } from './measure/recall';
import { reportLines } from './report';
import { readDocuments } from './corpus/rows';
import { readSample } from './queries/sample';
import { measureSizes } from './measure/sizes';
import { warmUp } from './measure/warm-up';
import { buildYardstick, Yardstick } from './measure/yardstick';

export interface SearchBenchRequest {
  sections: number;
  /** Measured rounds; one more goes before them, for the recall and to warm up. */
  rounds: number;
  /** Queries of a class in each round. */
  queries: number;
  clients: number;
  /** 0 leaves the clients out. */
  seconds: number;
  /** Issues that are added one after the other. */
  issues: number;
  /** Build anew what is there from an earlier run. */
  fresh: boolean;
  /** Whether OpenSearch answers the same queries too. */
  engine?: 'postgresql' | 'opensearch';
}

const seed = 1;

/** Gives the corpus, its database and the file of its yardstick; what is not there is built. */
async function openBuilt(
  place: BenchDatabase,
  { sections, fresh }: Pick<SearchBenchRequest, 'sections' | 'fresh'>,
  log: (line: string) => void,
) {
  const size = { sections, seed };
  const corpus = makeCorpus(size);
  mkdirSync(place.folder, { recursive: true });
  const { url, times } = await openFilled(place, size, corpus, { fresh, log });
  log('building the yardstick');
  const file = path.join(place.folder, `${sections}.sqlite`);
  await buildYardstick(url, file);
  return { corpus, url, times, file };
}

/**
 * Builds the corpus and its yardstick where they are not there, or anew. Gives no sentences:
 * nothing is measured yet.
 */
export async function buildSearch(
  place: BenchDatabase,
  request: Pick<SearchBenchRequest, 'sections' | 'fresh'>,
  _print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  await openBuilt(place, request, log);
  return [];
}

/**
 * Compares the engine with a scan, measures every class, and reports.
 * The corpus is built where `buildSearch` has not built it. Progress goes to `log`. Sets
 * DATABASE_URL for the engine.
 * @returns the sentences that say what is not as it should be
 */
export async function benchSearch(
  place: BenchDatabase,
  request: SearchBenchRequest,
  print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  const { corpus, url, times: build, file } = await openBuilt(place, request, log);
  process.env.DATABASE_URL = url;
  const yardstick = new Yardstick(file);
  try {
    // Before everything else, as an ingest is a process of its own: behind the scan the collector
    // has a heap of all texts to go through.
    log('adding issues');
    globalThis.gc?.();
    const adding = await measureAdding(url, corpus, request.issues);
    const sample = await readSample(url, request.sections, randomFrom(seedOf(seed, 'sample')));
    const material = prepareMaterial(sample, corpus.planted, corpus.vocabulary.characters);
    const classes = makeQueries(material, seed, request.rounds + 1, request.queries);
    log('warming up');
    await warmUp(url);
    log('comparing with a scan');
    const recalls = await measureRecall(url, engine, classes);
    // The scan held the whole corpus, as no process of the portal does.
    globalThis.gc?.();
    log('measuring');
    const clock = new ProcessorClock(url);
    const results = await measureClasses(engine, classes, yardstick, clock);
    await clock.close();
    const load = loadavg()[0]!;
    log(`${request.clients} clients for ${request.seconds} s`);
    const clients = request.seconds === 0 ? null : await measureClients(engine, classes, { ...request, seed });
    const onIndex = request.engine === 'opensearch' ? await measureOpenSearch(url, classes, yardstick, log) : null;
    const findings = {
      sections: request.sections,
      load,
      documents: (await readDocuments(url)).size,
      municipalities: municipalityCount({ sections: request.sections, seed }),
      build,
      yardstickSize: statSync(file).size,
      sizes: await measureSizes(url),
      recalls,
      classes: results,
      adding,
      clients,
      onIndex,
    };
    for (const line of reportLines(findings)) print(line);
    const complaints = judge(findings);
    for (const complaint of complaints) print(complaint);
    return complaints;
  } finally {
    yardstick.close();
    await closeSearch();
  }
}

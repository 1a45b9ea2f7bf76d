import { engine } from '@/lib/db/search';
import { closeIndexes } from '@/lib/db/search/opensearch/client';
import { leading } from '@/lib/db/search/opensearch/feeding/follow';
import { rebuildIndex } from '@/lib/db/search/opensearch/feeding/rebuild';
import { startOpenSearch } from '@/scripts/testing/opensearch/cluster';
import { provideOpenSearch } from '@/scripts/testing/opensearch/programs';
import type { ClassQueries } from '../queries/queries';
import { measureClasses, type ClassResult } from './measure';
import { measureRecall, type Recall } from './recall';
import type { Yardstick } from './yardstick';

/** What one node of OpenSearch did with the same queries. */
export interface IndexFindings {
  /** Seconds that the index took, with the comparison at its end. */
  build: number;
  bytes: number;
  recalls: Map<string, Recall>;
  classes: ClassResult[];
}

/** Memory of the node: the rest of the machine keeps its files. */
const MEMORY = '2g';

/**
 * Measures the same queries with words found by one node of OpenSearch, with one shard.
 * @returns null where there is none to be had
 */
export async function measureOpenSearch(
  url: string,
  queries: readonly ClassQueries[],
  yardstick: Yardstick,
  log: (line: string) => void,
): Promise<IndexFindings | null> {
  const programs = provideOpenSearch();
  if (!programs) return null;
  const cluster = await startOpenSearch(programs, 1, MEMORY);
  try {
    const began = performance.now();
    const feed = { url, nodes: cluster.nodes, signal: new AbortController().signal, say: log };
    const size = { shards: 1, replicas: 0, prefix: 'bench' };
    const built = await leading(feed, 'builder', (applying) => rebuildIndex(applying, { ...size, say: log }));
    const build = (performance.now() - began) / 1000;
    const { result } = built!;
    Object.assign(process.env, { OPENSEARCH_URL: cluster.nodes.join(' '), SEARCH_FALLBACK: 'none' });
    log('comparing OpenSearch with a scan');
    const recalls = await measureRecall(url, engine, queries);
    log('measuring OpenSearch');
    const classes = await measureClasses(engine, queries, yardstick, null);
    return { build, bytes: await sizeOf(cluster.nodes[0]!, result.name), recalls, classes };
  } finally {
    delete process.env.OPENSEARCH_URL;
    delete process.env.SEARCH_FALLBACK;
    await closeIndexes();
    await cluster.remove();
  }
}

async function sizeOf(node: string, index: string): Promise<number> {
  const answer = await fetch(`${node}/${index}/_stats/store`);
  const { _all: all } = (await answer.json()) as { _all: { primaries: { store: { size_in_bytes: number } } } };
  return all.primaries.store.size_in_bytes;
}

// `npm run index`: lets the index of OpenSearch take over what the database has.
import { applyAll, follow, leading, type FeedOptions } from '@/lib/db/search/opensearch/feeding/follow';
import { dropIndexes } from '@/lib/db/search/opensearch/feeding/drop-indexes';
import { rebuildIndex } from '@/lib/db/search/opensearch/feeding/rebuild';
import { readEnvironment } from '@/lib/settings/env';
import { INDEX_HELP, readIndexArguments, type IndexArguments } from './index/arguments';
import { understand } from './support/command-line';
import { withDatabase } from './support/database';

const ENDED = new AbortController();

async function run(given: IndexArguments): Promise<number> {
  return withDatabase(
    async ({ url, log: say }) => {
      const { openSearch: nodes, openSearchIndex: prefix } = readEnvironment();
      if (nodes.length === 0) {
        console.error('OPENSEARCH_URL is not set: there is no index, PostgreSQL searches.');
        return 1;
      }
      const options: FeedOptions = { url, nodes, signal: ENDED.signal, say };
      if (given.drop) return told(await dropIndexes(options), (count) => `${count} indexes removed.`);
      if (given.rebuild) {
        const size = { shards: given.shards, replicas: given.replicas };
        const built = await leading(options, 'builder', (applying) => rebuildIndex(applying, { ...size, prefix, say }));
        return told(built, ({ result }) => `${result.name} is built.`);
      }
      if (!given.follow) return told(await applyAll(options), (count) => `${count} changes taken over.`);
      await follow(options);
      return 0;
    },
    { asItIs: given.follow },
  );
}

/** Prints the last line; gives the exit code. */
function told<Result>(result: Result | null, describe: (result: Result) => string): number {
  if (result === null)
    console.error('Nothing done: another process is at it, or there is no index (--rebuild makes one).');
  else console.log(describe(result));
  return result === null ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ENDED.abort());
try {
  const understood = understand(() => readIndexArguments(process.argv.slice(2)), INDEX_HELP);
  process.exitCode = 'exitCode' in understood ? understood.exitCode : await run(understood.given);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

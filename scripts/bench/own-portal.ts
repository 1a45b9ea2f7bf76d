import path from 'node:path';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { interruption, runNode } from '../support/child-process';
import { ChangingCorpus } from '../testing/changing-corpus';
import { startTemporaryCluster } from '../testing/temporary-cluster';
import { sampleCorpus, withTestPortals, type TestPortal } from '../testing/test-portal';

/** A portal of a bench, whose texts can be changed. */
export interface BenchPortal extends TestPortal {
  /** Changes one text of the sample corpus, and ingests it. */
  change: () => Promise<void>;
}

/**
 * Serves the sample corpus and the reference corpus, where there is one, while `use` measures.
 * @returns what `use` returns
 */
export async function withBenchPortal<Result>(use: (portal: BenchPortal) => Promise<Result>): Promise<Result> {
  const signal = interruption();
  const reference = findReferenceCorpus();
  const corpus = new ChangingCorpus([sampleCorpus, ...(reference === null ? [] : [reference])]);
  const cluster = await startTemporaryCluster();
  process.env.TEST_DATABASE_URL = cluster.url;
  let version = 0;
  try {
    return await withTestPortals([corpus.folders], signal, ([portal]) =>
      use({
        ...portal!,
        change: async () => {
          corpus.change(corpus.files[0]!, ++version);
          const env = { ...process.env, DATABASE_URL: portal!.databaseUrl };
          await runNode([path.join('scripts', 'run.mjs'), 'ingest', corpus.files[0]!], { signal, env, quiet: true });
        },
      }),
    );
  } finally {
    await cluster.remove();
    corpus.remove();
  }
}

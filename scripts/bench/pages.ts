import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { interruption } from '../support/child-process';
import { describePages, judgePages } from './pages/report';
import type { WholeSubject } from './subject';

/** The bench of the pages: what they weigh, and how soon a phone on a slow line shows them. */
export const pages: WholeSubject = {
  summary: 'the pages: weight, requests, first byte, largest paint and layout shift on a slow phone',
  paths: 'none; the sample corpus and the reference corpus, where there is one, on a portal of their own',

  async run({ paths, rounds }, print) {
    if (paths.length > 0) throw new Error('pages makes its own portal and takes no paths');
    // A browser and a portal are heavy to load: only who measures pages waits for them.
    const [
      { provideBrowser },
      { startTemporaryCluster },
      { sampleCorpus, withTestPortals },
      { findPages },
      { measurePages },
    ] = await Promise.all([
      import('../testing/browser'),
      import('../testing/temporary-cluster'),
      import('../testing/test-portal'),
      import('./pages/find-pages'),
      import('./pages/measure'),
    ]);
    const signal = interruption();
    const browser = provideBrowser();
    const cluster = await startTemporaryCluster();
    process.env.TEST_DATABASE_URL = cluster.url;
    try {
      const reference = findReferenceCorpus();
      const corpus = [sampleCorpus, ...(reference === null ? [] : [reference])];
      const measured = await withTestPortals([corpus], signal, async ([portal]) =>
        measurePages(portal!.address, await findPages(portal!.databaseUrl), { browser, rounds }),
      );
      for (const line of describePages(measured)) print(line);
      const complaints = judgePages(measured);
      for (const complaint of complaints) print(complaint);
      return complaints;
    } finally {
      await cluster.remove();
    }
  },
};

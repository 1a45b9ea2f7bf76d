import { describePages, judgePages } from './pages/report';
import { describeViews, judgeViews } from './pages/views/report-views';
import type { WholeSubject } from './subject';

/**
 * The bench of the pages: what they weigh, how soon a phone on a slow line shows them, and how
 * often a second the portal gives them.
 */
export const pages: WholeSubject = {
  summary: 'the pages: weight, first byte, largest paint on a slow phone; views a second, warm and cold',
  paths: 'none; the sample corpus and the reference corpus, where there is one, on a portal of their own',
  defaults: { seconds: 3 },

  async run({ paths, rounds, seconds }, print) {
    if (paths.length > 0) throw new Error('pages makes its own portal and takes no paths');
    // A browser and a portal are heavy to load: only who measures pages waits for them.
    const [
      { provideBrowser },
      { withBenchPortal },
      { findPages },
      { measurePages },
      { findViews },
      { measureViews },
      { provideLoader },
      { provideNginx },
    ] = await Promise.all([
      import('../testing/browser'),
      import('./own-portal'),
      import('./pages/find-pages'),
      import('./pages/measure'),
      import('./pages/views/find-views'),
      import('./pages/views/measure-views'),
      import('./pages/views/load'),
      import('../testing/nginx'),
    ]);
    const browser = provideBrowser();
    const tools = { loader: provideLoader(), nginx: provideNginx() };
    const complaints = await withBenchPortal(async ({ address, databaseUrl, change }) => {
      const measured = await measurePages(address, await findPages(databaseUrl), { browser, rounds });
      for (const line of describePages(measured)) print(line);
      if (seconds === 0) return judgePages(measured);
      const views = await measureViews(address, await findViews(databaseUrl), { seconds, change, ...tools });
      for (const line of describeViews(views)) print(line);
      return [...judgePages(measured), ...judgeViews(views)];
    });
    for (const complaint of complaints) print(complaint);
    return complaints;
  },
};

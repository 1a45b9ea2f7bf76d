import { describeReading, judgeReading } from './readers/report';
import type { WholeSubject } from './subject';

/** The bench of many readers: errors, times and memory over an ingest, and beside a downloader. */
export const readers: WholeSubject = {
  summary: 'many readers with an ingest in the middle, then beside one who downloads without a pause',
  paths: 'none; the sample corpus and the reference corpus, where there is one, on a portal of their own',
  defaults: { clients: 200, seconds: 300 },

  async run({ paths, clients, seconds }, print) {
    if (paths.length > 0) throw new Error('readers makes its own portal and takes no paths');
    if (seconds === 0) throw new Error('--seconds wants a number from 1 to 3600');
    // A portal is heavy to load: only who measures it waits for it.
    const [{ withBenchPortal }, { measureReading }] = await Promise.all([
      import('./own-portal'),
      import('./readers/measure-reading'),
    ]);
    const measured = await withBenchPortal((portal) => measureReading(portal, { clients, seconds }));
    for (const line of describeReading(measured, { clients, seconds })) print(line);
    const complaints = judgeReading(measured);
    for (const complaint of complaints) print(complaint);
    return complaints;
  },
};

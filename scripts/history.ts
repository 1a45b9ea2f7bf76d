// `npm run history [-- ID]`: lists the runs of `npm run ingest`, or shows one.
import { createClient } from '@/lib/db/client';
import { listRuns } from '@/lib/db/ingest/history/list-runs';
import { printable } from '@/lib/text/printable';
import { HISTORY_HELP, readHistoryArguments } from './history/arguments';
import { describeOneRun, describeRuns } from './history/lines';
import { understand } from './support/command-line';
import { withDatabase } from './support/database';

async function main(): Promise<number> {
  const understood = understand(() => readHistoryArguments(process.argv.slice(2)), HISTORY_HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const { id, limit, json } = understood.given;
  const runs = await withDatabase(async ({ url }) => {
    const prisma = createClient(url);
    try {
      return await listRuns(prisma, id === undefined ? { limit } : { id });
    } finally {
      await prisma.$disconnect();
    }
  });
  const [one] = runs;
  if (id !== undefined && !one) {
    console.error(`There is no run ${id}. npm run history lists the runs.`);
    return 1;
  }
  const lines = id !== undefined && one ? describeOneRun(one) : describeRuns(runs);
  if (json) console.log(JSON.stringify(id === undefined ? runs : one, null, 2));
  else for (const line of lines) console.log(printable(line));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

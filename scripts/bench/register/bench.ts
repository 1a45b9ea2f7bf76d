import { Client } from 'pg';
import { REGISTER_TABS } from '@/lib/addresses/register-params';
import { getClient } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { getRegister } from '@/lib/db/queries/validity/register';
import { DAY, listRegistered } from '@/lib/db/queries/validity/register-lists';
import { calendarDay } from '@/lib/settings/today';
import { Stopwatch } from '../citations/measure';
import type { BenchDatabase } from '../search/database';
import { fillRegister } from './fill';

const NAME = 'gongbao_bench_register';
/** Milliseconds that a page may take at the server. */
const LIMIT = 100;

/** Measures every list of the register, its last page, and its filters. */
export async function benchRegister(
  { server }: BenchDatabase,
  { documents, rounds }: { documents: number; rounds: number },
  print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${NAME}`);
  await admin.query(`CREATE DATABASE ${NAME}`);
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  process.env.DATABASE_URL = url.href;
  try {
    log(`${documents} documents of one municipality`);
    await migrate(url.href);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const id = await fillRegister(client, documents).finally(() => client.end());
    const watch = new Stopwatch(url.href);
    return await measure(id, documents, rounds, watch, print).finally(() => watch.close());
  } finally {
    await getClient().$disconnect();
    await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await admin.end();
  }
}

async function measure(
  id: number,
  documents: number,
  rounds: number,
  watch: Stopwatch,
  print: (line: string) => void,
): Promise<string[]> {
  const cases = [
    ...REGISTER_TABS.map((tab) => ({ name: tab, filter: { tab, page: 1 } })),
    { name: 'all, page 400', filter: { tab: 'all' as const, page: 400 } },
    { name: 'all, of an agency', filter: { tab: 'all' as const, page: 1, agency: '苍市第7局' } },
    { name: 'all, of a year', filter: { tab: 'all' as const, page: 1, year: 2020 } },
  ];
  print(
    `The register of ${documents} documents, milliseconds of the processor, ${rounds} rounds after one that warms up`,
  );
  print('');
  print('| list | rows | median | most |');
  print('|---|--:|--:|--:|');
  const complaints: string[] = [];
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]));
  const totals = new Map<string, number>();
  for (let round = 0; round <= rounds; round++)
    for (const { name, filter } of cases) {
      const [milliseconds, { total, entries }] = await watch.time(() => getRegister(id, filter));
      if (round > 0) times.get(name)!.push(milliseconds);
      totals.set(name, total);
      if (entries.length === 0 && total > 0) complaints.push(`FAILED: ${name} has a page without rows`);
    }
  const gathered: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Another day is not kept.
    const day = new Date(calendarDay(new Date()).getTime() + (round + 1) * DAY);
    const [milliseconds] = await watch.time(() => listRegistered(id, day));
    if (round > 0) gathered.push(milliseconds);
  }
  for (const { name } of cases) {
    const middle = median(times.get(name)!);
    print(`| ${name} | ${totals.get(name)} | ${middle.toFixed(0)} | ${Math.max(...times.get(name)!).toFixed(0)} |`);
    if (middle > LIMIT) complaints.push(`FAILED: ${name} takes ${middle.toFixed(0)} ms, more than ${LIMIT}`);
  }
  const [middle, most] = [median(gathered), Math.max(...gathered)];
  print(
    `| gathering the lists: once a day, and after each change | ${documents} | ${middle.toFixed(0)} | ${most.toFixed(0)} |`,
  );
  for (const complaint of complaints) print(complaint);
  return complaints;
}

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

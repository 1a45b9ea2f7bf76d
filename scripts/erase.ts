// `npm run erase -- ADDRESS …`: takes words out for good.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createClient } from '@/lib/db/client';
import { erase, ErasureError, freeErased, type ErasureOrder } from '@/lib/db/erase';
import { readErasedWords } from '@/lib/erasure/mask';
import { printable } from '@/lib/text/printable';
import { ERASE_HELP, readEraseArguments, type EraseArguments } from './erase/arguments';
import { describeErased, OUT_OF_REACH } from './erase/lines';
import { understand } from './support/command-line';
import { withDatabase } from './support/database';
import { recorded } from './support/recorded';

async function readWords(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  return readFile(path.resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
}

async function orderOf({ addresses, version, words, reason, dryRun }: EraseArguments): Promise<ErasureOrder> {
  const what =
    words === undefined ? { version: version! } : { words: readErasedWords((await readWords(words)).trim()) };
  return { addresses, what, reason, dryRun };
}

async function main(): Promise<number> {
  const understood = understand(() => readEraseArguments(process.argv.slice(2)), ERASE_HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const order = await orderOf(understood.given);
  try {
    const lines = order.dryRun ? await tryOut(order) : await eraseForGood(order);
    for (const line of lines) console.log(printable(line));
    return 0;
  } catch (error) {
    if (!(error instanceof ErasureError)) throw error;
    console.error(printable(error.message));
    return 1;
  }
}

async function tryOut(order: ErasureOrder): Promise<string[]> {
  return withDatabase(async ({ url }) => {
    const prisma = createClient(url);
    try {
      return describeErased(await erase(prisma, order), { dryRun: true });
    } finally {
      await prisma.$disconnect();
    }
  });
}

async function eraseForGood(order: ErasureOrder): Promise<string[]> {
  return recorded('erase', async (prisma, { onStart, onFile }) => {
    const erased = await erase(prisma, order);
    const sources = 'passage' in erased ? erased.passage.sources : [];
    onStart(sources.length);
    for (const { name } of sources) onFile({ path: name, outcome: 'replaced' });
    const freed = await freeErased(prisma);
    return [
      ...describeErased(erased, { dryRun: false }),
      ...(freed ? [] : ['The database frees the former rows later, by its own vacuum: this one could not.']),
      ...OUT_OF_REACH,
    ];
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

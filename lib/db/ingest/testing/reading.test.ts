import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { ReadAhead, type SizedFile } from '@/lib/db/ingest/reading/read-ahead';
import { readHere, readInThreads, type SourceReader } from '@/lib/db/ingest/reading/reader';
import { createTestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { documentText, issueText } from '@/lib/db/testing/texts';

let folder: IngestFolder;
beforeEach(async () => {
  folder = await makeIngestFolder();
});
afterEach(async () => folder.clear());

const textOf = (serial: number, body: string[] = ['一、要求', '多种树。']) => ({
  number: `示政发〔2022〕${serial}号`,
  title: `示例市人民政府关于第${serial}项工作的意见`,
  body,
});
const file = (name: string) => ({ path: folder.at(name), municipality: undefined });

// Threads of their own: on a busy machine they take their time.
describe('threads', { timeout: 120_000 }, () => {
  test('give what this thread gives, and its refusals', async () => {
    await folder.write('a.txt', documentText(textOf(1)));
    await folder.write('letter.txt', '今天天气很好。\n我们去公园。\n');
    const threads = readInThreads(2);
    try {
      const [there, here] = await Promise.all([threads.read(file('a.txt')), readHere().read(file('a.txt'))]);
      // Between threads a Buffer becomes what it is made of.
      const bytes = Buffer.from(there.file.bytes);
      expect({ ...there, file: { ...there.file, bytes } }).toEqual(here);
      await expect(threads.read(file('letter.txt'))).rejects.toThrow(/letter\.txt: no document found in it/);
      await expect(threads.read(file('missing.txt'))).rejects.toThrow(/missing\.txt: no such file or folder/);
    } finally {
      await threads.close();
    }
  });

  test('that a file ends lose that file alone', async () => {
    await folder.write('a.txt', documentText(textOf(1)));
    const lines = Array.from({ length: 90_000 }, (_, at) => `第${at}项按照示政发〔2020〕${at}号要求多种树。`);
    await folder.write('huge.txt', documentText(textOf(2, lines)));
    const small = readInThreads(1, { megabytes: 48, milliseconds: 60_000 });
    try {
      const read = [small.read(file('huge.txt')), small.read(file('a.txt'))];
      await expect(read[0]).rejects.toThrow(
        /huge\.txt: reading it took more than 48 MB of memory\. The other files go on/,
      );
      expect((await read[1])?.source.documents).toHaveLength(1);
    } finally {
      await small.close();
    }
    const hasty = readInThreads(1, { megabytes: 500, milliseconds: 1 });
    await expect(hasty.read(file('huge.txt'))).rejects.toThrow(/huge\.txt: reading it took longer than 0\.001 seconds/);
    await hasty.close();
  });

  test('store what one after the other does, in the order of the files', async () => {
    // The first is read last, and 2.txt and 3.txt want one address.
    await folder.write(
      '1.txt',
      documentText(
        textOf(
          1,
          Array.from({ length: 3000 }, () => '多种树。'),
        ),
      ),
    );
    await folder.write('2.txt', issueText(2022, 1, [textOf(2), textOf(3)]));
    await folder.write('3.txt', issueText(2022, 2, [textOf(2), textOf(4)]));
    await folder.write('4.txt', '');
    await folder.write('5.txt', issueText(2022, 2, [textOf(5)]));
    await folder.write('6.txt', documentText(textOf(2)));
    const snapshots = [];
    for (const jobs of [1, 3]) {
      const { prisma, drop } = await createTestDatabase();
      const { files } = await ingestPaths([folder.path], { prisma, jobs });
      const outcomes = files.map(({ path, outcome }) => [path.replace(`${folder.path}/`, ''), outcome]);
      expect(outcomes).toEqual([
        ['1.txt', 'added'],
        ['2.txt', 'added'],
        ['3.txt', 'added'],
        ['4.txt', 'failed'],
        ['5.txt', 'failed'],
        ['6.txt', 'added'],
      ]);
      snapshots.push(await takeSnapshot(prisma));
      await drop();
    }
    expect(snapshots[1]).toEqual(snapshots[0]);
    expect(snapshots[0]?.documents.map(({ slug }) => slug)).toContain('shizhengfa-2022-2-3');
  });
});

describe('reading ahead', () => {
  const files = (sizes: number[]): SizedFile[] => sizes.map((size, at) => ({ ...file(`${at}.txt`), size }));
  /** A reader that fails at one file, and counts what was begun. */
  function countingReader(fails = -1): SourceReader & { begun: string[] } {
    const begun: string[] = [];
    return {
      begun,
      read: async ({ path }) => {
        begun.push(path);
        await wait(1);
        if (path === folder.at(`${fails}.txt`)) throw new Error(path);
        return { file: { path } } as never;
      },
      close: () => Promise.resolve(),
    };
  }

  test('is limited by files and by bytes, and gives each in its turn', async () => {
    const reader = countingReader(2);
    const all = files([5, 5, 5, 100, 5, 5]);
    const ahead = new ReadAhead(all, reader, { files: 3, bytes: 20 });
    expect((await ahead.take(all[0]!)).file.path).toBe(all[0]!.path);
    await wait(5);
    // 1 and 2, and 3, which makes it more than 20 bytes.
    expect(reader.begun).toHaveLength(4);
    await ahead.take(all[1]!);
    await expect(ahead.take(all[2]!)).rejects.toThrow('2.txt');
    await wait(5);
    expect(reader.begun).toHaveLength(4);
    for (const each of all.slice(3)) expect((await ahead.take(each)).file.path).toBe(each.path);
    expect(reader.begun).toEqual(all.map(({ path }) => path));
  });

  test('of none reads when it is asked', async () => {
    const reader = countingReader();
    const all = files([5, 5]);
    const ahead = new ReadAhead(all, reader, { files: 0, bytes: 0 });
    await ahead.take(all[0]!);
    expect(reader.begun).toHaveLength(1);
    await ahead.take(all[1]!);
    expect(reader.begun).toHaveLength(2);
  });
});

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { issueText, type TextOfDocument } from '@/lib/db/testing/texts';

let database: TestDatabase;
let folder: IngestFolder;
beforeEach(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
});
afterEach(async () => Promise.all([database.drop(), folder.clear()]));

/** An issue whose document cites the next issue's. */
const textOf = (number: number, wish = '多种树。'): string => {
  const document: TextOfDocument = {
    number: `示政发〔2023〕${number}号`,
    title: `示例市人民政府关于第${number}项工作的通知`,
    body: [
      '一、总体要求',
      wish,
      '二、依据',
      `落实《示例市人民政府关于第${number + 1}项工作的通知》(示政发〔2023〕${number + 1}号)。`,
    ],
  };
  return issueText(2023, number, [document]);
};
const ingest = async () => ingestPaths([folder.path], { prisma: database.prisma });
const outcomes = async () =>
  (await ingest()).files.map(({ path, outcome }) => [path.replace(`${folder.path}/`, ''), outcome]);

/**
 * Makes the database do `statement` for each citation written, which is the last that is written of
 * a file.
 */
const atEachCitation = async (statement: string) => {
  await database.prisma.$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION disturb() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${statement}; RETURN NEW; END $$`,
  );
  await database.prisma.$executeRawUnsafe(
    'CREATE OR REPLACE TRIGGER disturb BEFORE INSERT ON "Citation" FOR EACH ROW EXECUTE FUNCTION disturb()',
  );
};

describe('bad input', () => {
  test('is told apart, file by file, and the good files go in', async () => {
    await folder.write('binary.txt', 'abc\0def');
    await folder.write(
      'broken.txt',
      Buffer.concat([Buffer.from('示例市\n人民'), Buffer.from([0xfe]), Buffer.from('政府公报发布的通知')]),
    );
    await folder.write('empty.txt', '');
    await folder.write('good.txt', textOf(1));
    await folder.write('letter.txt', '今天天气很好。\n我们去公园。\n');
    await folder.write('nameless.txt', '关于春季植树的通知\n\n各单位:\n  请多种树。\n\n  绿化委员会\n  2023年3月1日\n');
    await folder.write('picture.png', 'PNG');
    const report = await ingestPaths([folder.path, folder.at('missing')], { prisma: database.prisma });
    expect(report.files.filter(({ outcome }) => outcome === 'added').map(({ path }) => path)).toEqual([
      folder.at('good.txt'),
    ]);
    expect(report.files.flatMap(({ error }) => error?.replace(`${folder.path}/`, '') ?? [])).toEqual([
      'missing: no such file or folder. Check the path.',
      'binary.txt: it is binary, no text (it has zero bytes). Copy its text into a .txt file in UTF-8 and ingest that.',
      'broken.txt:2: byte FE (at 16 of the file) is neither UTF-8 nor does the text look like GB18030 or UTF-16. Save it in UTF-8 and look at that line.',
      'empty.txt: the file is empty. Save the text into it, or leave it out.',
      'letter.txt: no document found in it. A gazette or a single document begins with its title and ends with agency and date; `npm run parse -- FILE` shows what was read.',
      'nameless.txt: nothing in it names the municipality. Name it: --municipality 本溪市.',
    ]);
    expect(report.skipped).toEqual([folder.at('picture.png')]);
    expect(await database.prisma.sourceFile.count()).toBe(1);
  });

  test.skipIf(process.platform === 'win32')(
    'is bounded, whatever it is, and the good file goes in',
    async () => {
      execFileSync('mkfifo', [folder.at('a pipe.txt')]);
      await folder.write('headings.txt', `${textOf(2)}${'一、标题\n'.repeat(100_000)}`);
      await folder.write('pipes.txt', `${textOf(3)}${'|'.repeat(1_000_000)}`);
      await folder.write('citations.txt', textOf(4, `见${'《甲法》'.repeat(20_000)}。`));
      await folder.write('more citations.txt', textOf(6, `见${'《甲法》'.repeat(50_001)}。`));
      await folder.write('rare.txt', textOf(5, `1.甲${'𠀀'.repeat(300)}(示政发〔2022〕9号)${'𠀀'.repeat(300)}。`));
      await folder.write('good.txt', textOf(1));
      const { files } = await ingest();
      const printed = files.map(({ path, outcome, error }) => error?.replace(`${folder.path}/`, '') ?? [path, outcome]);
      expect(printed).toEqual([
        'a pipe.txt: it is a named pipe, no file. Name a file with the text in it, or leave it out.',
        [folder.at('citations.txt'), 'added'],
        [folder.at('good.txt'), 'added'],
        'headings.txt: it has 100,018 lines of text, at most 100,000 are read. Split it into one file for each issue.',
        'more citations.txt: it has 50,002 citations, at most 50,000 are stored. Split it into one file for each issue.',
        [folder.at('pipes.txt'), 'added'],
        [folder.at('rare.txt'), 'added'],
      ]);
    },
    120_000,
  );

  test('of corrections is told, whatever the database says, and the texts go in', async () => {
    const entry = (source: string) =>
      `misprints:\n  - printed: 示政发〔2023〕9号\n    right: 示政发〔2023〕19号\n    source: ${source}\n`;
    await folder.write('a/corrections.yml', entry('"a\\0b"'));
    await folder.write('b/corrections.yml', entry('原件'));
    await folder.write('c/corrections.yml', `a: ${'['.repeat(100_000)}`);
    await folder.write('good.txt', textOf(1));
    await database.prisma.$executeRawUnsafe(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
    );
    await database.prisma.$executeRawUnsafe(
      'CREATE TRIGGER refuse BEFORE INSERT ON "Correction" FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    const { files, corrections } = await ingest();
    expect(files.map(({ outcome }) => outcome)).toEqual(['added']);
    const errors = corrections.flatMap((each) => each.errors.map((error) => error.replace(`${folder.path}/`, '')));
    expect(errors).toEqual([
      'a/corrections.yml:4: source holds U+0000 or half a character, which no database stores: take it out.',
      expect.stringMatching(
        /^b\/corrections\.yml: it could not be stored, and nothing of it was kept: .*the disk is full/,
      ),
      'c/corrections.yml:1: it has more than 12 levels in each other. Compare it with the sample.',
    ]);
  });

  test('a text that names no municipality goes in under the one given', async () => {
    await folder.write('nameless.txt', '关于春季植树的通知\n\n各单位:\n  请多种树。\n\n  绿化委员会\n  2023年3月1日\n');
    const report = await ingestPaths([folder.path], { prisma: database.prisma, municipality: '样例市' });
    expect(report.files).toMatchObject([{ outcome: 'added', documents: 1 }]);
    expect((await takeSnapshot(database.prisma)).municipalities).toEqual([
      { name: '样例市', slug: 'yangli', sample: false },
    ]);
  });

  test('GB18030 goes in and is mentioned', async () => {
    // 示例市人民政府公报 … is not in Node's encoders; the document is spelled in bytes of GB2312.
    const bytes = Buffer.from(
      'b9d8d3dac2ccbbafb5c4cda8d6aa0a0ab8f7b5a5cebb3a0a20c7ebb6e0d6d6caf7a1a30a0a20c2ccbbafceafd4b1bbe10a2032303233c4ea33d4c231c8d50a',
      'hex',
    );
    await folder.write('gb.txt', bytes);
    const report = await ingestPaths([folder.path], { prisma: database.prisma, municipality: '样例市' });
    expect(report.files).toMatchObject([{ outcome: 'added', note: 'read as GB18030' }]);
    expect((await takeSnapshot(database.prisma)).documents).toMatchObject([{ title: '关于绿化的通知' }]);
  });
});

describe('a failure in the middle of a file', () => {
  test('leaves nothing of it, and the others go in', async () => {
    await atEachCitation(`IF NEW."docNumber" = '示政发〔2023〕3号' THEN RAISE EXCEPTION 'the disk is full'; END IF`);
    for (const number of [1, 2, 3]) await folder.write(`${number}.txt`, textOf(number));
    const { files } = await ingest();
    expect(files.map(({ outcome }) => outcome)).toEqual(['added', 'failed', 'added']);
    expect(files[1]?.error).toContain('2.txt: it could not be stored, and nothing of it was kept: ');
    expect(files[1]?.error).toContain('the disk is full');
    const { issues, documents } = await takeSnapshot(database.prisma);
    expect(issues.map(({ number }) => number)).toEqual([1, 3]);
    expect(documents.map(({ slug }) => slug)).toEqual(['shizhengfa-2023-1', 'shizhengfa-2023-3']);
    expect(await database.prisma.sourceFile.count()).toBe(2);
  });

  test('keeps what a changed file gave before', async () => {
    await folder.write('1.txt', textOf(1));
    await ingest();
    const before = await takeSnapshot(database.prisma);
    await atEachCitation(`RAISE EXCEPTION 'the disk is full'`);
    await folder.write('1.txt', textOf(1, '少种树。'));
    expect(await outcomes()).toEqual([['1.txt', 'failed']]);
    expect(await takeSnapshot(database.prisma)).toEqual(before);
  });
});

describe('a database that cannot be reached', () => {
  test('ends the run with its own error instead of blaming each file', async () => {
    await folder.write('1.txt', textOf(1));
    const prisma = createClient('postgresql://nobody@127.0.0.1:1/nothing');
    await expect(ingestPaths([folder.path], { prisma })).rejects.toThrow(
      'The database cannot be reached. What was stored so far is kept: run the same command again when it is back.',
    );
    await prisma.$disconnect();
  });
});

describe('two runs', () => {
  test('at once give what one gives', async () => {
    for (const number of [1, 2, 3, 4, 5]) await folder.write(`${number}.txt`, textOf(number));
    const reports = await Promise.all([ingest(), ingest(), ingest()]);
    const all = reports.flatMap(({ files }) => files.map(({ outcome }) => outcome));
    expect(all.filter((outcome) => outcome === 'added')).toHaveLength(5);
    expect(all.filter((outcome) => outcome === 'unchanged')).toHaveLength(10);
  });

  test('the first killed in the middle: the second completes, nothing doubled', { timeout: 120_000 }, async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) await folder.write(`${number}.txt`, textOf(number));
    await ingest();
    const whole = await takeSnapshot(database.prisma);
    await database.drop();
    database = await createTestDatabase();

    // Slow enough that the signal falls into the transaction of the third file.
    await atEachCitation('PERFORM pg_sleep(0.5)');
    const killed = spawn(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', folder.path], {
      env: { ...process.env, DATABASE_URL: database.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: killed.stdout })) {
      if (lines.push(line) === 2) setTimeout(() => killed.kill('SIGKILL'), 250);
    }
    if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit');
    expect(killed.signalCode).toBe('SIGKILL');
    expect(lines).toHaveLength(2);
    expect(await database.prisma.sourceFile.count()).toBe(2);

    await atEachCitation('NULL');
    expect((await outcomes()).map(([, outcome]) => outcome)).toEqual([
      'unchanged',
      'unchanged',
      'added',
      'added',
      'added',
      'added',
    ]);
    expect(await takeSnapshot(database.prisma)).toEqual(whole);
    expect((await outcomes()).map(([, outcome]) => outcome)).toEqual(Array(6).fill('unchanged'));
  });
});

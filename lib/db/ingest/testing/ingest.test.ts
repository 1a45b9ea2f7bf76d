import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths, type IngestOptions } from '@/lib/db/ingest';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';

const greening: TextOfDocument = {
  number: '示政发〔2022〕9号',
  title: '示例市人民政府关于印发《示例市绿化办法》的通知',
  body: ['一、总体要求', '多种树。', '二、附则', '本办法由市园林局解释。'],
  signed: '2022年9月1日',
};
const planting: TextOfDocument = {
  number: '示政发〔2023〕1号',
  title: '示例市人民政府关于做好春季植树工作的通知',
  body: [
    '一、总体要求',
    '按照《示例市绿化办法》要求,落实(示政发〔2022〕9号)精神。',
    '二、工作任务',
    '(一)种树。执行示政发〔2023〕2号规定。',
  ],
};
const rivers: TextOfDocument = {
  number: '示政发〔2023〕2号',
  title: '示例市人民政府关于清理河道的通知',
  body: ['一、清理范围', '全市河道。同时落实《示例市人民政府关于做好春季植树工作的通知》(示政发〔2023〕1号)。'],
};

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => database.drop());
beforeEach(async () => {
  folder = await makeIngestFolder();
  await clearDatabase(database.prisma);
});
afterEach(async () => folder.clear());

const ingest = async (names: string[] = ['.'], options: Partial<IngestOptions> = {}) => {
  const report = await ingestPaths(
    names.map((name) => folder.at(name)),
    { prisma: database.prisma, ...options },
  );
  return report.files.map(({ path, outcome, error, note }) => {
    const text = (error ?? note)?.replaceAll(`${folder.path}/`, '');
    return [path.replace(`${folder.path}/`, ''), outcome, ...(text === undefined ? [] : [text])];
  });
};
const listSlugs = async () =>
  (await database.prisma.document.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).map(
    ({ slug }) => slug,
  );
const listLinks = async () =>
  (
    await database.prisma.citation.findMany({
      select: {
        words: true,
        candidates: true,
        document: { select: { slug: true } },
        target: { select: { slug: true } },
      },
      orderBy: [{ document: { slug: 'asc' } }, { position: 'asc' }],
    })
  ).map(({ words, candidates, document, target }) => [document.slug, words, candidates, target?.slug ?? null]);

test('every spelling of an order leads to it, and counts as one number', async () => {
  const order = {
    number: '中华人民共和国国务院令第961号',
    title: '示例市人民政府转发古井保护条例的通知',
    body: ['一、保护古井。'],
  };
  const body = [
    '一、执行《古井保护条例》（国务院令第961号）。',
    '二、执行中华人民共和国国务院令第961号和国务院第961号令。',
    '三、国务院令961号另有规定的除外。',
    '四、依照国务院令第962号和《示例市古井方案（2025—2027年）（试行）》办理。',
    '五、中华人民共和国国务院令第962号另有规定的除外。',
  ];
  await folder.write('order.txt', documentText(order));
  await folder.write(
    'notice.txt',
    documentText({ number: '示政发〔2025〕3号', title: '示例市人民政府关于保护古井的通知', body }),
  );
  await ingest();
  const links = (await listLinks()).filter(([, words]) => String(words).includes('961号'));
  expect(links.map(([, , candidates, target]) => [candidates, target])).toEqual(
    Array.from({ length: 4 }, () => [1, links[0]![3]]),
  );
  expect(links[0]![3]).not.toBeNull();
  const counted = await database.prisma.citedNumber.findMany({ orderBy: { docNumber: 'asc' } });
  expect(counted.map(({ docNumber, mentions, held }) => [docNumber, mentions, held])).toEqual([
    ['国务院令第961号', 4, true],
    ['国务院令第962号', 2, false],
  ]);
});

describe('one file', () => {
  test('gives its issue, contents, documents, sections and citations', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting, rivers]));
    const report = await ingestPaths([folder.path], { prisma: database.prisma });
    expect(report.files[0]).toMatchObject({ outcome: 'added', documents: 2, sections: 6, citations: 4, linked: 2 });
    const { municipalities, issues, sections } = await takeSnapshot(database.prisma);
    expect(municipalities).toEqual([{ name: '示例市', slug: 'shili', sample: true }]);
    expect(issues).toMatchObject([{ year: 2023, number: 1, totalNumber: 1, publishedOn: new Date('2023-06-30') }]);
    expect(issues[0]?.tocGroups).toMatchObject([
      {
        heading: '示例市人民政府文件',
        entries: [{ document: { slug: 'shizhengfa-2023-1' } }, { document: { slug: 'shizhengfa-2023-2' } }],
      },
    ]);
    expect(sections.map(({ address, marker, heading }) => [address, marker, heading])).toContainEqual([
      '2.1',
      '(一)',
      '种树',
    ]);
  });

  test('ingested again changes nothing', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting, rivers]));
    await ingest();
    const before = [
      await takeSnapshot(database.prisma),
      await database.prisma.document.findMany(),
      await database.prisma.sourceFile.findMany(),
    ];
    expect(await ingest()).toEqual([['1.txt', 'unchanged']]);
    const after = [
      await takeSnapshot(database.prisma),
      await database.prisma.document.findMany(),
      await database.prisma.sourceFile.findMany(),
    ];
    expect(after).toEqual(before);
  });

  test('changed replaces what it gave, addresses kept', async () => {
    await folder.write('0.txt', documentText(rivers));
    await folder.write('1.txt', issueText(2023, 1, [planting, rivers]));
    await ingest();
    expect(await listSlugs()).toEqual(['shizhengfa-2023-1', 'shizhengfa-2023-2', 'shizhengfa-2023-2-2']);
    await folder.write('1.txt', issueText(2023, 1, [{ ...planting, body: ['一、新的要求', '少说多种。'] }, rivers]));
    expect(await ingest(['.'], { accept: true })).toEqual([
      ['0.txt', 'unchanged'],
      ['1.txt', 'replaced', '56 characters are gone, former versions keep them'],
    ]);
    expect(await listSlugs()).toEqual(['shizhengfa-2023-1', 'shizhengfa-2023-2', 'shizhengfa-2023-2-2']);
    const { sections, documents } = await takeSnapshot(database.prisma);
    expect(
      sections.filter(({ document }) => document.slug === 'shizhengfa-2023-1').map(({ heading }) => heading),
    ).toContain('新的要求');
    expect(documents.find(({ slug }) => slug === 'shizhengfa-2023-2-2')?.issue).toEqual({ year: 2023, number: 1 });
    expect(await database.prisma.sourceFile.count()).toBe(2);
  });

  test('parsed by an older parser is parsed anew', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await ingest();
    await database.prisma.sourceFile.updateMany({ data: { parserVersion: 'older' } });
    expect(await ingest()).toEqual([['1.txt', 'replaced']]);
    expect(await ingest()).toEqual([['1.txt', 'unchanged']]);
  });

  test('stored by an older version is read again when it is named; others are counted', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await folder.write('2.txt', issueText(2023, 2, [rivers]));
    await folder.write('3.txt', issueText(2022, 4, [greening]));
    await ingest();
    await database.prisma.sourceFile.updateMany({ data: { parserVersion: 'older' } });
    const report = await ingestPaths([folder.at('3.txt')], { prisma: database.prisma });
    expect(report.files.map(({ path, outcome }) => [path, outcome])).toEqual([[folder.at('3.txt'), 'replaced']]);
    expect(report.outdated).toBe(2);
  });

  test('overwritten by another issue says what is gone', async () => {
    await folder.write('newest.txt', issueText(2023, 1, [planting]));
    await ingest();
    await folder.write('newest.txt', issueText(2023, 2, [rivers]));
    expect(await ingest(['.'], { accept: true })).toEqual([
      [
        'newest.txt',
        'replaced',
        'this file held 示例市 2023年第1号 before, which is gone now; 56 characters are gone, former versions keep them',
      ],
    ]);
    expect(await listSlugs()).toEqual(['shizhengfa-2023-2']);
  });

  test('that names another municipality now takes the empty one away', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting], '样例市'));
    await ingest();
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await ingest();
    expect((await takeSnapshot(database.prisma)).municipalities).toMatchObject([{ name: '示例市' }]);
  });

  test('dry run writes nothing and needs no database', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await folder.write('2.txt', issueText(2023, 1, [rivers]));
    expect(await ingest(['.'], { prisma: null, dryRun: true })).toEqual([
      ['1.txt', 'parsed'],
      [
        '2.txt',
        'failed',
        '2.txt: 示例市 2023年第1号 is claimed by 1.txt already. Keep the better one, and take the other out.',
      ],
    ]);
    expect(await ingest(['.'], { dryRun: true })).toHaveLength(2);
    expect(await database.prisma.sourceFile.count()).toBe(0);
  });
});

describe('places', () => {
  test('a file that moved is known by its bytes', async () => {
    await folder.write('a/1.txt', issueText(2023, 1, [planting]));
    await ingest();
    await folder.move('a/1.txt', 'b/first.txt');
    expect(await ingest()).toEqual([['b/first.txt', 'unchanged', 'moved from a/1.txt']]);
    expect(await database.prisma.sourceFile.findMany({ select: { name: true, path: true } })).toEqual([
      { name: 'first.txt', path: folder.at('b/first.txt') },
    ]);
  });

  test('a copy is left out', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await folder.write('2.txt', issueText(2023, 1, [planting]));
    expect(await ingest()).toEqual([
      ['1.txt', 'added'],
      ['2.txt', 'unchanged', 'the same text as 1.txt'],
    ]);
  });

  test('two files that changed places keep what they gave', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await folder.write('2.txt', issueText(2023, 2, [rivers]));
    await ingest();
    await folder.write('1.txt', issueText(2023, 2, [rivers]));
    await folder.write('2.txt', issueText(2023, 1, [planting]));
    expect((await ingest()).map(([, outcome]) => outcome)).toEqual(['unchanged', 'unchanged']);
    await folder.write('1.txt', issueText(2023, 2, [{ ...rivers, body: ['一、新的范围', '全部。'] }]));
    expect(await ingest(['.'], { accept: true })).toEqual([
      ['1.txt', 'replaced', '47 characters are gone, former versions keep them'],
      ['2.txt', 'unchanged'],
    ]);
  });

  test('a file that moved and changed replaces what it gave', async () => {
    await folder.write('a/1.txt', issueText(2023, 1, [planting]));
    await ingest();
    await folder.remove('a/1.txt');
    await folder.write('b/1.txt', issueText(2023, 1, [planting, rivers]));
    expect(await ingest()).toEqual([['b/1.txt', 'replaced', 'takes the place of a/1.txt']]);
  });
});

describe('two files that claim the same', () => {
  test('issue, in one run: the second is refused', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await folder.write('2.txt', issueText(2023, 1, [rivers]));
    const [first, second] = await ingest();
    expect(first).toEqual(['1.txt', 'added']);
    expect(second?.[2]).toBe(
      `2.txt: 示例市 2023年第1号 is held from 1.txt already. Both files were named in this run: keep the better one, and take the other out of ${folder.path}.`,
    );
    expect(await listSlugs()).toEqual(['shizhengfa-2023-1']);
  });

  test('issue, in a later run: refused, unless it is to replace', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await ingest();
    await folder.write('2.txt', issueText(2023, 1, [rivers]));
    expect(await ingest(['2.txt'])).toEqual([
      [
        '2.txt',
        'failed',
        '2.txt: 示例市 2023年第1号 is held from 1.txt already. To take this file instead, run again with --replace; else leave it out.',
      ],
    ]);
    expect(await ingest(['2.txt'], { replace: true, accept: true })).toEqual([
      ['2.txt', 'replaced', 'takes the place of 1.txt; 56 characters are gone, former versions keep them'],
    ]);
    expect(await listSlugs()).toEqual(['shizhengfa-2023-2']);
  });

  test('standalone document: refused by number, and without one by title and day', async () => {
    const unnumbered = { title: '示例市人民政府关于夏季防汛工作的通知', body: ['一、值守', '二十四小时值守。'] };
    await folder.write('1.txt', documentText(rivers));
    await folder.write('2.txt', documentText({ ...rivers, body: ['一、范围', '另一个范围。'] }));
    await folder.write('3.txt', documentText(unnumbered));
    await folder.write('4.txt', documentText({ ...unnumbered, body: ['一、值守', '十二小时值守。'] }));
    await folder.write('5.txt', documentText({ ...unnumbered, signed: '2024年3月1日' }));
    expect((await ingest()).map(([, outcome]) => outcome)).toEqual(['added', 'failed', 'added', 'failed', 'added']);
    expect(await listSlugs()).toEqual([
      'shilishirenminzhengfuguanyuxiajifangxungongzuodetongzhi-20230301',
      'shilishirenminzhengfuguanyuxiajifangxungongzuodetongzhi-20240301',
      'shizhengfa-2023-2',
    ]);
  });
});

describe('citations', () => {
  const texts = {
    'greening.txt': issueText(2022, 4, [greening]),
    'planting.txt': issueText(2023, 1, [planting]),
    'rivers.txt': documentText(rivers),
  };
  const links = [
    ['shizhengfa-2023-1', '《示例市绿化办法》', 1, 'shizhengfa-2022-9'],
    ['shizhengfa-2023-1', '示政发〔2022〕9号', 1, 'shizhengfa-2022-9'],
    ['shizhengfa-2023-1', '示政发〔2023〕2号', 1, 'shizhengfa-2023-2'],
    ['shizhengfa-2023-2', '示政发〔2023〕1号', 1, 'shizhengfa-2023-1'],
  ];

  test('link in both directions, whatever the order of files', async () => {
    const names = Object.keys(texts);
    const snapshots = [];
    for (const order of permutations(names)) {
      await clearDatabase(database.prisma);
      for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
      for (const name of order) await ingest([name]);
      expect(await listLinks()).toEqual(links);
      snapshots.push(await takeSnapshot(database.prisma));
    }
    for (const snapshot of snapshots) expect(snapshot).toEqual(snapshots[0]);
  });

  test('to a number that two documents bear link to none, and to the one again when the other goes', async () => {
    for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
    await ingest();
    await folder.write('reprint.txt', issueText(2023, 2, [rivers]));
    await ingest();
    expect(await listLinks()).toContainEqual(['shizhengfa-2023-1', '示政发〔2023〕2号', 2, null]);
    await folder.write(
      'reprint.txt',
      issueText(2023, 2, [{ ...rivers, number: '示政发〔2023〕22号', title: '示例市人民政府关于河长的通知' }]),
    );
    await ingest();
    expect(await listLinks()).toContainEqual(['shizhengfa-2023-1', '示政发〔2023〕2号', 1, 'shizhengfa-2023-2']);
  });

  test('prefer the document of the same municipality', async () => {
    for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
    await folder.write('other.txt', issueText(2023, 2, [rivers], '样例市'));
    await ingest();
    expect(await listLinks()).toContainEqual(['shizhengfa-2023-1', '示政发〔2023〕2号', 1, 'shizhengfa-2023-2']);
  });

  test('lose their target when it is gone', async () => {
    for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
    await ingest();
    await folder.write('rivers.txt', documentText({ ...rivers, number: '示政发〔2023〕3号' }));
    await ingest();
    expect(await listLinks()).toContainEqual(['shizhengfa-2023-1', '示政发〔2023〕2号', 0, null]);
  });
});

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

import { describe, expect, test } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { engine } from '@/lib/db/search';
import { ingestPaths, type IngestOptions } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import type { TestDatabase } from '@/lib/db/testing/database';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';
import { encodeGb18030 } from '@/lib/source-files/testing/gb18030';
import { openIngestGround } from '@/lib/db/testing/ingest-ground';

const greening: TextOfDocument = {
  number: '示政发〔2022〕9号',
  title: '示例市人民政府关于加强绿化的意见',
  body: ['一、总体要求', '多种树。'],
};
const planting: TextOfDocument = {
  number: '示政发〔2023〕1号',
  title: '示例市人民政府关于做好春季植树工作的通知',
  body: ['一、总体要求', '落实示政发〔2022〕9号精神。'],
};
const rivers: TextOfDocument = {
  number: '示政发〔2023〕2号',
  title: '示例市人民政府关于清理河道的通知',
  body: ['一、清理范围', '全市河道。'],
};

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));

const run = async (names: string[] = ['.'], options: Partial<IngestOptions> = {}) => {
  const report = await ingestPaths(
    names.map((name) => folder.at(name)),
    { prisma: database.prisma, accept: true, ...options },
  );
  expect(report.files.flatMap(({ error }) => error ?? [])).toEqual([]);
  return {
    outcomes: report.files.map(({ outcome }) => outcome),
    manifests: report.manifests.map(({ path, outcome, rows, updated }) => [
      path.replace(`${folder.path}/`, ''),
      outcome,
      rows,
      updated,
    ]),
    notes: report.manifests.flatMap(({ notes }) => notes),
    errors: report.manifests.flatMap(({ errors }) => errors).map((error) => error.replace(`${folder.path}/`, '')),
  };
};
/** The topics that are stated, by the address of the document; `-` for a row of none. */
const topics = async () => {
  const rows = await database.prisma.manifestRow.findMany({
    select: { topic: true, document: { select: { slug: true } } },
    orderBy: [{ sourceFile: { name: 'asc' } }, { position: 'asc' }],
  });
  return rows.map(({ topic, document }) => [document?.slug ?? '-', topic]);
};
const csv = (...rows: string[]) => ['文件名,文号,主题分类', ...rows].join('\n');

describe('a manifest', () => {
  test('states facts of single documents and of those of an issue', async () => {
    await folder.write('a.txt', documentText(greening));
    await folder.write('b.txt', issueText(2023, 1, [planting, rivers]));
    await folder.write(
      'manifest.csv',
      [
        '\ufeff文件名;标题;文号;索引号;主题分类;有效性;发布日期;成文日期;来源网址',
        'a.txt;;;00001/2022-9;农业;有效;2022/9/2;2023-03-01;https://www.shili.gov.cn/9.html',
        'b.txt;关于清理河道的通知;;00001/2023-2;水利;;;;',
        'b.txt;;示政发[2023]1号;00001/2023-1;林业;;;;',
      ].join('\r\n'),
    );
    expect(await run()).toEqual({
      outcomes: ['added', 'added'],
      manifests: [['manifest.csv', 'read', 3, 0]],
      notes: [],
      errors: [],
    });
    expect(await topics()).toEqual([
      ['shizhengfa-2022-9', '农业'],
      ['shizhengfa-2023-2', '水利'],
      ['shizhengfa-2023-1', '林业'],
    ]);
    const [first] = await database.prisma.manifestRow.findMany({ orderBy: { sourceFile: { name: 'asc' } } });
    expect(first).toMatchObject({
      indexNumber: '00001/2022-9',
      indexKey: '00001/2022-9',
      validity: '有效',
      publishedOn: new Date('2022-09-02'),
      url: 'https://www.shili.gov.cn/9.html',
      doubt: null,
    });
    const search = async (q: string) => {
      const { number } = await engine.search(searchRequest(parseSearchParams({ q })));
      return number?.documents.map(({ slug }) => slug);
    };
    expect(await search(' ００００１/2023-2')).toEqual(['shizhengfa-2023-2']);
    expect(await search('00001/2023-3')).not.toEqual(['shizhengfa-2023-2']);
    expect(await run()).toMatchObject({
      outcomes: ['unchanged', 'unchanged'],
      manifests: [['manifest.csv', 'read', 3, 0]],
    });
  });

  test('that changes alone changes what is stated, and no text is read', async () => {
    await folder.write('a.txt', documentText(greening));
    await folder.write('b.txt', documentText(rivers));
    await folder.write('manifest.csv', csv('a.txt,,农业', 'b.txt,,水利'));
    await run();
    const before = await database.prisma.sourceFile.findMany({ select: { id: true, ingestedAt: true } });
    await folder.write('manifest.csv', csv('', 'b.txt,,水利', 'a.txt,,林业'));
    expect(await run()).toMatchObject({
      outcomes: ['unchanged', 'unchanged'],
      manifests: [['manifest.csv', 'read', 2, 1]],
    });
    expect(await topics()).toEqual([
      ['shizhengfa-2022-9', '林业'],
      ['shizhengfa-2023-2', '水利'],
    ]);
    await folder.write('manifest.csv', csv('b.txt,,水务'));
    expect((await run(['manifest.csv'])).manifests).toEqual([['manifest.csv', 'read', 1, 1]]);
    expect(await topics()).toEqual([['shizhengfa-2023-2', '水务']]);
    await folder.remove('manifest.csv');
    expect((await run()).manifests).toEqual([['manifest.csv', 'removed', 0, 0]]);
    expect(await topics()).toEqual([]);
    expect(await database.prisma.sourceFile.findMany({ select: { id: true, ingestedAt: true } })).toEqual(before);
  });

  test('with bad rows loses neither texts, nor other rows, nor what was held', async () => {
    await folder.write('a.txt', documentText(greening));
    await folder.write('b.txt', documentText(rivers));
    await folder.write('manifest.csv', '文件名,主题分类,发布日期\na.txt,农业,2022-09-02\nb.txt,水利,\n');
    await run();
    await folder.write('manifest.csv', '文件名,主题分类,发布日期\na.txt,林业,x\nb.txt,水务,\nc.txt,,\n');
    expect(await run()).toEqual({
      outcomes: ['unchanged', 'unchanged'],
      manifests: [['manifest.csv', 'read', 2, 1]],
      notes: ['line 4: there is no text c.txt', 'no row names a.txt'],
      errors: [
        'manifest.csv:2: 发布日期 “x” is no day: write it like 2023-05-01. Its row was left out, and what is held of its text stays.',
      ],
    });
    expect(await topics()).toEqual([
      ['shizhengfa-2022-9', '农业'],
      ['shizhengfa-2023-2', '水务'],
    ]);
    await folder.write('manifest.csv', Buffer.from([0, 1, 2, 0xff]));
    expect(await run()).toMatchObject({ manifests: [['manifest.csv', 'failed', 0, 0]] });
    expect(await topics()).toHaveLength(2);
  });

  test('tells rows that contradict the text, and takes none that may be wrong', async () => {
    await folder.write('a.txt', documentText(greening));
    await folder.write('b.txt', issueText(2023, 1, [planting, rivers]));
    await folder.write(
      'c.txt',
      `索引号: 00001/2024-1 主题分类: 交通\n${documentText({ ...rivers, number: '示政发〔2024〕1号' })}`,
    );
    await folder.write(
      'manifest.csv',
      [
        '文件名,标题,文号,索引号,主题分类,成文日期',
        'a.txt,,示政发〔2022〕8号,,农业,',
        'b.txt,,示政发〔2023〕3号,,水利,',
        'b.txt,,示政发〔2023〕1号,,林业,2023-03-02',
        'b.txt,,,,全部,',
        'c.txt,关于别的事的通知,示政发〔2024〕1号,00001/2024-2,公路,',
        'd/../../x.txt,,,,,',
      ].join('\n'),
    );
    const { notes, errors } = await run();
    expect(notes).toEqual([
      'line 2: a.txt: its number is not that of the text, so nothing of it was taken',
      'line 3: b.txt: its number and title are those of no document of the text, so nothing of it was taken',
      'line 4: b.txt: its signing day (成文日期) is not that of the text, which is shown',
      'line 5: b.txt: it names none of the documents of the text; write a row with number or title for each',
      'line 6: c.txt: its title is not that of the text; the text itself states another 索引号, 主题分类; both are shown',
    ]);
    expect(errors).toHaveLength(1);
    expect(await topics()).toEqual([
      ['-', '农业'],
      ['-', '水利'],
      ['shizhengfa-2023-1', '林业'],
      ['-', '全部'],
      ['shizhengfa-2024-1', '公路'],
    ]);
    expect(await database.prisma.document.findFirstOrThrow({ where: { slug: 'shizhengfa-2024-1' } })).toMatchObject({
      indexNumber: '00001/2024-1',
      indexKey: '00001/2024-1',
      topic: '交通',
    });
  });

  test('in GB18030, in JSON, in folders; the nearest one counts', async () => {
    await folder.write('2022/a.txt', documentText(greening));
    await folder.write('2023/b.txt', documentText(rivers));

    await folder.write(
      'manifest.csv',
      encodeGb18030('文件名,主题分类,标题\n2022\\a,农业、林业和其他事务,关于加强绿化的意见\nb.txt,水利\n'),
    );
    await folder.write('2023/manifest.json', JSON.stringify([{ file: 'b.txt', topic: '水务' }]));
    expect((await run()).notes).toEqual([
      `line 3: b.txt is named in ${folder.at('2023/manifest.json')}, which is nearer to it`,
    ]);
    expect(await topics()).toEqual([
      ['shizhengfa-2022-9', '农业、林业和其他事务'],
      ['shizhengfa-2023-2', '水务'],
    ]);
  });
});

describe('what was stated', () => {
  const state = async () => {
    await folder.write('in/a.txt', documentText(greening));
    await folder.write('in/manifest.csv', csv('a.txt,,农业'));
    await run();
  };

  test('goes with a text that moves, and with one that is read again', async () => {
    await state();
    await folder.move('in/a.txt', 'out/a.txt');
    await run(['out']);
    expect(await topics()).toEqual([['shizhengfa-2022-9', '农业']]);
    await database.prisma.sourceFile.updateMany({ data: { parserVersion: 'older' } });
    expect((await run(['out'])).outcomes).toEqual(['replaced']);
    expect(await topics()).toEqual([['shizhengfa-2022-9', '农业']]);
    await folder.write('out/a.txt', documentText({ ...greening, body: ['一、新的要求', '少说多种。'] }));
    await run(['out']);
    expect(await topics()).toEqual([['shizhengfa-2022-9', '农业']]);
  });

  test('goes with a folder that is renamed', async () => {
    await state();
    await folder.move('in', 'renamed');
    expect(await run(['renamed'])).toMatchObject({ outcomes: ['unchanged'], notes: [], errors: [] });
    expect(await topics()).toEqual([['shizhengfa-2022-9', '农业']]);
    const [source] = await database.prisma.sourceFile.findMany();
    expect(source?.manifestPath).toBe(folder.at('renamed/manifest.csv'));
  });

  test('does not go to another document that takes the place of the text', async () => {
    await state();
    await folder.move('in/manifest.csv', 'away/manifest.csv');
    await folder.write('in/a.txt', documentText(rivers));
    await run(['in/a.txt'], { replace: true });
    expect(await topics()).toEqual([]);
  });

  test('goes with the text that is taken out', async () => {
    await state();
    await removeSources(database.prisma, [{ named: 'a.txt', path: folder.at('in/a.txt') }]);
    expect(await topics()).toEqual([]);
  });

  test('finds its document by the number that a correction gives', async () => {
    await folder.write('a.txt', documentText(greening));
    await folder.write('manifest.csv', csv('a.txt,示政发〔2022〕19号,农业'));
    expect((await run()).notes).toHaveLength(1);
    await folder.write(
      'corrections.yml',
      'misprints:\n  - printed: 示政发〔2022〕9号\n    right: 示政发〔2022〕19号\n    source: 原件\n',
    );
    expect((await run()).notes).toEqual([]);
    expect(await topics()).toEqual([['shizhengfa-2022-9', '农业']]);
  });
});

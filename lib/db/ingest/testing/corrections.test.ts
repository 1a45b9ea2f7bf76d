import { beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { listCitingSections } from '@/lib/db/queries/citations/citing-sections';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { clearDatabase, type TestDatabase } from '@/lib/db/testing/database';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { documentText, issueText } from '@/lib/db/testing/texts';
import { openIngestGround } from '@/lib/db/testing/ingest-ground';

const greening = {
  number: '示政发〔2022〕9号',
  title: '示例市人民政府关于印发《示例市绿化办法》的通知',
  body: ['一、总体要求', '多种树。'],
};
const rivers = {
  number: '示政发〔2023〕2号',
  title: '示例市人民政府关于清理河道的通知',
  body: ['一、清理范围', '全市河道。'],
};
const flood = { title: '示例市人民政府关于夏季防汛工作的通知', body: ['一、值守', '二十四小时值守。'] };
const floodAddress = 'shili/shilishirenminzhengfuguanyuxiajifangxungongzuodetongzhi-20230301';
const planting = {
  number: '示政发〔2023〕1号',
  title: '示例市人民政府关于做好春季植树工作的通知',
  body: [
    '一、总体要求',
    '落实《示例市绿化办法》(示政发〔2022〕6号)精神,参照《防汛通知》。',
    '二、工作任务',
    '执行示政发〔2022〕6号和示政发〔2023〕2号规定。',
  ],
};
const texts = {
  'flood.txt': documentText(flood),
  'greening.txt': issueText(2022, 4, [greening]),
  'planting.txt': issueText(2023, 1, [planting]),
  'rivers.txt': documentText(rivers),
};

const entry = (fields: Record<string, string>) =>
  `  - ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n    source: 示例市人民政府办公室2023年7月来函\n`;
const everywhere = `misprints:\n${entry({ printed: '示政发〔2022〕6号', right: '示政发〔2022〕9号' })}`;

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));
beforeEach(async () => {
  for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
});

const clear = () => clearDatabase(database.prisma);
const correct = (text: string, name = 'corrections.yml') => folder.write(name, text);
const ingest = async (...names: string[]) => {
  const paths = names.length === 0 ? [folder.path] : names.map((name) => folder.at(name));
  const { corrections } = await ingestPaths(paths, { prisma: database.prisma });
  const bare = (text: string) => text.replaceAll(`${folder.path}/`, '');
  return corrections.map(({ path, outcome, entries, applied: corrected, notes, errors }) => [
    bare(path),
    outcome,
    entries,
    corrected,
    ...[...notes, ...errors].map(bare),
  ]);
};
/** Words, number meant, number printed where another is meant, target. */
const listCitations = async () =>
  (
    await database.prisma.citation.findMany({
      select: { words: true, docNumber: true, printedNumber: true, target: { select: { slug: true } } },
      orderBy: [{ document: { slug: 'asc' } }, { position: 'asc' }],
    })
  ).map(({ words, docNumber, printedNumber, target }) => [words, docNumber, printedNumber, target?.slug ?? null]);

const printed = [
  ['示政发〔2022〕6号', '示政发〔2022〕6号', null, null],
  ['《防汛通知》', null, null, null],
  ['示政发〔2022〕6号', '示政发〔2022〕6号', null, null],
  ['示政发〔2023〕2号', '示政发〔2023〕2号', null, 'shizhengfa-2023-2'],
];
const correctedNumber = ['示政发〔2022〕6号', '示政发〔2022〕9号', '示政发〔2022〕6号', 'shizhengfa-2022-9'];

describe('a misprinted number', () => {
  test('means the right one wherever it is mentioned', async () => {
    await correct(everywhere);
    expect(await ingest()).toEqual([['corrections.yml', 'added', 1, 2]]);
    expect(await listCitations()).toEqual([correctedNumber, printed[1], correctedNumber, printed[3]]);
    const [citation] = await database.prisma.citation.findMany({ where: { correctionId: { not: null } }, take: 1 });
    expect(citation).toMatchObject({ agencyCode: '示政发', year: 2022, serial: 9 });
  });

  test('of one document leaves the others as they are', async () => {
    await correct(
      `misprints:\n${entry({ printed: '示政发〔2022〕6号', right: '示政发〔2022〕9号', in: '示政发〔2023〕2号' })}`,
    );
    expect(await ingest()).toEqual([
      ['corrections.yml', 'added', 1, 0, 'line 2 fits no number yet: 示政发〔2022〕6号 in 示政发〔2023〕2号'],
    ]);
    expect(await listCitations()).toEqual(printed);
    await correct(
      `misprints:\n${entry({ printed: '示政发〔2022〕6号', right: '示政发〔2022〕9号', in: 'shili/shizhengfa-2023-1' })}`,
    );
    expect(await ingest()).toEqual([['corrections.yml', 'replaced', 1, 2]]);
    expect(await listCitations()).toContainEqual(correctedNumber);
  });

  test('of a document itself gives it the right number and leaves its address', async () => {
    await correct(
      `misprints:\n${entry({ printed: '示政发〔2023〕2号', right: '示政发〔2023〕12号', in: 'shili/shizhengfa-2023-2' })}`,
    );
    await ingest();
    const select = { docNumber: true, serial: true, printedNumber: true } as const;
    const read = () => database.prisma.document.findFirst({ where: { slug: 'shizhengfa-2023-2' }, select });
    const corrected = { docNumber: '示政发〔2023〕12号', serial: 12, printedNumber: '示政发〔2023〕2号' };
    expect(await read()).toEqual(corrected);
    // Who cites the printed number does not mean this document any more; changed and moved, it is
    // known by what it prints.
    expect(await listCitations()).toEqual([
      ...printed.slice(0, 3),
      ['示政发〔2023〕2号', '示政发〔2023〕2号', null, null],
    ]);
    await folder.remove('rivers.txt');
    await folder.write('moved/rivers.txt', documentText({ ...rivers, body: ['一、清理范围', '全部河道。'] }));
    await ingest();
    expect(await read()).toEqual(corrected);
    expect(await database.prisma.document.count({ where: { printedNumber: { not: null } } })).toBe(1);
    await correct('# nothing');
    await ingest();
    expect(await read()).toEqual({ docNumber: '示政发〔2023〕2号', serial: 2, printedNumber: null });
    expect(await listCitations()).toEqual(printed);
  });
});

describe('a citation', () => {
  const citation = (fields: Record<string, string>) =>
    `citations:\n${entry({ in: '示政发〔2023〕1号', words: '示政发（2022） 6号', means: '示政发〔2023〕2号', ...fields })}`;
  const meansRivers = ['示政发〔2022〕6号', '示政发〔2023〕2号', '示政发〔2022〕6号', 'shizhengfa-2023-2'];

  test('means another document in one section, and goes before a misprint', async () => {
    await correct(citation({ section: '2' }) + everywhere);
    await ingest();
    expect(await listCitations()).toEqual([correctedNumber, printed[1], meansRivers, printed[3]]);
  });

  test('by title means a document without number, by its address, whenever that comes', async () => {
    await correct(citation({ words: '防汛通知', means: floodAddress }));
    await ingest('planting.txt');
    const listTargets = async () => (await listCitations()).map(([words, , , target]) => [words, target]);
    expect(await listTargets()).toContainEqual(['《防汛通知》', null]);
    await ingest();
    expect(await listTargets()).toContainEqual(['《防汛通知》', floodAddress.split('/')[1]]);
    await removeSources(database.prisma, [{ named: 'flood.txt', path: folder.at('flood.txt') }]);
    expect(await listTargets()).toContainEqual(['《防汛通知》', null]);
    expect(await database.prisma.citation.count({ where: { candidates: 1, targetDocumentId: null } })).toBe(0);
  });
});

test('pages say what is printed, what is meant and who says so', async () => {
  await correct(`${everywhere}${entry({ printed: '示政发〔2023〕1号', right: '示政发〔2023〕11号' })}`);
  await ingest();
  const correction = { kind: 'misprint', source: '示例市人民政府办公室2023年7月来函' };
  const [cited, citing] = [
    await getDocument('shili', 'shizhengfa-2022-9'),
    await getDocument('shili', 'shizhengfa-2023-1'),
  ];
  expect(citing).toMatchObject({ docNumber: '示政发〔2023〕11号', printedNumber: '示政发〔2023〕1号', correction });
  expect(cited).toMatchObject({ printedNumber: null, correction: null });
  const mention = { docNumber: '示政发〔2022〕9号', printedNumber: '示政发〔2022〕6号', correction };
  expect((await listCitingSections(cited?.id ?? 0)).mentions).toMatchObject([mention, mention]);
  expect((await listCitationTargets(citing?.id ?? 0))[0]).toMatchObject(mention);
});

describe('the file', () => {
  test('gives the same in any order, and its removal restores what is printed', async () => {
    const all = `${everywhere}${entry({ printed: '示政发〔2023〕1号', right: '示政发〔2023〕11号' })}citations:\n${entry({ in: '示政发〔2023〕11号', words: '防汛通知', means: floodAddress })}`;
    const names = Object.keys(texts);
    await ingest();
    const plain = await takeSnapshot(database.prisma);
    await clear();
    await correct(all);
    await ingest();
    const corrected = await takeSnapshot(database.prisma);
    expect(corrected).not.toEqual(plain);
    for (const order of [names.toReversed(), ['planting.txt', ...names]]) {
      await clear();
      for (const name of order) await ingest(name);
      expect(await takeSnapshot(database.prisma)).toEqual(corrected);
    }
    await clear();
    await folder.move('corrections.yml', 'later/corrections.yml');
    await ingest(...names);
    expect(await takeSnapshot(database.prisma)).toEqual(plain);
    await ingest('later');
    expect(await takeSnapshot(database.prisma)).toEqual(corrected);
    await folder.remove('later/corrections.yml');
    expect(await ingest()).toEqual([['later/corrections.yml', 'removed', 0, 0]]);
    expect(await takeSnapshot(database.prisma)).toEqual(plain);
  });

  test('that is wrong changes nothing and says where, and the texts go in', async () => {
    await correct(everywhere);
    await ingest('planting.txt');
    await correct(`${everywhere}repeals:\n  - document: 示政发〔2022〕9号\n    by: 决定\n`);
    expect(await ingest()).toEqual([
      [
        'corrections.yml',
        'failed',
        0,
        0,
        'corrections.yml:6: “source” is missing. Add it: every entry wants it.',
        'corrections.yml:7: by “决定” names no document: write its number like 示政发〔2023〕1号, or its address like shili/shizhengfa-2023-1.',
      ],
    ]);
    expect(await database.prisma.document.count()).toBe(4);
    expect(await listCitations()).toContainEqual(correctedNumber);
  });

  test('keeps what only stands on another line, and what is the same in another file is refused', async () => {
    await correct(everywhere);
    await ingest();
    const before = await database.prisma.correction.findMany();
    await correct(`# a remark\n${everywhere}`);
    expect(await ingest()).toEqual([['corrections.yml', 'unchanged', 1, 2]]);
    expect(await database.prisma.correction.findMany()).toEqual(before.map((each) => ({ ...each, line: 3 })));
    await correct(everywhere, 'more/corrections.yml');
    expect((await ingest()).at(-1)?.slice(1)).toEqual([
      'failed',
      0,
      0,
      'more/corrections.yml:2: the same is corrected in corrections.yml:3 already. Keep one of them.',
    ]);
    await folder.remove('corrections.yml');
    expect(await ingest()).toEqual([['more/corrections.yml', 'added', 1, 2, 'moved from corrections.yml']]);
  });
});

describe('a file that is removed', () => {
  const remove = async (...names: string[]) => {
    const { removed, problems } = await removeSources(
      database.prisma,
      names.map((named) => ({ named, path: folder.at(named) })),
    );
    return { removed, problems: problems.map(({ message }) => message.replaceAll(`${folder.path}/`, '')) };
  };

  test('leaves no trace, and comes again as it was', async () => {
    await ingest();
    const before = await takeSnapshot(database.prisma);
    const { removed } = await remove('rivers.txt');
    expect(removed).toEqual([{ path: folder.at('rivers.txt'), documents: 1, sections: 2, citations: 0, unlinked: 1 }]);
    expect(await listCitations()).toContainEqual(['示政发〔2023〕2号', '示政发〔2023〕2号', null, null]);
    await ingest();
    expect(await takeSnapshot(database.prisma)).toEqual(before);
    await remove('flood.txt', 'greening.txt', 'planting.txt', 'rivers.txt');
    expect(await takeSnapshot(database.prisma)).toEqual({
      municipalities: [],
      issues: [],
      documents: [],
      sections: [],
      citations: [],
      clauses: [],
      citedNumbers: [],
      mentionCounts: [],
      periods: [],
      operations: [],
      keyFacts: [],
    });
  });

  test('is named by its name where one alone has it; else nothing is removed at all', async () => {
    await folder.write('other/rivers.txt', issueText(2023, 1, [rivers], '样例市'));
    await ingest();
    const named = (name: string) => ({ named: name, path: `/nowhere/${name}` });
    const { removed, problems } = await removeSources(database.prisma, ['flood.txt', 'rivers.txt', 'x.txt'].map(named));
    expect(removed).toEqual([]);
    expect(problems.map(({ message }) => message.replaceAll(`${folder.path}/`, ''))).toEqual([
      'rivers.txt: 2 held files have this name. Name one by its path: other/rivers.txt, rivers.txt.',
      'x.txt: no such file is held. Name the path from which it was ingested, or its name without folders, as the page of its document shows it.',
    ]);
    expect((await removeSources(database.prisma, [named('flood.txt')])).removed).toHaveLength(1);
    expect(await database.prisma.sourceFile.count()).toBe(4);
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '@/lib/db/stored-tree';
import { cell, definition, docxOf, list, numbered, paragraph, table } from '@/lib/source-files/testing/docx';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  const body = { body: ['一、要求', '按照示政发〔2023〕7号办理。'] };
  await folder.write(
    'letter.md',
    documentText({ number: '示政函〔2023〕3号', title: '示例市人民政府关于同意建设公园的批复', ...body }),
  );
  // 示政发〔2023〕8号 and what follows, as an old system writes it.
  const notice = documentText({ number: '示政发〔2023〕8号', title: '示例市人民政府关于修剪树木的通知', ...body });
  await folder.write('notice.txt', Buffer.from(`\ufeff${notice}`, 'utf16le'));
  await folder.write(
    'page.html',
    await readFile(path.join(import.meta.dirname, '../../../source-files/testing/fixtures/portal.html')),
  );
  await folder.write('page_files/style.css', '');
  await folder.write(
    'plan.docx',
    docxOf(
      ['示政发〔2023〕9号', '示例市人民政府关于夜间照明的意见', '各区人民政府:']
        .map((text) => paragraph(text))
        .join('') +
        numbered(1, 0, '总体要求') +
        paragraph('落实示政发〔2023〕7号。') +
        numbered(1, 0, '主要任务') +
        table(
          [
            [cell('路段'), cell('时间')],
            [cell('东湖路', '<w:vMerge w:val="restart"/>'), cell('20时')],
            [cell('', '<w:vMerge/>'), cell('21时')],
          ],
          1,
        ) +
        ['示例市人民政府', '2023年9月1日'].map((text) => paragraph(text)).join(''),
      { numbering: definition(0, ['chineseCounting %1、']) + list(1, 0) },
    ),
  );
  await folder.write('links.html', `<ul>${'<li><a href="/a">示例市人民政府的又一个通知</a></li>'.repeat(20)}</ul>`);
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

test('files of all formats go in together, and what cites another is linked', async () => {
  const report = await ingestPaths([folder.path], { prisma: database.prisma });
  const shown = report.files.map(({ path: file, outcome, documents, note, error }) => [
    path.basename(file),
    outcome,
    documents,
    note ?? error?.split(': ').at(-1),
  ]);
  expect(shown).toEqual([
    ['letter.md', 'added', 1, undefined],
    [
      'links.html',
      'failed',
      0,
      'the page holds links and no document. Open the document that it links to, save that page, and ingest it.',
    ],
    ['notice.txt', 'added', 1, 'read as UTF-16LE'],
    ['page.html', 'added', 1, undefined],
    ['plan.docx', 'added', 1, undefined],
  ]);
  expect(report.skipped.map((file) => path.basename(file))).toEqual(['page_files']);
  expect(
    report.files.map(
      ({ messages }) => messages.filter(({ rule }) => rule === 'encoding' || rule === 'navigation').length,
    ),
  ).toEqual([0, 0, 1, 1, 0]);
  expect(report.linked).toBe(3);
});

test('the sections of a Word file have the numbers that Word counts, its table the merged cells', async () => {
  const document = await database.prisma.document.findFirstOrThrow({
    where: { docNumber: '示政发〔2023〕9号' },
    include: { sections: { orderBy: { position: 'asc' } } },
  });
  expect(document.sections.map(({ address }) => address)).toEqual(expect.arrayContaining(['1', '2']));
  const cells = JSON.stringify(document.tree).match(/"rowSpan":2/g);
  expect(cells).toHaveLength(1);
  expect(readTree(document, document.slug).signedOn).toBe('2023-09-01');
});

test('the same files again change nothing', async () => {
  const report = await ingestPaths([folder.path], { prisma: database.prisma });
  expect(report.files.map(({ outcome }) => outcome)).toEqual([
    'unchanged',
    'failed',
    'unchanged',
    'unchanged',
    'unchanged',
  ]);
});

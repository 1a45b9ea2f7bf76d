import { parse } from 'content-disposition';
import { strFromU8, unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import readXlsx from 'read-excel-file/node';
import { readStrictly } from './read-strictly';
import { describe, expect, test, vi } from 'vitest';
import { findSection, outlineDocument, parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { cell, table } from '@/components/gazette/testing/tree';
import { printCsv } from '@/lib/export/files/plain/csv';
import { printEpub } from '@/lib/export/files/epub/epub';
import { FILES, type Format } from '@/lib/export/files/formats';
import { printJson } from '@/lib/export/files/plain/json';
import { printMarkdown } from '@/lib/export/files/plain/markdown';
import { respondWithDocumentFile, respondWithIssueFile } from '@/lib/export/files/responses';
import { sampleIssue } from './files';
import { printText } from '@/lib/export/files/plain/text';
import { setTitle } from '@/lib/export/files/docx/title-lines';
import { printXlsx } from '@/lib/export/files/plain/xlsx';

// Word files of whole documents: tenths of a second on a quiet machine.
vi.setConfig({ testTimeout: 30_000 });

const issue = sampleIssue();
const plan = issue.documents[0]!;
const merged = table([
  [cell('类别', { header: true }), cell('指标', { header: true }), cell('数值', { header: true })],
  [cell('绿地', { rowSpan: 2 }), cell('树'), cell('1,234.50')],
  [cell('=花'), cell('-5.2%')],
  [cell('合计', { colSpan: 2 }), cell('2023')],
]);

test('plain text keeps the source’s characters, and reads in again as the same document', () => {
  const text = printText(plan);
  const source = parseGazette(text).tree.children.find((child) => child.type === 'document')!;
  const ids = (document: ast.Document) =>
    outlineDocument(document).flatMap(({ id, children }) => [id, ...children.map((each) => each.id)]);
  expect(ids(source)).toEqual(ids(plan.tree));
  expect(text).toContain(`网址：${plan.url}\n`);
});

test('what the publisher states of a document is at the end of its files, and in no file of its issue', () => {
  const stated = { ...plan.stated, topic: '农业、林业', indexNumber: '000014/2023-00017' };
  const document = { ...plan, stated };
  expect(printText(document)).toContain('\n索引号：000014/2023-00017\n主题分类：农业、林业\n');
  expect(printMarkdown(document)).toContain('主题分类：农业、林业');
  expect(JSON.parse(printJson(document))).toMatchObject({ stated });
  for (const text of [printText(plan), printMarkdown(plan)]) expect(text).not.toMatch(/索引号：|主题分类：/);
  const pages = Object.entries(unzipSync(printEpub({ ...issue, documents: [document] })));
  expect(pages.filter(([name, bytes]) => name.endsWith('.xhtml') && strFromU8(bytes).includes('000014'))).toEqual([]);
});

test('Markdown has headings, tables and links, and does not count anew', () => {
  const html = new MarkdownIt({ html: true }).render(printMarkdown(plan));
  expect(html).toMatch(/<h3>一、现状与问题<\/h3>/);
  expect(html).toContain('<strong>（一）年度项目开工率，20分</strong>。');
  expect(html).toMatch(/<td rowspan="3">绿地与水岸<\/td>/);
  expect(html).toMatch(/<a href="https:\/\/gongbao\.example\.gov\.cn\/wenhao\//);
  expect(html).not.toContain('<ol');
});

describe('a table', () => {
  test('as CSV repeats what is merged downwards, and defuses formulas but no figures', () => {
    expect(printCsv(merged)).toBe('\ufeff类别,指标,数值\r\n绿地,树,"1,234.50"\r\n绿地,\'=花,-5.2%\r\n合计,,2023\r\n');
  });

  test('as an Excel sheet has merged cells and numbers', async () => {
    const bytes = await printXlsx(merged, '表/一');
    const [sheet] = await readXlsx(Buffer.from(bytes));
    expect(sheet).toMatchObject({
      sheet: '表 一',
      data: [
        ['类别', '指标', '数值'],
        ['绿地', '树', 1234.5],
        [null, '=花', '-5.2%'],
        ['合计', null, 2023],
      ],
    });
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).toContain('mergeCell ref="A2:A3"');
  });
});

test('an EPUB begins with its kind, as it is, and every page is well formed and in the contents', () => {
  const bytes = printEpub(issue);
  expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
  const files = unzipSync(bytes);
  const pages = Object.keys(files).filter((name) => /\.(?:xhtml|opf|xml)$/.test(name));
  for (const name of pages) expect(() => readStrictly(strFromU8(files[name]!)), name).not.toThrow();
  const nav = strFromU8(files['EPUB/nav.xhtml']!);
  const links = [...nav.matchAll(/href="([^"#]+\.xhtml)(?:#([^"]+))?"/g)];
  expect(new Set(links.map(([, page]) => page)).size).toBe(issue.documents.length + 1);
  for (const [, page, id] of links) {
    if (id !== undefined) expect(strFromU8(files[`EPUB/${page!}`]!)).toContain(`id="${id}"`);
  }
  expect(strFromU8(files['EPUB/package.opf']!)).toContain('<dc:language>zh-CN</dc:language>');
});

test('a title is set in even lines that end by sense', () => {
  expect(setTitle(['示例市人民政府', '关于', '印发', '《示例市节约用水办法》', '的通知'], 19)).toEqual([
    '示例市人民政府关于印发',
    '《示例市节约用水办法》的通知',
  ]);
  expect(setTitle([], 19)).toEqual([]);
});

describe('a response', () => {
  const find = (document: typeof plan, address: string) => {
    const found = findSection(document.tree, address);
    return found && { node: found.node, name: '附件1　表' };
  };
  const ask = (name: string) => respondWithDocumentFile(name, () => Promise.resolve(plan), find);

  test('has a Chinese name, an ASCII one for old programs, and says which page is its own', async () => {
    const response = await ask('document.md');
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const disposition = response.headers.get('content-disposition')!;
    expect(parse(disposition).parameters.filename).toMatch(/^示政发〔2023〕5号 示例市人民政府关于.*\.md$/);
    expect(disposition).toContain('filename=shizhengfa-2023-5.md');
    expect(response.headers.get('link')).toBe(`<${plan.url}>; rel="canonical"`);
  });

  test.each(FILES.table)('of a table as %s', async (format: Format) => {
    const response = await ask(`f1-biao1.${format}`);
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100);
  });

  test.each(['document.pdf', 'document', 'a-1.csv', 'a-99.txt', '..docx', 'toString.docx'])(
    'to %s names what there is',
    async (name) => {
      const response = await ask(name);
      expect(response.status).toBe(404);
      const { files } = (await response.json()) as { files: { url: string }[] };
      expect(files.map(({ url }) => url)).toContain(
        name === 'a-1.csv' ? `${plan.url}/files/a-1.docx` : `${plan.url}/files/document.docx`,
      );
    },
  );

  test('with an issue as ZIP is sent as it is made, each document as Word and text', async () => {
    const response = await respondWithIssueFile('issue.zip', () => Promise.resolve(issue));
    const files = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
    expect(files).toHaveLength(1 + 2 * issue.documents.length);
    expect(files[1]).toMatch(/^01 示政发〔2023〕5号 .*\.docx$/);
    expect(parse(response.headers.get('content-disposition')!).parameters.filename).toBe(
      '示例市人民政府公报2023年第2号.zip',
    );
  });

  test.each(['1954-06-30', '1980-01-01', '2100-01-01'])('is a ZIP for an issue of %s too', async (publishedOn) => {
    const response = await respondWithIssueFile('issue.zip', () => Promise.resolve({ ...issue, publishedOn }));
    const files = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
    expect(files).toHaveLength(1 + 2 * issue.documents.length);
  });

  test('waits for a database that does not answer', async () => {
    const response = await respondWithDocumentFile('document.txt', () => Promise.reject(new Error('gone')), find);
    expect(response.status).toBe(503);
  });
});

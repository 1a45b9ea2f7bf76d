import { decode as decodePng } from 'fast-png';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import decodeQr from 'qr/decode.js';
import { describe, expect, test, vi } from 'vitest';
import { printDocx, printIssueDocx } from './docx';
import { sampleIssue } from '@/lib/export/files/testing/files';

// Whole documents: tenths of a second on a quiet machine.
vi.setConfig({ testTimeout: 30_000 });

const issue = sampleIssue();
const bytes = await printDocx(issue.documents[0]!);
const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
const parts = unzipSync(bytes);
const xml = strFromU8(parts['word/document.xml']!);

describe('a document as a Word file', () => {
  test('has its headings as headings, with their printed numbers', () => {
    expect(html).toMatch(/<h1>示例市公共空间品质提升规划/);
    expect(html).toContain('<h2>一、现状与问题</h2>');
    expect(html).toContain('<h3>（一）工作基础</h3>');
    expect(xml).not.toContain('<w:numPr>');
  });

  test('has its text once and whole, as the page shows it', () => {
    expect(html).toContain('各县、区人民政府，市政府各部门、各直属机构：');
    expect(html.match(/示政发〔2023〕5号/g)).toHaveLength(1);
    expect(html).toContain('非正式文本，以公报原件为准');
  });

  test('has tables with merged cells and heads that are repeated', () => {
    expect(html).toMatch(/<t[dh][^>]* rowspan="3"[^>]*><p>绿地与水岸/);
    expect(xml).toContain('<w:tblHeader');
  });

  test('links citations to the portal', () => {
    expect(html).toContain('<a href="https://gongbao.example.gov.cn/wenhao/');
  });

  test('is set on the page of GB/T 9704: A4, text block 156 by 225 mm', () => {
    const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)!.slice(1).map(Number);
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)![1]);
    const millimetres = (twips: number) => Math.round((twips / 1440) * 25.4);
    expect(size.map(millimetres)).toEqual([210, 297]);
    expect(millimetres(size[0]! - margin('left') - margin('right'))).toBe(156);
    expect(millimetres(size[1]! - margin('top') - margin('bottom'))).toBe(225);
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
  });

  test('lays a table of nine columns on a landscape page', () => {
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1);
  });

  test('names the faces that may stand for those that are not installed', () => {
    expect(strFromU8(parts['word/fontTable.xml']!)).toContain('w:altName');
  });

  test('carries the address as a QR code that phones read', () => {
    const picture = parts[Object.keys(parts).find((name) => name.endsWith('.png'))!]!;
    const { width, height, channels, data } = decodePng(picture);
    expect([width, height, channels]).toEqual([width, width, 1]);
    const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => data[Math.floor(at / 3)]!);
    expect(decodeQr({ width, height, data: rgb }, { format: 'RGB', timeLimit: 10_000 })).toBe(issue.documents[0]!.url);
  });
});

test('an issue is one Word file with all its documents as first headings', async () => {
  const whole = (await mammoth.convertToHtml({ buffer: Buffer.from(await printIssueDocx(issue)) })).value;
  expect(whole.match(/<h1>/g)).toHaveLength(issue.documents.length);
});

test('an address that is too long for a QR code stands there in words', async () => {
  const document = issue.documents[0]!;
  const url = `${document.url}?q=${'%E5%85%BB'.repeat(400)}`;
  const long = unzipSync(await printDocx({ ...document, url }));
  expect(Object.keys(long).filter((name) => name.endsWith('.png'))).toEqual([]);
  expect(strFromU8(long['word/document.xml']!)).toContain(url);
});

test('control characters of the source do not spoil the file', async () => {
  const document = issue.documents[0]!;
  const spoilt = await printDocx({ ...document, title: `坏\u000b字\ud800`, tree: { ...document.tree, children: [] } });
  expect((await mammoth.extractRawText({ buffer: Buffer.from(spoilt) })).value).toContain('坏字');
});

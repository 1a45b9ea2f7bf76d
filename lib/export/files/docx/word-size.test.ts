import { describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { parseGazette } from '@/lib/gazette';
import { printZip } from '@/lib/export/files/plain/zip';
import { respondWithDocumentFile } from '@/lib/export/files/responses';
import { sampleIssue } from '@/lib/export/files/testing/files';

const issue = sampleIssue();
const withLines = (count: number) => {
  const text = `示例市人民政府关于测试的通知\n示政发〔2022〕8号\n各县：\n${'这是一段。\n'.repeat(count)}\n示例市人民政府\n2022年1月1日\n`;
  const tree = parseGazette(text).tree.children.find((child) => child.type === 'document')!;
  return { ...issue.documents[0]!, tree, links: new Map() };
};
const ask = (name: string, count: number) =>
  respondWithDocumentFile(
    name,
    () => Promise.resolve(withLines(count)),
    () => null,
  );

describe('a document that is too long for Word', { timeout: 60_000 }, () => {
  test('has every other file, and says so', async () => {
    const answer = await ask('document.docx', 21_000);
    expect(answer.status).toBe(404);
    const { error, files } = (await answer.json()) as { error: string; files: { url: string }[] };
    expect(error).toBe('内容太长，做不成 Word 文件，请取用其他格式。');
    expect(files.map(({ url }) => url.split('.').at(-1))).toEqual(['txt', 'md', 'json', 'xml']);
    expect((await ask('document.txt', 21_000)).status).toBe(200);
  });

  test('is in the issue’s ZIP as a text', async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of printZip({ ...issue, documents: [withLines(10), withLines(21_000)] })) pieces.push(piece);
    const names = Object.keys(unzipSync(Buffer.concat(pieces)));
    expect(names.map((name) => name.split('.').at(-1))).toEqual(['txt', 'docx', 'txt', 'txt']);
  });
});

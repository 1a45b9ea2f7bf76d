import { parseGazette } from '@/lib/gazette';

/**
 * Serials are moved by a thousand a copy, so that each copy is another document: 示政发〔2023〕4号,
 * 示政发〔2023〕1004号 …
 */
const renumbered = (text: string, copy: number): string =>
  copy === 0
    ? text
    : text.replace(/\d{1,5}(?=[ \u3000]{0,2}号)/g, (serial) => String((Number(serial) + 1000 * copy) % 100_000));

/**
 * Makes an issue with many times the documents of a real one.
 * No real file is so large. Masthead and contents page stay as they are (no printed contents page
 * is a hundred times as long); then the documents follow, copy by copy. The copies differ in the
 * serials at their heads; everything else is repeated, citations too.
 * @param text an issue, or one document
 */
export function enlargeIssue(text: string, times: number): string {
  const documents = parseGazette(text).tree.children.filter((node) => node.type === 'document');
  const first = documents[0]?.position.start.offset ?? 0;
  const numbers = documents
    .flatMap((document) => document.children[0]?.children ?? [])
    .filter((block) => block.type === 'numberLine');
  let enlarged = text.slice(0, first);
  for (let copy = 0; copy < times; copy++) {
    let at = first;
    for (const { position } of numbers) {
      const { start, end } = position;
      enlarged += text.slice(at, start.offset) + renumbered(text.slice(start.offset, end.offset), copy);
      at = end.offset;
    }
    enlarged += `${text.slice(at)}\n`;
  }
  return enlarged;
}

import type { Line } from '../line';

const pageNumber = /^[-—–―·•.~_|]{1,4}\d{1,4}[-—–―·•.~_|]{1,4}$|^第\d{1,4}页(?:[,/]?共\d{1,4}页)?$|^\d{1,4}\/\d{1,4}$/;
const bareNumber = /^\d{1,4}$/;
const longestHead = 44;
const gazetteName = /^[\u4e00-\u9fff]{2,20}(?:公报|政报)/;
/** 2013年第5期(总第77期) · 2013·5 … 5: what stands beside the name. */
const besideName = /[\d年第期号总()·•.,—–\-|_A-Za-z]/g;
/** A head that is printed again this often is one, if page numbers stand beside it. */
const often = 3;
/** 2022·3 市政府令, 市政府令 2022年第3期: a head that names the issue, and what of it the page holds. */
const stamped =
  /^(?:(?<before>(?:19|20)\d{2}(?:[·•]\d{1,2}|年第?\d{1,2}期))(?<words>[\u4e00-\u9fff]{2,20})|(?<name>[\u4e00-\u9fff]{2,20})(?<behind>(?:19|20)\d{2}(?:[·•]\d{1,2}|年第?\d{1,2}期)))$/;

/** A head that ends in its page: ·1·, -12-. */
const ownPage = /[\u4e00-\u9fff][-—·•.]\d{1,4}[-—·•.]$/;

/** The words of a running head without figures and year: 示例市人民政府公报. */
const headKey = (line: Line): string => line.key.replace(besideName, '');

const isText = (line: Line): boolean => line.key.length > 60 || line.kind === 'number' || line.kind === 'letterhead';

/**
 * Finds what a print sets on every page: page numbers and running heads.
 * They interrupt paragraphs and tables; as residue they do not. Heads count behind the first text.
 * @returns indexes of the lines, in order
 */
export function findPrintLines(lines: readonly Line[]): number[] {
  const found = new Set<number>();
  const text = lines.findIndex(isText);
  const names = new Set(lines.slice(0, Math.max(text, 0)).map((line) => gazetteName.exec(headKey(line))?.[0] ?? ''));
  names.delete('');
  const heads = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.key.length > longestHead) return;
    if (pageNumber.test(line.key)) found.add(index);
    if (index <= text || text < 0 || line.marker || line.docNumber) return;
    const key = headKey(line);
    if (names.has(key)) found.add(index);
    else if (key.length >= 4 && (line.kind === 'other' || line.kind === 'masthead' || line.kind === 'letterhead')) {
      const known = heads.get(key);
      if (known) known.push(index);
      else heads.set(key, [index]);
    }
  });
  // 1993年第6期 示例市公报 ·1·, above the first text too where it stands again below.
  const again = new Set([...found].map((index) => headKey(lines[index]!)).filter((key) => key.length >= 4));
  lines.slice(0, Math.max(text, 0)).forEach((line, index) => {
    if (ownPage.test(line.key) && line.key.length <= longestHead && again.has(headKey(line))) found.add(index);
  });
  for (const index of stampedHeads(lines)) found.add(index);
  const besidePage = (index: number): boolean => found.has(index - 1) || found.has(index + 1);
  for (const indexes of heads.values()) {
    const beside = indexes.filter(besidePage);
    if (beside.length >= often && beside.length >= indexes.length * 0.6) beside.forEach((index) => found.add(index));
  }
  lines.forEach((line, index) => {
    if (bareNumber.test(line.key) && besidePage(index) && index > text && !found.has(index)) found.add(index);
  });
  return [...found].sort((one, other) => one - other);
}

/** Heads that name one issue and stand at least twice, or at one page number. */
function stampedHeads(lines: readonly Line[]): number[] {
  const byIssue = new Map<string, number[]>();
  lines.forEach(({ key, marker }, index) => {
    if (key.length > longestHead || marker) return;
    const { before, behind, name } = stamped.exec(key)?.groups ?? {};
    const issue = before ?? behind;
    if (issue === undefined || gazetteName.test(name ?? '')) return;
    const known = byIssue.get(issue);
    if (known) known.push(index);
    else byIssue.set(issue, [index]);
  });
  const paged = (index: number): boolean =>
    [lines[index - 1], lines[index + 1]].some((line) => line !== undefined && pageNumber.test(line.key));
  return [...byIssue.values()].flatMap((indexes) => (indexes.length > 1 || indexes.some(paged) ? indexes : []));
}

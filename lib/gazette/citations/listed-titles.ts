import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { genreOf } from '../words/titles';
import type { Mention, Run } from './mention';
import { plainCellText, type PhrasingParent } from './phrasing-parents';

const shortestTitle = 6;
const longestTitle = 80;
/** 1. or (一) in front of a title, and a point behind it. */
const frontOfEntry = /^[^\u3400-\u9fff]{0,6}/;
const endOfEntry = /[;。,、 ]{1,4}$/;
const longestEntry = 120;
const decides = new Set<ast.Relation | undefined>(['repeals', 'amends', 'extends']);
const hasNumber = /[〔[【(]? ?\d{4} ?[〕\]】)年]? ?第?\d{1,5}号|第[\d一二三四五六七八九十百]{1,6}号/;

/**
 * Finds the bare title that is the entry of a list: no 《》, no number.
 *
 * The list says what becomes of them: 示例市渔港管理办法 | 废止. In a row of a table no cell has a number.
 */
export function findListedTitle({ folded, printed }: Run, { listed, row, cell }: PhrasingParent): Mention | null {
  if (!listed || !decides.has(listed) || folded.length > longestEntry) return null;
  const front = frontOfEntry.exec(folded)?.[0] ?? '';
  const title = folded.slice(front.length).replace(endOfEntry, '');
  if (!isTitle(title)) return null;
  if (cell && (cell.header || !row || !isOnlyTitle(row, cell))) return null;
  const start = front.length;
  const end = start + title.length;
  return { start, end, titleStart: start, citation: { title: printed.slice(start, end), relation: listed } };
}

function isTitle(words: string): boolean {
  const { length } = keyOf(words);
  return (
    length >= shortestTitle &&
    length <= longestTitle &&
    !/[,。;:《》]/.test(words) &&
    genreOf(words) !== undefined &&
    !hasNumber.test(words)
  );
}

const isOnlyTitle = (row: ast.TableRow, cell: ast.TableCell): boolean =>
  row.children.every((each) => {
    const words = plainCellText(each);
    return each === cell || !(hasNumber.test(words) || /《/.test(words) || isTitle(words));
  });

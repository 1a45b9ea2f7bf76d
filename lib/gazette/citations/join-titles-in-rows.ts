import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { genreOf } from '../words/titles';
import { plainCellText } from './phrasing-parents';
import type { PhrasingParent } from './phrasing-parents';

/** (示政发〔2017〕19号) */
const bracketsAround = 3;
const shortestTitle = 6;

/**
 * Gives a number's mention the title that stands in another cell of its row.
 * The title is no second mention then.
 */
export function joinTitlesInRows(parents: readonly PhrasingParent[]): void {
  const byCell = new Map<ast.TableCell, PhrasingParent[]>();
  for (const parent of parents) {
    if (!parent.cell) continue;
    const known = byCell.get(parent.cell);
    if (known) known.push(parent);
    else byCell.set(parent.cell, [parent]);
  }
  for (const { row, cell } of parents) {
    if (!row || !cell || cell.header) continue;
    const [number, ...further] = citationsOf(cell);
    if (!number?.docNumber || number.title || further.length > 0) continue;
    if (keyOf(plainCellText(cell)).length - keyOf(number.value).length > bracketsAround) continue;
    const [titled, ...others] = row.children.filter((each) => each !== cell && isTitle(plainCellText(each)));
    if (!titled || others.length > 0 || citationsOf(titled).some((citation) => citation.docNumber)) continue;
    number.title = plainCellText(titled)
      .trim()
      .replace(/^《(.+)》$/, '$1');
    for (const parent of byCell.get(titled) ?? []) parent.replace([...parent.children]);
  }
}

const citationsOf = (cell: ast.TableCell): ast.Citation[] =>
  cell.children.flatMap((child) =>
    child.type === 'paragraph' ? child.children.filter((node) => node.type === 'citation') : [],
  );

/** The text of a cell is the title of a document. */
function isTitle(text: string): boolean {
  const words = keyOf(text).replace(/^《(.+)》$/, '$1');
  return words.length >= shortestTitle && genreOf(words) !== undefined;
}

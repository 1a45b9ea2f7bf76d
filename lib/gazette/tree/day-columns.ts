import type * as ast from '../ast';
import { fold, keyOf } from '../words/chars';
import { readDateLine } from '../words/numbers';
import { inlineText } from './text-of';

/**
 * What a bare day in a column of a list says: the document is repealed on it, lapses on it, or
 * holds until it.
 */
export type DayColumnKind = 'repealed' | 'lapsed' | 'until';

/** Columns of days, by their places. */
export type DayColumns = ReadonlyMap<number, { kind: DayColumnKind; head: string }>;

/** Heads of columns, without blanks and brackets; 许可证有效期 is of something else. */
const heads: readonly { kind: DayColumnKind; specimen: string; words: RegExp }[] = [
  {
    kind: 'repealed',
    specimen: '废止时间',
    words: /^(?:文件)?(?:宣布|决定|予以)?(?:废止|停止执行)(?:[、/或和及]?失效)?(?:时间|日期|之?日)$/,
  },
  {
    kind: 'lapsed',
    specimen: '失效时间',
    words: /^(?:文件)?(?:宣布|自行|自动)?失效(?:[、/或和及]?废止)?(?:时间|日期|之?日)$/,
  },
  {
    kind: 'until',
    specimen: '有效期至',
    words:
      /^(?:文件)?(?:新的?)?(?:有效期限?(?:延长|延续|顺延)?(?:至|到|止|截止|截至|届满|截止至)?|(?:有效|执行|施行|实施)(?:截止|至|到)|(?:延长|延续)(?:至|到)|到期|届满)(?:时间|日期|之?日)?$/,
  },
];

/** The heads that are known, each with what its days say. */
export const dayColumnHeads = heads.map(({ specimen, kind }) => [specimen, kind] as const);

/** Reads the head of a column; null where its days say nothing of validity. */
export function readDayColumn(head: string): DayColumnKind | null {
  const key = keyOf(head).replace(/[()]/g, '');
  return heads.find(({ words }) => words.test(key))?.kind ?? null;
}

/** Finds the columns of a table whose days say when documents end. */
export function dayColumnsOf({ children }: ast.Table): DayColumns {
  const found = new Map<number, { kind: DayColumnKind; head: string }>();
  for (const row of children)
    for (const cell of row.type === 'tableRow' ? row.children : []) {
      if (!cell.header || cell.colSpan > 1) continue;
      const head = wordsOfCell(cell);
      const kind = readDayColumn(head);
      if (kind !== null) found.set(cell.column, { kind, head });
    }
  return found;
}

/** The day that a cell is: `YYYY-MM-DD`; null for one that is more, or none. */
export const dayOfCell = (cell: ast.TableCell): string | null => readDateLine(fold(wordsOfCell(cell)));

/**
 * Reads the days of a row that have the heads of their columns in front: 废止时间：2024年9月1日.
 * @param sentence the words of a row, as its citations have them
 */
export function listDayCells(sentence: string): { kind: DayColumnKind; day: string }[] {
  return sentence.split('\u3000').flatMap((cell) => {
    const [head, words, ...more] = cell.split('：');
    const kind = words === undefined || more.length > 0 ? null : readDayColumn(head!);
    const day = kind === null ? null : readDateLine(fold(words!));
    return day === null ? [] : [{ kind: kind!, day }];
  });
}

const wordsOfCell = ({ children }: ast.TableCell): string =>
  children
    .map((child) => (child.type === 'paragraph' ? inlineText(child.children) : ''))
    .join('')
    .trim();

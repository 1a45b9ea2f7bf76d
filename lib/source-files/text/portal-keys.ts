import { fold } from '@/lib/gazette/words/chars';
import { portalKey } from '@/lib/gazette/words/portal-keys';
import type { SourceBlock, CellBlock, LineBlock, TableBlock } from '@/lib/source-files/blocks';
import { cellLinesOf } from '@/lib/source-files/blocks';

/**
 * Reads the keys of a government portal's block above a text, 索引号 and 发布机构. Web pages write them as
 * tables and lists.
 */

const wholeKey = new RegExp(`^(?:${portalKey.source})$`);
const firstKey = new RegExp(`^(?:${portalKey.source})`);

/** 索引号, 索 引 号: */
const isKey = (text: string): boolean =>
  wholeKey.test(
    `${fold(text)
      .trim()
      .replace(/ {0,4}:$/, '')}:`,
  );
/** 索引号:1234 */
export const startsWithKey = (text: string): boolean => firstKey.test(fold(text).trim());

const bareKey = new RegExp(
  `^(${portalKey.source.replace(/ \{0,2\}:$/, '')})(?=[^\u4e00-\u9fff:]|(?<=分类|机构|机关|单位|来源)[\u4e00-\u9fff])`,
);

/**
 * Gives 索引号001-2023, whose colon the page draws, as `key: value`.
 * @returns null for any other line
 */
export function nameField(text: string): string | null {
  const words = text.trim();
  const key = words.length <= longestValue ? bareKey.exec(fold(words))?.[1] : undefined;
  return key === undefined || key.length === words.length ? null : `${key}: ${words.slice(key.length).trim()}`;
}

const bare = (text: string): string => text.trim().replace(/[\s\u3000]*[:：]$/, '');
const lineOf = (text: string): LineBlock => ({ type: 'line', text });
const fieldOf = (key: string, value: string): LineBlock => ({
  type: 'line',
  text: `${bare(key)}: ${value}`.trim(),
  field: true,
});
const textOf = (cell: CellBlock): string =>
  cellLinesOf(cell)
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();

/**
 * Gives the line of a key whose value is an empty cell: 主题词.
 * @returns null for any other cell
 */
export function emptyField(cell: CellBlock): LineBlock | null {
  const text = textOf(cell);
  return isKey(text) && /[:：][\s\u3000]*$/.test(text) ? fieldOf(text, '') : null;
}

/** Most fields; no portal has more. */
const mostRows = 30;

/**
 * Gives the lines `key: value` of a table with keys of a portal. Keys and values have to take
 * turns: a list of documents with the headers 名称, 文号, 发布日期 is none.
 * @returns null for any other table
 */
export function metadataLines(table: TableBlock): LineBlock[] | null {
  if (table.rows.length > mostRows) return null;
  const lines: LineBlock[] = [];
  let keys = 0;
  let pairs = 0;
  let cells = 0;
  for (const row of table.rows) {
    const texts = row.map(textOf);
    cells += texts.filter((text) => text !== '').length;
    for (let at = 0; at < texts.length; at++) {
      const text = texts[at]!;
      const next = texts[at + 1];
      if (isKey(text)) {
        keys++;
        if (next !== undefined && !isKey(next) && !startsWithKey(next)) {
          pairs++;
          at++;
          lines.push(fieldOf(text, next));
        } else lines.push(fieldOf(text, ''));
      } else if (text !== '') {
        if (startsWithKey(text)) {
          keys++;
          pairs++;
          cells++;
        }
        lines.push(lineOf(text));
      }
    }
  }
  return pairs >= 2 && pairs >= 0.6 * keys && pairs * 2 >= 0.6 * cells ? lines : null;
}

/** How far below the top keys are looked for, and the longest value. */
const headLines = 80;
const longestValue = 80;

/**
 * Joins the keys of a portal with values on lines of their own. From <dt>索引号</dt><dd>1234</dd>, for
 * example.
 */
export function joinKeys(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  let head = true;
  let title = '';
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const next = blocks[at + 1];
    if (block.type === 'line' && block.field) title = titleIn(block.text) ?? title;
    head &&= at < headLines && block.type === 'line' && !/。./.test(block.text);
    if (!head || block.type !== 'line' || block.field || !isKey(block.text)) joined.push(block);
    else if (
      next?.type === 'line' &&
      !next.title &&
      !isKey(next.text) &&
      !startsWithKey(next.text) &&
      next.text.length <= longestValue &&
      !beginsTitle(next.text, title)
    ) {
      const field = fieldOf(block.text, next.text.trim());
      title = titleIn(field.text) ?? title;
      joined.push(field);
      at++;
    } else joined.push(fieldOf(block.text, ''));
  }
  return joined;
}

/** The title that a field names, without blanks: 标题: 示例市人民政府关于修缮码头的通知. */
const titleIn = (field: string): string | undefined => /^标题:(.{6,200})$/.exec(fold(field).replace(/ +/g, ''))?.[1];

/** The title that a field has named stands again: it is no value of another key. */
function beginsTitle(text: string, title: string): boolean {
  const words = fold(text).replace(/ +/g, '');
  return words.length >= 4 && title.startsWith(words);
}

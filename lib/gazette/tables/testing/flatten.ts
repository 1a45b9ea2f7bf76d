import type { ColumnKind, TableKind } from './kinds';
import { tableKinds } from './kinds';
import type { Random } from './random';
import { sentence, thing } from './words';

/** How a table lost its lines, and what was done to it before. */
export interface Scenario {
  name: string;
  layout:
    | 'lines'
    | 'pipes'
    | 'markdown'
    | 'box'
    | 'tabbed line'
    | 'indented tabs'
    | 'aligning tabs'
    | 'wide blanks'
    | 'single blanks'
    | 'leading tabs';
  spaced?: boolean;
  /** Column whose equal neighbours are one merged cell. */
  merged?: 'first' | 'last';
  brokenCells?: boolean;
  brokenHeader?: boolean;
  /** The group and the header are printed again at a page break. */
  reprinted?: boolean;
  deleted?: boolean;
  /** A last column of remarks that are mostly empty. */
  remarks?: boolean;
  totals?: boolean;
  sections?: boolean;
  twoLevels?: boolean;
  /** Heads of words that no list of heads holds. */
  plainHeads?: boolean;
  /** No blank lines stand between rows of leading tabs. */
  unparted?: boolean;
  /** A blank line stands behind each row. */
  gapped?: boolean;
  /** Hardly anything says where the cells stand: most cannot come back. */
  lossy?: boolean;
  /** Columns of wide blanks stand below each other, and long cells go on in the next line. */
  aligned?: boolean;
  /** Only tables without 序号. */
  unnumbered?: boolean;
}

/** A table with what a reader sees of it, merged cells repeated, and its text. */
export interface RandomTable {
  kind: string;
  header: string[][];
  body: string[][];
  /** The document that the table stands in. */
  text: string;
  /** Line of the text, counted from 1, on which the table's first cell stands. */
  line: number;
}

/** A printed cell: its lines, and the columns that it spans. */
interface Cell {
  lines: string[];
  span: number;
  /** Merged with the cell above: printed nowhere. */
  above?: boolean;
}

const cell = (text: string, span = 1): Cell => ({ lines: [text], span });
const textOf = ({ lines }: Cell): string => lines.join('');

/** Two lines for a text: the first as wide as the column, the rest below it. */
function broken(random: Random, text: string): string[] {
  const cut = random.between(Math.ceil(text.length / 2), text.length - 1);
  return [text.slice(0, cut), text.slice(cut)];
}

const plainHeads = [
  '堆场',
  '料名',
  '模样',
  '谁来办',
  '到场的人',
  '要当心的',
  '缘由',
  '几成',
  '走向',
  '看点',
  '早晚',
  '旧称',
];
const roman = ['一', '二', '三', '四', '五'];

/** Rows of cells, the header's first. */
function drawRows(random: Random, kind: TableKind, scenario: Scenario): { head: Cell[][]; rows: Cell[][] } {
  const numbered = kind.columns[0]!.head[0] === '序号';
  const fixed = numbered ? 1 : 0;
  const rest = kind.columns.slice(fixed);
  const least = scenario.twoLevels ? 2 : Math.min(rest.length, numbered ? 2 : 2);
  let columns: ColumnKind[] = [
    ...kind.columns.slice(0, fixed),
    ...random.some(rest, random.chance(0.6) ? rest.length : random.between(least, rest.length)),
  ];
  const rowCount = random.between(3, 18);
  const groups = kind.groups ?? { head: '类别', values: ['第一类', '综合', '其他', '重点'] };
  let group = 0;
  let groupRows = 0;
  if (scenario.merged === 'first' || scenario.reprinted)
    columns = [
      ...columns.slice(0, fixed),
      {
        head: [groups.head],
        cell: () => {
          if (groupRows-- <= 0) {
            group++;
            groupRows = random.between(0, 4);
          }
          return groups.values[group % groups.values.length]!;
        },
      },
      ...columns.slice(fixed),
    ];
  if (scenario.remarks)
    columns = [
      ...columns.filter(({ head }) => head[0] !== '备注'),
      { head: ['备注'], cell: () => (random.chance(0.2) ? random.pick(['续建', '新开工', '已完成前期']) : '') },
    ];
  if (scenario.plainHeads) {
    const words = random.some(plainHeads, columns.length);
    columns = columns.map((each, index) => (each.head[0] === '序号' ? each : { ...each, head: [words[index]!] }));
  }
  const pair = scenario.twoLevels ? twoLevels(random) : null;
  const at = random.between(Math.min(columns.length, 2), columns.length);
  if (pair) columns = [...columns.slice(0, at), ...pair.columns, ...columns.slice(at)];
  const lastColumn = columns.length - 1;
  const rows: Cell[][] = [];
  for (let row = 0; row < rowCount; row++) rows.push(columns.map(({ cell: make }) => cell(make(random, row))));
  if (scenario.merged === 'last') {
    for (let row = 1; row < rowCount; row++)
      if (random.chance(0.4)) rows[row]![lastColumn] = { ...rows[row - 1]![lastColumn]!, above: true };
  }
  const grouped = scenario.merged === 'first' || scenario.reprinted ? fixed : -1;
  if (grouped >= 0)
    for (let row = 1; row < rowCount; row++)
      if (textOf(rows[row]![grouped]!) === textOf(rows[row - 1]![grouped]!)) rows[row]![grouped]!.above = true;
  if (scenario.brokenCells)
    for (const each of rows.flat())
      if (random.chance(0.06) && /^[\u4e00-\u9fff]{6,22}$/.test(textOf(each)))
        each.lines = broken(random, textOf(each));
  if (scenario.sections) {
    let section = 0;
    for (let row = rows.length - 1; row > 0; row--)
      if (random.chance(0.25) && section < 4) rows.splice(row, 0, [cell(`${++section}`, columns.length)]);
    rows.unshift([cell('', columns.length)]);
    let number = 0;
    for (const row of rows)
      if (row.length === 1) row[0] = cell(`${roman[number++]}、${thing(random)}类`, columns.length);
  }
  if (scenario.totals) {
    const data = rows.filter((row) => row.length === columns.length);
    const figures = columns.map((_, index) => index > 0 && data.every((row) => /^[\d.]+$/.test(textOf(row[index]!))));
    const from = figures.indexOf(true);
    const sums = figures.slice(from).map((sum) => cell(sum ? String(random.between(100, 90000)) : ''));
    if (from > 0) rows.push([cell('合计', from), ...sums]);
  }
  if (scenario.deleted) random.pick(rows.slice(1))[random.between(0, lastColumn)]!.lines = [''];
  const headLines = (head: string[]): string[] =>
    scenario.brokenHeader && head.length > 1 && random.chance(0.8) ? head : [head.join('')];
  const head: Cell[][] = pair
    ? [
        [
          ...columns.slice(0, at).map((each) => ({ lines: headLines(each.head), span: 1 })),
          cell(pair.head, pair.columns.length),
          ...columns.slice(at + pair.columns.length).map((each) => ({ lines: headLines(each.head), span: 1 })),
        ],
        columns.map((each, index) =>
          index >= at && index < at + pair.columns.length
            ? cell(each.head.join(''))
            : { lines: [each.head.join('')], span: 1, above: true },
        ),
      ]
    : [columns.map((each) => ({ lines: headLines(each.head), span: 1 }))];
  return { head, rows };
}

/** A head that spans columns with heads of their own. */
function twoLevels(random: Random): { head: string; columns: ColumnKind[] } {
  const number = (head: string): ColumnKind => ({ head: [head], cell: () => String(random.between(10, 9000)) });
  return random.pick([
    { head: '投资(万元)', columns: ['总投资', '其中:中央', '地方'].map(number) },
    { head: '资金来源(万元)', columns: ['财政资金', '自筹'].map(number) },
    { head: '分年度目标', columns: ['2023年', '2024年', '2025年'].map(number) },
    { head: '面积(亩)', columns: ['水田', '旱地'].map(number) },
    { head: '编制数', columns: ['行政', '事业', '工勤'].map(number) },
  ]);
}

/** The grid a reader sees. */
function expand(rows: readonly Cell[][]): string[][] {
  return rows.map((row) => row.flatMap((each) => new Array<string>(each.span).fill(textOf(each))));
}

const pad = (text: string, width: number): string => text + '　'.repeat(Math.max(0, width - text.length));

/** The lines of a table in a layout. */
function layOut(random: Random, head: readonly Cell[][], rows: readonly Cell[][], scenario: Scenario): string[] {
  const all = [...head, ...rows];
  const count = rows[0]!.reduce((sum, { span }) => sum + span, 0);
  const printed = (row: readonly Cell[]): string[] =>
    row.flatMap((each) => [each.above ? '' : textOf(each), ...new Array<string>(each.span - 1).fill('')]);
  switch (scenario.layout) {
    case 'pipes':
      return all.map((row) => {
        const cells =
          scenario.merged || scenario.twoLevels ? row.filter((each) => !each.above).map(textOf) : row.map(textOf);
        return `${cells.join(' | ')} |`;
      });
    case 'markdown': {
      const lines = all.map((row) => `| ${printed(row).join(' | ')} |`);
      return [lines[0]!, `|${' --- |'.repeat(count)}`, ...lines.slice(1)];
    }
    case 'box': {
      const widths = Array.from({ length: count }, (_, at) => Math.max(...all.map((row) => printed(row)[at]!.length)));
      const rule = (left: string, middle: string, right: string): string =>
        left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
      const lines = all.map(
        (row) =>
          `│${printed(row)
            .map((text, at) => pad(text, widths[at]!))
            .join('│')}│`,
      );
      return [
        rule('┌', '┬', '┐'),
        ...lines.flatMap((line, at) => (at === 0 ? [line] : [rule('├', '┼', '┤'), line])),
        rule('└', '┴', '┘'),
      ];
    }
    case 'tabbed line':
      return all.map((row) => printed(row).join('\t').replace(/\t+$/, ''));
    case 'indented tabs':
      return all.map((row) => `\t${printed(row).join('\t').replace(/\t+$/, '')}`);
    case 'aligning tabs':
      // One tab or two behind a cell, as it is long or short; empty cells are not to be seen.
      return all.map(
        (row) =>
          `\t${row
            .map(textOf)
            .map((text) => text + '\t'.repeat(random.between(1, 2)))
            .join('')
            .trimEnd()}`,
      );
    case 'single blanks':
      return all.map((row) => row.map(textOf).filter(Boolean).join(' '));
    case 'wide blanks':
      if (scenario.aligned) return alignedRows(all.map((row) => row.map(textOf)));
      return all.map((row) => row.map(textOf).join(' '.repeat(random.between(2, 5))));
    case 'leading tabs':
      return all.flatMap((row) => [
        ...row.map((each) => (each.above ? '\t' : `\t${textOf(each)}`)),
        ...(scenario.unparted ? [] : ['']),
      ]);
    case 'lines':
      return plainLines(random, head, rows, scenario);
  }
}

/** Cells of so many characters are as wide as their column. */
const widest = 14;

function alignedRows(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, at) => Math.min(widest, Math.max(...rows.map((row) => row[at]!.length))));
  return rows.flatMap((row) => {
    const height = Math.max(...row.map((text) => Math.ceil(text.length / widest)));
    return Array.from({ length: height }, (_, line) =>
      row
        .map((text, at) => wide(text.slice(line * widest, (line + 1) * widest), widths[at]! + 2))
        .join('')
        .trimEnd(),
    );
  });
}

/** A text filled up to so many full characters; Latin ones are half as wide. */
function wide(text: string, width: number): string {
  const half = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
  return text + '　'.repeat(Math.floor((width * 2 - half) / 2)) + ' '.repeat(half % 2);
}

function plainLines(random: Random, head: readonly Cell[][], rows: readonly Cell[][], scenario: Scenario): string[] {
  const headLines = head
    .flat()
    .filter(({ above }) => !above)
    .flatMap(({ lines }) => lines);
  const groups: string[][] = rows.map((row) =>
    row
      .filter(({ above }) => !above)
      .flatMap(({ lines }) => lines)
      .filter((line) => line !== ''),
  );
  if (scenario.reprinted && rows.length > 5) {
    const at = random.between(3, rows.length - 1);
    const column = rows[0]!.length > 0 && headLines[0] === '序号' ? 1 : 0;
    const label = textOf(rows[at]![column]!);
    if (random.chance(0.5)) groups[at] = [...headLines, ...groups[at]!];
    if (rows[at]![column]!.above && random.chance(0.7)) {
      const lines = rows[at]!.flatMap((each, index) => (index === column ? [label] : each.above ? [] : each.lines));
      groups[at] =
        groups[at]!.length > headLines.length + 1 && groups[at]![0] === headLines[0] ? [...headLines, ...lines] : lines;
    }
  }
  if (scenario.gapped) return [headLines, ...groups].flatMap((row) => [...row, '']);
  const lines = [...headLines, ...groups.flat()];
  return scenario.spaced ? lines.flatMap((line) => [line, '']) : lines;
}

const opening = [
  '云汀市人民政府办公室文件', '云政办发〔2024〕21号', '云汀市人民政府办公室关于印发云汀市专项工作方案的通知', '各县、区人民政府：',
  '现将《云汀市专项工作方案》印发给你们，请结合实际认真贯彻执行。', '云汀市人民政府办公室', '2024年7月2日', '云汀市专项工作方案', '一、总体安排',
]; // prettier-ignore

const closings: ((random: Random) => string[])[] = [
  (random) => ['二、保障措施', sentence(random) + sentence(random) + sentence(random)],
  (random) => [`注：${sentence(random)}`, '二、保障措施', sentence(random) + sentence(random)],
  (random) => ['附件2', `云汀市${thing(random)}工作要求`, `各单位要${sentence(random)}${sentence(random)}`],
  (random) => [
    '抄送：市委办公室，市人大办公室，市政协办公室。',
    ...(random.chance(0.5) ? ['云汀市人民政府办公室2024年7月3日印发'] : []),
  ],
  () => [],
];

/** Draws a random table, flattens it, and puts it into a document. */
export function drawTable(random: Random, scenario: Scenario): RandomTable {
  const kinds = tableKinds.filter((kind) => !scenario.unnumbered || kind.columns[0]!.head[0] !== '序号');
  const kind = random.pick(kinds);
  const { head, rows } = drawRows(random, kind, scenario);
  const lines = layOut(random, head, rows, scenario);
  const before = [...opening, sentence(random) + sentence(random)];
  if (random.chance(0.7))
    before.push(
      `${random.chance(0.5) ? '表1　' : ''}云汀市${thing(random)}${random.pick(['明细表', '情况表', '清单', '一览表'])}`,
    );
  if (random.chance(0.2)) before.push(random.pick(['单位：万元', '单位：个、万元']));
  if (scenario.spaced) before.splice(0, before.length, ...before.flatMap((line) => [line, '']));
  const closing = random.pick(closings)(random);
  return {
    kind: kind.name,
    header: expand(head),
    body: expand(rows),
    text: [...before, ...lines, ...closing, ''].join('\n'),
    line: before.length + 1,
  };
}

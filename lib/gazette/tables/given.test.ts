import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGazette, rowsOf } from '@/lib/gazette';
import type { GivenTable } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import {
  brokenColumns,
  brokenNesting,
  brokenPoints,
  brokenTiling,
  brokenValues,
} from '@/lib/gazette/testing/invariants';
import { walk } from '@/lib/gazette/tree/walk';

/** `words`, `*words` for a header cell, `words 2×3` for spans. */
function given(before: string[], rows: string[][], after: string[] = []): { text: string; tables: GivenTable[] } {
  let text = ['示例市人民政府关于绿化的通知', ...before].map((line) => `${line}\n\n`).join('');
  const start = text.length;
  const cells = rows.map((row) =>
    row.map((cell) => {
      const [, mark, words = '', rowSpan = '1', colSpan = '1'] = /^(\*?)(.*?)(?: (\d+)×(\d+))?$/.exec(cell)!;
      const from = text.length;
      if (words !== '') text += `${words.replaceAll('/', '\n')}\n`;
      return {
        header: mark === '*',
        rowSpan: Number(rowSpan),
        colSpan: Number(colSpan),
        start: from,
        end: text.length,
      };
    }),
  );
  const tables = [{ start, end: text.length, rows: cells }];
  return { text: `${text}\n${after.join('\n\n')}`, tables };
}

function tableOf({ text, tables }: { text: string; tables: GivenTable[] }): ast.Table | undefined {
  const { tree } = parseGazette(text, { tables });
  expect(
    [brokenTiling(text, tree), brokenNesting(tree), brokenValues(text, tree), brokenPoints(text, tree)].flat(),
  ).toEqual([]);
  expect(brokenColumns(tree)).toEqual([]);
  let found: ast.Table | undefined;
  walk(tree, (node) => {
    if (node.type === 'table') found ??= node;
  });
  return found;
}

const wordsOf = (cell: ast.TableCell): string =>
  cell.children
    .map((child) => ('children' in child ? child.children.map(({ value }) => value).join('') : ''))
    .join('/');
const shown = (table: ast.Table | undefined): string[][] | undefined =>
  table &&
  rowsOf(table).map((row) =>
    row.children.map(
      (cell) =>
        `${cell.header ? '*' : ''}${wordsOf(cell)}${cell.rowSpan * cell.colSpan > 1 ? ` ${cell.rowSpan}×${cell.colSpan}` : ''}${cell.inferred ? ' ?' : ''}`,
    ),
  );

describe('a table that the file drew', () => {
  test('is taken as it is, whatever its cells look like', () => {
    const rows = [
      ['*区 2×1', '*面积 1×2'],
      ['*今年', '*明年'],
      ['附件1 2×1', '一、甲/二、乙', '示政发〔2023〕1号'],
      ['2023年1月2日 1×2'],
    ];
    const table = tableOf(given(['一、要求'], rows, ['二、保障']));
    expect(table).toMatchObject({ confidence: 'certain', columns: 3 });
    expect(shown(table)).toEqual(rows);
  });

  test('has a header where its first row names columns, if the file marks none', () => {
    expect(
      shown(
        tableOf(
          given(
            [],
            [
              ['序号', '项目名称', '2023年'],
              ['1', '公园', '3'],
            ],
          ),
        ),
      )?.[0],
    ).toEqual(['*序号', '*项目名称', '*2023年']);
    expect(
      shown(
        tableOf(
          given(
            [],
            [
              ['东湖区', '公园', '3'],
              ['西山区', '绿道', '4'],
            ],
          ),
        ),
      )?.[0],
    ).toEqual(['东湖区', '公园', '3']);
  });

  test('loses rows and columns that only its frame has', () => {
    const table = tableOf(given([], [['甲 1×7', '乙 1×3'], [], ['丙 1×7', '丁 1×3']]));
    expect(table).toMatchObject({ confidence: 'certain', columns: 2 });
    expect(shown(table)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  test('is inferred where a row is short or a span runs over its end', () => {
    const table = tableOf(given([], [['甲 9×1', '乙', '丙'], ['丁']]));
    expect(table).toMatchObject({ confidence: 'inferred', columns: 3 });
    expect(shown(table)).toEqual([
      ['甲 2×1', '乙', '丙'],
      ['丁', ' ?'],
    ]);
  });

  test.each([
    [['绿化任务分工表'], ['绿化任务分工表']],
    [
      ['表1 绿化面积', '单位:公顷'],
      ['表1 绿化面积', '单位:公顷'],
    ],
    [
      ['各区绿化资金汇总', '金额单位:万元'],
      ['各区绿化资金汇总', '金额单位:万元'],
    ],
    [['一、各区任务见下表。'], undefined],
  ])('below %j has the caption %j', (before, caption) => {
    const table = tableOf(
      given(
        ['各区人民政府:', ...before],
        [
          ['甲', '乙'],
          ['丙', '丁'],
        ],
      ),
    );
    expect(table?.caption?.map(({ value }) => value)).toEqual(caption);
  });

  test('is left as text where its cells do not hold its lines', () => {
    const { text, tables } = given(
      [],
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    );
    const [table] = tables;
    expect(tableOf({ text, tables: [{ ...table!, rows: [table!.rows[0]!] }] })).toBeUndefined();
    expect(tableOf({ text, tables: [{ ...table!, end: table!.end + 1000 }] })).toBeDefined();
  });
});

test('no table that is given makes the parser throw or lose a character', () => {
  const { text } = given(
    ['一、要求', '附件1'],
    [
      ['甲', '乙'],
      ['丙', '丁'],
    ],
    ['示例市人民政府', '2023年1月2日'],
  );
  const offset = fc.integer({ min: -2, max: text.length + 2 });
  const cell = fc.record({
    header: fc.boolean(),
    rowSpan: fc.integer({ min: -1, max: 9 }),
    colSpan: fc.integer({ min: -1, max: 999 }),
    start: offset,
    end: offset,
  });
  const table = fc.record({
    start: offset,
    end: offset,
    rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(table, { maxLength: 3 }), (tables) => {
      const { tree } = parseGazette(text, { tables });
      expect([brokenTiling(text, tree), brokenNesting(tree), brokenColumns(tree)]).toEqual([[], [], []]);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { walk } from '@/lib/gazette/tree/walk';
import { tableReasons, type TableReason } from './reasons';

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Lines of a table that is not rebuilt, for each reason. */
const specimens: Record<TableReason, readonly string[]> = {
  blankForm: ['申请人姓名', '联系电话', '工作单位', '申请事由', '主管部门意见', '(盖章)', '年 月 日'],
  looseCells: ['甲', '3', '4', '乙', '5', '6', '丙', '7', '8', '丁', '9', '10'],
  noHeader: ['序号', '站点', '', '80%', '', '柳河闸'],
  tooManyCells: ['序号', '站点', '水位', ...range(1000).flatMap((serial) => [`${serial}`, '柳河闸', '3.5']), '东岭闸'],
  tooFewCells: ['序号', '站点', '水位', '责任单位', '1', '柳河闸'],
  tooFewRows: ['序号', '站点', '水位', '1', '柳河闸', '3.5'],
  irregularColumns: ['类别', '人数', '培训对象', '班次', '时长'],
  unclearHeads: ['站点 | 投资 | 人数 | 责任单位', '总数 | 一期', '柳河闸 | 30 | 20 | 4 | 市水务局', '北塘闸 | 50 | 10 | 3 | 市水务局'],
  oneColumn: ['| 柳河闸 |', '| 北塘闸 |', '| 东岭闸 |'],
  tooManyColumns: ['柳河闸', '北塘闸'].map((name) => [name, ...range(20)].join(' | ')),
  headerOnly: ['序号 | 站点 | 水位 |', '编号 | 名称 | 备注 | 说明'],
  shortFirstRow: ['柳河闸 | 3.5', '北塘闸 | 4.5 | 市水务局', '东岭闸 | 2.5 | 市水务局'],
  shortRow: ['序号 | 站点 | 水位 | 流量 | 面积 | 库容 | 责任单位', '1 | 柳河闸 | 3 | 4 | 5 | 6 | 市水务局', '2 |'],
  headerMisfit: ['\t站点名称', '\t水位', '\t责任单位', '', '\t柳河闸', '\t3.5', '\t市水务局', '\t北塘闸', '\t4.5'],
  missingCell: ['\t站点名称', '\t水位', '\t责任单位', '\t柳河闸', '\t3.5', '\t市水务局', '\t北塘闸'],
}; // prettier-ignore

function tableIn(lines: readonly string[]): ReturnType<typeof parseGazette> & { table: ast.Table | undefined } {
  const head = [
    '示例市人民政府办公室文件',
    '示政办发〔2023〕9号',
    '示例市人民政府办公室关于防汛的通知',
    '各区人民政府:',
  ];
  const result = parseGazette([...head, '指标见下表:', ...lines, ''].join('\n'));
  let table: ast.Table | undefined;
  walk(result.tree, (node) => {
    if (node.type === 'table') table ??= node;
  });
  return { ...result, table };
}

describe('a table that is not rebuilt', () => {
  it.each(Object.keys(tableReasons) as TableReason[])('says why: %s', (reason) => {
    const { table, messages } = tableIn(specimens[reason]);
    expect(table).toMatchObject({ confidence: 'unreconstructed', reason });
    expect(messages).toContainEqual(
      expect.objectContaining({ rule: 'table-unreconstructed', reason: tableReasons[reason] }),
    );
  });
});

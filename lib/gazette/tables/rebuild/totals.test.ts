import { describe, expect, it } from 'vitest';
import { parseGazette, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { walk } from '@/lib/gazette/tree/walk';

/** Columns of the cells with words of each row below the heads. */
function bodyOf(lines: readonly string[]): string[] {
  const head = ['示例市人民政府办公室关于渡口的通知', '各区人民政府:', '渡口见下表:'];
  const rows: string[] = [];
  walk(parseGazette([...head, ...lines, ''].join('\n')).tree, (node: ast.Node) => {
    if (node.type !== 'table') return;
    for (const { children } of rowsOf(node)) {
      const words = children.flatMap(({ column, colSpan, children: [first] }) => (first ? `${column}+${colSpan}` : []));
      rows.push(words.join(' '));
    }
  });
  return rows.slice(1);
}

const rows = ['1 柳渡 DZ-1 3 艘 50 河东', '2 石渡 DZ-2 5 艘 70 河西', '3 沙渡 DZ-3 4 艘 20 河南'];
const heads = '序号 名称 型号 数量 单位 单价 地点';

describe('sums of a total row', () => {
  it('stand below the figures that they are of, wherever the cells came from', () => {
    const total = '0+3 3+1 5+1';
    expect(bodyOf([heads, ...rows, '合计 12 140'].flatMap((row) => row.split(' '))).at(-1)).toBe(total);
    expect(bodyOf([heads, ...rows, '合计 12 140'].map((row) => row.split(' ').join(' | '))).at(-1)).toBe(total);
  });

  it('stay where they were read where there are more or fewer of them than of columns of figures', () => {
    expect(bodyOf([heads, ...rows, '合计 12'].map((row) => row.split(' ').join(' | '))).at(-1)).not.toBe('0+3 3+1');
  });
});

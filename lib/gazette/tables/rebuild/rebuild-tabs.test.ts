import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { walk } from '@/lib/gazette/tree/walk';

describe('tables whose cells are opened by tabs', () => {
  it('are not cut into rows that are shorter than the header, even where that divides evenly', () => {
    const { tree } = parseGazette(
      '示例市人民政府办公室文件\n示政办发〔2023〕9号\n示例市人民政府办公室关于图书漂流的通知\n各区人民政府:\n指标见下表:\n\t指标名称\n\t单位\n\t目标值\n\t漂流点数量\n\t处\n\t30\n\n\t\n漂流图书\n\n\t\n\t册\n\t9000\n',
    );
    const found: string[] = [];
    walk(tree, (node: ast.Node) => {
      if (node.type === 'table') found.push(node.confidence);
    });
    expect(found).toEqual(['unreconstructed']);
  });
});

import { describe, expect, it } from 'vitest';
import { readLines } from '../lines/read-lines';
import { Source } from '../source';
import { readContents } from './contents';
import { contentsEnd } from './contents-end';

/** Contents from the first line to the last: headings with =, entries with number and page. */
function contentsOf(...text: string[]): string[] {
  const source = new Source(['目录', ...text].join('\n'));
  const lines = readLines(source);
  const { groups } = readContents(source, lines, { label: 0, from: 1, to: lines.length });
  return groups.flatMap((group) => [
    ...(group.heading === '' ? [] : [`= ${group.heading}`]),
    ...group.children.map((node) => {
      if (node.type === 'text') return '';
      if (node.type === 'residue') return `~ ${node.value.trim()}`;
      return [node.title, node.docNumber?.canonical, node.page].filter((each) => each !== undefined).join(' ');
    }),
  ]).filter((line) => line !== ''); // prettier-ignore
}

/** The line, counted from 1 and the label 目录 aside, behind the contents. */
const endOf = (...text: string[]): number => contentsEnd(readLines(new Source(['目录', ...text].join('\n'))), 1);

describe('the contents of an issue', () => {
  it('have groups of entries, and page numbers of their own', () => {
    expect(contentsOf('【市政府文件】', '示例市人民政府关于修桥的意见……3', '— 1 —', '【人事任免】', '示例市人民政府任免通知……9')).toEqual([
      '= 市政府文件', '示例市人民政府关于修桥的意见 3', '~ — 1 —', '= 人事任免', '示例市人民政府任免通知 9',
    ]); // prettier-ignore
  });

  it('have entries of several lines, whose number stands behind, above or below', () => {
    expect(contentsOf('示例市人民政府关于', '修桥的意见', '(示政发〔2020〕3号)……3', '示例市人民政府关于清网的通告……6')).toEqual([
      '示例市人民政府关于修桥的意见 示政发〔2020〕3号 3', '示例市人民政府关于清网的通告 6',
    ]); // prettier-ignore
    expect(contentsOf('示政发〔2020〕3号', '示例市人民政府关于修桥的意见')).toEqual([
      '示例市人民政府关于修桥的意见 示政发〔2020〕3号',
    ]);
  });

  it('have entries beside each other, each on two lines, and leave what is no such pair', () => {
    expect(
      contentsOf('示例市人民政府关于修缮          示例市人民政府关于清理', '  旧桥的意见 …………（3）       渔网的通告 ……………（6）'),
    ).toEqual([
      '示例市人民政府关于修缮旧桥的意见 3', '示例市人民政府关于清理渔网的通告 6',
      '~ 旧桥的意见 …………（3）', '~ 渔网的通告 ……………（6）',
    ]); // prettier-ignore
    expect(contentsOf('示例市人民政府关于修缮', '旧桥的意见……3    示例市人民政府关于清理渔网的通告……6')).toEqual([
      '示例市人民政府关于修缮旧桥的意见 3',
      '示例市人民政府关于清理渔网的通告 6',
    ]);
  });

  it('end at the first number or title that stands again, with the title above it', () => {
    const entries = ['示例市人民政府关于修桥的意见……3', '示例市人民政府关于清网的通告……6'];
    expect(endOf(...entries, '示例市人民政府关于修桥的意见', '示政发〔2020〕3号', '各区人民政府:')).toBe(3);
    expect(endOf('示例市人民政府关于修桥的意见(示政发〔2020〕3号)……3', '示例市人民政府文件', '示政发〔2020〕3号')).toBe(
      2,
    );
    expect(endOf('示政发〔2020〕3号', '示例市人民政府关于修桥的意见', '示例市人民政府文件', '示政发〔2020〕3号')).toBe(
      3,
    );
  });

  it('end above a title that no entry has, where the line above it ends in a page', () => {
    const entries = ['示例市人民政府关于修缮和养护……3', '示例市人民政府任免通知……9'];
    expect(endOf(...entries, '示例市人民政府', '关于修桥的意见', '示政发〔2020〕3号', '各区人民政府:')).toBe(3);
  });

  it('end above a paragraph or an addressee, where nothing stands again', () => {
    expect(endOf('修桥的意见 3', '清网的通告 6', '示例市修桥工作方案', '各区、县人民政府,市政府各部门:')).toBe(3);
  });
});

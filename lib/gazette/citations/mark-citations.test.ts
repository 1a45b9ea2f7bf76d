import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { citationsOf } from '@/lib/gazette/testing/invariants';
import { walk } from '@/lib/gazette/tree/walk';

const head = '示例市人民政府文件\n示政发〔2024〕6号\n示例市人民政府关于修缮灯塔的通知\n各县、区人民政府:\n';
const parseBody = (body: string) => parseGazette(`${head}${body}\n示例市人民政府\n2024年7月1日\n`);
const said = (body: string): string[] =>
  citationsOf(parseBody(body).tree).map(({ relation, docNumber, through, title, locator }) =>
    [relation, docNumber?.canonical, through?.canonical, title, locator].filter(Boolean).join(' '),
  );

describe('what a text mentions', () => {
  it.each([
    ['依照《灯塔条例》第十二条第二款、第三款执行。', ['implements 灯塔条例 第十二条第二款、第三款']],
    ['按照《灯塔办法》(示政发〔2020〕3号)附件2的要求办理。', ['implements 示政发〔2020〕3号 灯塔办法 附件2']],
    ['违反《灯塔条例》第三十条第(二)项的,不得点灯。', ['cites 灯塔条例 第三十条第(二)项']],
    ['依据《灯塔办法》的第三章办理。', ['implements 灯塔办法 第三章']],
    ['《灯塔办法》附件如下。', ['cites 灯塔办法']],
    ['详见示政发〔2020〕1—5号。', ['cites 示政发〔2020〕1号 示政发〔2020〕5号']],
    ['详见示政发〔2020〕1号至5号。', ['cites 示政发〔2020〕1号 示政发〔2020〕5号']],
    ['详见示政发〔2020〕1号至示政发〔2020〕5号。', ['cites 示政发〔2020〕1号 示政发〔2020〕5号']],
    ['详见示政发〔2020〕9号至示政发〔2021〕5号。', ['cites 示政发〔2020〕9号', 'cites 示政发〔2021〕5号']],
    [
      '详见示政发〔2019〕6、7、8号。',
      ['cites 示政发〔2019〕6号', 'cites 示政发〔2019〕7号', 'cites 示政发〔2019〕8号'],
    ],
    ['详见示政发〔2019〕6号、9号,各3份。', ['cites 示政发〔2019〕6号', 'cites 示政发〔2019〕9号']],
    ['详见示政发〔2019〕6号、2021年起执行。', ['cites 示政发〔2019〕6号']],
    ['详见示政发〔98〕12号。', ['cites 示政发〔1998〕12号']],
    ['详见示政发2018年58号。', ['cites 示政发〔2018〕58号']],
    ['《灯塔通知》(示政发〔2018〕58)已公布。', ['cites 示政发〔2018〕58号 灯塔通知']],
    ['按照《灯塔办法》(试行)(示政规〔2020〕1号)执行。', ['implements 示政规〔2020〕1号 灯塔办法']],
    ['根据示例市人民政府2005年第8号令,', ['implements 示例市人民政府令〔2005〕第8号']],
    ['根据中华人民共和国主席令第三十四号,', ['implements 主席令第34号']],
    ['根据交通部2023年第12号公告,', ['implements 交通部公告2023年第12号']],
    ['落实交通部和财政部2023年第12号公告,', ['implements 交通部和财政部公告2023年第12号']],
    ['见第9号市政府令。', ['cites 示例市人民政府令第9号']],
    [
      '按照示教发〔2018〕58号、市政府令第9号和《灯塔办法》执行。',
      ['implements 示教发〔2018〕58号', 'implements 示例市人民政府令第9号', 'implements 灯塔办法'],
    ],
    ['将“依据《灯塔办法》”修改为“依据《灯塔条例》”。', ['implements 灯塔办法', 'implements 灯塔条例']],
    ['以《灯塔条例》代替《灯塔办法》。', ['cites 灯塔条例', 'repeals 灯塔办法']],
    [
      '示教发〔2018〕5号不再执行,示教发〔2018〕6号第二条予以删除。',
      ['repeals 示教发〔2018〕5号', 'amends 示教发〔2018〕6号 第二条'],
    ],
  ])('%s', (body, expected) => {
    expect(said(body)).toEqual(expected);
  });

  it('takes the relation of a list from the words that lead it', () => {
    expect(said('市政府决定废止以下文件:\n1.《灯塔通知》(示政发〔2010〕1号)\n2.示政发〔2011〕2号\n')).toEqual([
      'repeals 示政发〔2010〕1号 灯塔通知',
      'repeals 示政发〔2011〕2号',
    ]);
    expect(said('一、继续有效的文件\n1.《灯塔通知》(示政发〔2010〕1号)\n二、其他\n1.《灯塔办法》\n')).toEqual([
      'extends 示政发〔2010〕1号 灯塔通知',
      'cites 灯塔办法',
    ]);
    expect(said('一、废止和修改的文件\n1.《灯塔通知》(示政发〔2010〕1号)\n')).toEqual([
      'cites 示政发〔2010〕1号 灯塔通知',
    ]);
  });

  it('takes from a row the verdict on its document, and its title from the cell beside the number', () => {
    const table =
      '文件清理结果表\n序号 | 文件名称 | 文号 | 清理结果\n1 | 关于灯塔值守的通知 | 示政发〔2010〕1号 | 废止\n2 | 关于灯塔刷漆的通知 | 示政发〔2011〕2号 | 继续有效\n';
    expect(said(table)).toEqual([
      'repeals 示政发〔2010〕1号 关于灯塔值守的通知',
      'extends 示政发〔2011〕2号 关于灯塔刷漆的通知',
    ]);
  });

  it('keeps the marks of a word processor out of the text', () => {
    const { tree } = parseBody('一、灯塔\n灯塔朝南。[bookmark: _GoBack]塔门朝北,见《灯塔条例》。\n');
    const values: string[] = [];
    walk(tree, (node) => {
      if (node.type === 'text' || node.type === 'residue') values.push(`${node.type} ${node.value}`);
    });
    expect(values).toContain('residue [bookmark: _GoBack]');
    expect(values).toContain('text 塔门朝北,见');
    expect(values.some((value) => /text .*bookmark/.test(value))).toBe(false);
  });
});

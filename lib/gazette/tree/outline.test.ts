import { describe, expect, it, vi } from 'vitest';
import {
  findSection,
  listSectionTexts,
  outlineDocument,
  parseGazette,
  printedName,
  textOf,
  type OutlineEntry,
} from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { citationsOf, documentsOf, idsOf } from '@/lib/gazette/testing/invariants';
import { allTexts } from '@/lib/gazette/testing/texts';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 60_000 });

const source = `示例市人民政府文件
示政发〔2024〕6号
示例市人民政府关于印发《示例市河灯节办法》的通知
各县、区人民政府:
现印发《示例市河灯节办法》。废止通知另行印发。
一、准备
按照《示例市节庆办法》(示政规〔2020〕2号)备灯。灯纸用棉纸;灯油用菜油。
(一)扎灯。每户一盏。灯架参见示政办发〔2021〕9号。
1.竹篾
2.棉纸
(二)试灯
二、放灯
示例市人民政府
2024年7月1日
示例市河灯节办法
第一章 总则
第一条 河灯节每年一次。
第二章 附则
第二条 本办法自2024年8月1日起施行。
专栏1 灯谜
1.猜谜。每人一则。
附件
河灯样式
圆形。
`;
const { tree } = parseGazette(source);
const document = documentsOf(tree)[0]!;
const texts = listSectionTexts(document);
const textAt = (address: string) => texts.find((each) => each.address === address)!;

const flat = (entries: OutlineEntry[]): string[] =>
  entries.flatMap((entry) => [`${'  '.repeat(entry.level)}${entry.id} ${printedName(entry)}`, ...flat(entry.children)]);

describe('the outline of a document', () => {
  it('has one entry a part, and below it everything with an address', () => {
    expect(flat(outlineDocument(document))).toEqual([
      'n 示例市人民政府关于印发《示例市河灯节办法》的通知',
      '  1 一、准备',
      '    1.1 (一)扎灯',
      '      1.1.1 1.竹篾',
      '      1.1.2 2.棉纸',
      '    1.2 (二)试灯',
      '  2 二、放灯',
      'a 示例市河灯节办法',
      '  a-z1 第一章 总则',
      '    a-t1 第一条 河灯节每年一次',
      '  a-z2 第二章 附则',
      '    a-t2 第二条 本办法自2024年8月1日起施行',
      '      a-zhuanlan1 专栏1 灯谜',
      '        a-zhuanlan1.1 1.猜谜',
      'f1 附件 河灯样式',
    ]);
  });
});

describe('the stretches of a document', () => {
  it('are all its addresses, in document order', () => {
    expect(texts.map(({ address }) => address)).toEqual(idsOf(document));
  });
  it('hold their own text, and neither their heading nor what has an address of its own', () => {
    expect(textAt('1')).toMatchObject({
      kind: 'section',
      partKind: 'notice',
      marker: '一、',
      heading: '准备',
      text: '按照《示例市节庆办法》(示政规〔2020〕2号)备灯。灯纸用棉纸;灯油用菜油。',
    });
    expect(textAt('1.1').text).toBe('每户一盏。灯架参见示政办发〔2021〕9号。');
    expect(textAt('1.1.1')).toMatchObject({ marker: '1.', heading: '竹篾', text: '' });
    expect(textAt('f1')).toMatchObject({
      kind: 'part',
      partKind: 'attachment',
      marker: '附件',
      heading: '河灯样式',
      text: '圆形。',
    });
    expect(textAt('n').text.split('\n')).toEqual([
      '各县、区人民政府:',
      '现印发《示例市河灯节办法》。废止通知另行印发。',
      '示例市人民政府',
      '2024年7月1日',
    ]);
  });
  it('name their ancestors, outermost first', () => {
    expect(textAt('1.1.2').path).toEqual([
      { address: 'n', kind: 'part', marker: '', heading: '示例市人民政府关于印发《示例市河灯节办法》的通知' },
      { address: '1', kind: 'section', marker: '一、', heading: '准备' },
      { address: '1.1', kind: 'section', marker: '(一)', heading: '扎灯' },
    ]);
  });
  it('give the sentence of each citation, and where its words stand there', () => {
    const [first] = textAt('1').citations;
    expect(first!.sentence).toBe('按照《示例市节庆办法》(示政规〔2020〕2号)备灯。');
    expect(textAt('1.1').citations[0]!.sentence).toBe('灯架参见示政办发〔2021〕9号。');
  });
  it('give the words of the row for a citation in a table', () => {
    const rows = ['序号|文件名称|文号|清理结果', '---|---|---|---', '1|示例市河灯节办法|示政规〔2010〕2号|废止'];
    const table = rows.map((row) => `|${row}|`).join('\n');
    const { tree } = parseGazette(
      `示政发〔2020〕1号\n\n示例市人民政府关于清理文件的通知\n\n各区人民政府:\n  一、结果\n${table}\n\n  示例市人民政府\n  2020年3月1日\n`,
    );
    const [found] = listSectionTexts(documentsOf(tree)[0]!).flatMap(({ citations }) => citations);
    expect(found!.sentence).toBe('1　示例市河灯节办法　示政规〔2010〕2号　废止');
    expect(found!.wordsAt).toBe(11);
  });
  it.each(allTexts)('of $name: words stand where the list says, and every citation is listed once', ({ text }) => {
    for (const each of documentsOf(parseGazette(text).tree)) {
      const listed = listSectionTexts(each).flatMap(({ citations }) => citations);
      for (const { citation, sentence, wordsAt } of listed)
        expect(sentence.slice(wordsAt, wordsAt + citation.value.length)).toBe(citation.value);
      // A closing sentence belongs to the part, which is listed in front of its sections.
      const inOrder = listed
        .map(({ citation }) => citation)
        .sort((one, other) => one.position.start.offset - other.position.start.offset);
      expect(inOrder).toEqual(citationsOf(each));
    }
  });
});

describe('what an address names', () => {
  it.each([
    ['1', ['n'], 'none', '2'],
    ['1.1', ['n', '1'], 'none', '1.2'],
    ['1.1.2', ['n', '1', '1.1'], '1.1.1', '1.2'],
    ['1.2', ['n', '1'], '1.1', '2'],
    ['2', ['n'], '1', 'a'],
    ['n', [], 'none', 'a'],
    ['a', [], 'n', 'f1'],
    ['f1', [], 'a', 'none'],
    ['a-t1', ['a', 'a-z1'], '2', 'a-z2'],
  ])('%s stands below %j, behind %s and in front of %s', (id, ancestors, previous, next) => {
    const found = findSection(document, id);
    expect(found?.ancestors.map((node) => node.id)).toEqual(ancestors);
    expect([found?.previous ?? 'none', found?.next ?? 'none']).toEqual([previous, next]);
  });
  it('is nothing for an address that the document has not', () => {
    for (const id of ['', '9', '1.1.3', 'b', 'a-t99', '__proto__']) expect(findSection(document, id)).toBeNull();
  });
  it('belongs to a part, and every address is found', () => {
    for (const id of idsOf(document)) expect(findSection(document, id)?.node.id).toBe(id);
    expect(findSection(document, 'a-t2')?.part.id).toBe('a');
  });
});

describe('an address', () => {
  const idsIn = (body: string): string[] =>
    documentsOf(parseGazette(`${source.split('\n').slice(0, 4).join('\n')}\n${body}`).tree)
      .flatMap(idsOf)
      .slice(1);

  it.each([
    ['一、甲\n(一)子\n二、乙\n1.丑\n', ['1', '1.1', '2', '2.1'], 'a level may be skipped'],
    ['一、甲\n(一)子\n1.丑\n(二)寅\n2.卯\n', ['1', '1.1', '1.1.1', '1.2', '1.2.2'], 'numbers may run on'],
    ['一、甲\n二、乙\n(一)丑\n二、丙\n(一)寅\n', ['1', '2', '2.1', '2-2', '2-2.1'], 'a repeat has a suffix'],
    ['第一章 甲\n第一条 子\n(一)丑\n', ['z1', 't1', 't1.1'], 'an article is named by its number alone'],
    ['专栏 甲\n1.子\n', ['zhuanlan', 'zhuanlan.1'], 'a callout may have no number'],
  ])('of %j: %j (%s)', (body, ids) => {
    expect(idsIn(body)).toEqual(ids);
  });
});

describe('plain text', () => {
  it('runs a heading and what continues it together', () => {
    const section = findSection(document, '1.1')!.node as ast.Section;
    expect(textOf(section).split('\n')[0]).toBe('(一)扎灯。每户一盏。灯架参见示政办发〔2021〕9号。');
  });
  it('joins lines that the source broke without a blank', () => {
    const wrapped = parseGazette(allTexts.find(({ name }) => name === 'hard-wrapped')!.text).tree;
    expect(textOf(findSection(documentsOf(wrapped)[0]!, '2')!.node)).toBe(
      '二、查看时使用手电和木槌，轻敲木柱听声，空响的木柱要做上记号并拍照留存。',
    );
  });
  it('of the whole text holds every character of the source but blanks, residue, bars and contents marks', () => {
    const ink = (text: string): string => text.replace(/[\s\u00a0\u3000|｜]/g, '');
    expect(ink(textOf(tree))).toBe(ink(source));
  });
});

describe('a rare character has two units', () => {
  const rare = '𠀀'.repeat(300);
  it.each(['', '甲'])('none of them is cut in half: behind “%s”', (shift) => {
    const text = `示例市人民政府文件\n示政发〔2023〕4号\n关于印发《甲办法》的通知\n1.${shift}${rare}(示政发〔2022〕9号)${rare}${shift}${rare}。\n`;
    const untitled = `示政发〔2023〕4号\n${shift}${rare}\n示例市人民政府\n2023年4月1日\n`;
    for (const each of [text, untitled]) {
      const { tree } = parseGazette(each);
      const documents = documentsOf(tree);
      expect(documents).toHaveLength(1);
      expect(JSON.stringify([tree, documents.map(listSectionTexts), documents.map(outlineDocument)])).not.toMatch(
        /\\ud[89a-f]/,
      );
    }
  });
});

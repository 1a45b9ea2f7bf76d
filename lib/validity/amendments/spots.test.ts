import { expect, test } from 'vitest';
import { listAmendments, parseGazette, textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { DecidedOperation } from './changes';
import { resolveDocument } from './resolve-text';
import { makeWorkedInTree } from './worked-in-tree';

const documentIn = (lines: readonly string[]): ast.Document =>
  parseGazette(lines.join('\n')).tree.children.find((child) => child.type === 'document')!;
const close = ['　　示例市人民政府', '　　2021年4月1日'];

/** A notice without articles, with two attachments. */
const notice = documentIn([
  '示政发〔2021〕2号',
  '示例市人民政府关于规范停蜂场的通知',
  '各区人民政府：',
  '　　一、登记',
  '　　（一）办理登记。停蜂场应当向市蜂业局登记，收费3元。',
  '　　（二）公示。登记结果应当公示，公示期为5日。',
  '　　二、检查',
  '　　（一）每年检查。市蜂业局每年检查2次。',
  '　　附件：1.登记表',
  '　　　　　2.收费标准',
  ...close,
  '附件1',
  '登记表',
  '　　填写姓名和蜂箱数量。',
  '附件2',
  '收费标准',
  '　　每箱每日3元。',
]);

function decide(lines: string[], day = '2023-07-01', slug = 'a'): DecidedOperation[] {
  const decision = documentIn([
    '示政发〔2023〕4号',
    '示例市人民政府关于修改规范停蜂场的通知的决定',
    '　　对《示例市人民政府关于规范停蜂场的通知》（示政发〔2021〕2号）作如下修改：',
    ...lines.map((line) => `　　${line}`),
    ...close,
  ]);
  const municipality = { slug: 'shili', name: '示例市', sample: true };
  return listAmendments(decision).map((operation, position) => ({
    ...operation,
    day: new Date(day),
    saidOn: null,
    about: null,
    decision: { municipality, slug, title: '', docNumber: `示政发〔2023〕${slug}号`, address: 'n' },
    position,
  }));
}

const on = new Date('2024-01-01');
/** Changed places with their names, states and reasons. */
const read = (operations: readonly DecidedOperation[]) => {
  const { spots, open } = resolveDocument(notice, operations, on);
  return {
    spots: [...spots].map(([address, { name, changes }]) => [
      address,
      name,
      ...changes.map(({ status, reason }) => reason ?? status),
    ]),
    open: open.map(({ reason }) => reason),
    text: textOf(makeWorkedInTree(notice, operations, on).tree.children),
  };
};

test.each<[string, string, string]>([
  ['将一、（一）中的“3元”修改为“4元”。', '1.1', '收费4元'],
  ['第一条第（一）项中的“3元”修改为“4元”。', '1.1', '收费4元'],
  ['第一部分第（二）项中的“5日”修改为“7日”。', '1.2', '公示期为7日'],
  ['删去二、（一）中的“每年检查2次”。', '2.1', '市蜂业局。'],
])('words of an outline are worked in: %s', (line, address, words) => {
  const { spots, open, text } = read(decide([line]));
  expect([spots.map(([at, , status]) => [at, status]), open]).toEqual([[[address, 'done']], []]);
  expect(text).toContain(words);
  expect(text).toContain(`依示政发〔2023〕a号修改：${line}`);
});

test.each<[string, string, string, string]>([
  ['将一、（一）中的“8元”修改为“4元”。', '1.1', '一、（一）', 'wordsNotFound'],
  ['将一、（二）中的“公示”修改为“公告”。', '1.2', '一、（二）', 'wordsSeveral'],
  ['将二、（一）修改为：“（一）每季度检查。”', '2.1', '二、（一）', 'outline'],
  ['将一、中的“登记”修改为“备案”。', '1', '第一部分', 'outline'],
  ['附件2替换为本决定所附的收费标准。', 'f2', '附件2', 'attachment'],
  ['将附件1修改为本决定附件。', 'f1', '附件1', 'attachment'],
])('what does not fit is told at its place, which stays as printed: %s', (line, address, name, reason) => {
  const { spots, open, text } = read(decide([line]));
  expect([spots, open]).toEqual([[[address, name, reason]], []]);
  expect(text).toContain('本站未能整理');
  for (const each of ['收费3元', '公示期为5日', '每年检查2次', '每箱每日3元']) expect(text).toContain(each);
});

test('a place that is not there, or that may be two, is told in front', () => {
  expect(read(decide(['将三、（一）中的“3元”修改为“4元”。'])).open).toEqual(['placeUnclear']);
  expect(read(decide(['附件3替换为本决定附件。'])).open).toEqual(['placeUnclear']);
});

test('a second decision goes on from the first, and never behind one that does not fit', () => {
  const first = decide(['将一、（一）中的“3元”修改为“4元”。'], '2022-01-01');
  const second = decide(['将一、（一）中的“4元”修改为“5元”。'], '2023-01-01', 'b');
  expect(read([...second, ...first]).text).toContain('收费5元');
  const wrong = decide(['将一、（一）中的“9元”修改为“4元”。'], '2022-01-01');
  expect(read([...wrong, ...second]).spots).toEqual([['1.1', '一、（一）', 'wordsNotFound', 'earlier']]);
});

test('what a decision did is not worked in any more when the decision itself is ended or changed', () => {
  const doubted = decide(['将一、（一）中的“3元”修改为“4元”。']).map((each) => ({
    ...each,
    doubtedFrom: new Date('2023-12-01'),
  }));
  expect(read(doubted).spots).toEqual([['1.1', '一、（一）', 'doubted']]);
  const before = makeWorkedInTree(notice, doubted, new Date('2023-11-30'));
  expect(textOf(before.tree.children)).toContain('收费4元');
});

/** Rules with a table in an article, and attachments with one table and with two. */
const charges = documentIn([
  '示政规〔2021〕8号',
  '示例市停蜂场收费办法',
  '　　第一条　收费见附表1。',
  '附表1 收费标准',
  '类型|每日收费|每月收费',
  '小型蜂箱|3元|60元',
  '大型蜂箱|5元|90元',
  '　　第二条　本办法自2021年5月1日起施行。',
  ...close,
  '附件1',
  '登记表',
  '　　登记下列内容。',
  '表2 登记内容',
  '内容|填写人|份数',
  '姓名|养蜂人|1',
  '住址|养蜂人|2',
  '附件2',
  '检查表',
  '项目|次数|方法',
  '蜂箱|2|实地',
  '蜂场|3|抽查',
]);

test.each<[string, [string, string, string][], string[]]>([
  ['附表1替换为本决定所附的收费标准。', [['biao1', '附表1', 'table']], []],
  ['将附表1中的“3元”修改为“4元”。', [['biao1', '附表1', 'table']], []],
  ['以本决定所附的登记内容替换附件1中的表2。', [['f1-biao1', '附件1表2', 'table']], []],
  ['附件2中的表格修改为本决定附表。', [['f2-biao1', '附件2表1', 'table']], []],
  ['附表3替换为本决定附表。', [], ['placeUnclear']],
  ['附件1中的表1替换为本决定附表。', [], ['placeUnclear']],
])('what becomes of a table is told at the table, which stays as printed: %s', (line, spots, open) => {
  const operations = decide([line]);
  const resolved = resolveDocument(charges, operations, on);
  expect([...resolved.spots].map(([at, { changes }]) => [at, ...changes.map(({ reason }) => reason)])).toEqual(
    spots.map(([at, , reason]) => [at, reason]),
  );
  expect([...resolved.spots.values()].map(({ name = '' }) => name.replace(/\s/g, ''))).toEqual(
    spots.map(([, name]) => name),
  );
  expect(resolved.open.map(({ reason }) => reason)).toEqual(open);
  const text = textOf(makeWorkedInTree(charges, operations, on).tree.children);
  for (const each of ['3元', '登记内容', '实地']) expect(text).toContain(each);
  if (spots.length > 0) expect(text).toContain(`本站未能整理（表格照登，新的表请看修改决定）：${line}`);
});

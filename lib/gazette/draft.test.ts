import { expect, test } from 'vitest';
import { findReferences } from './draft';

const read = (text: string) =>
  findReferences(text).map(({ start, end, number, docNumber, title, locator, through }) => [
    text.slice(start, end),
    ...(number ? [text.slice(number.start, number.end)] : []),
    docNumber?.canonical ?? null,
    ...(title === undefined ? [] : [title]),
    ...(locator === undefined ? [] : [locator]),
    ...(through ? [`到${through.serial}`] : []),
  ]);

test.each<[string, (string | null)[][]]>([
  ['按照示政办发[2018]58 号执行', [['示政办发[2018]58 号', '示政办发[2018]58 号', '示政办发〔2018〕58号']]],
  [
    '按照示政办发（２０１８）第０５８号执行',
    [['示政办发（２０１８）第０５８号', '示政办发（２０１８）第０５８号', '示政办发〔2018〕58号']],
  ],
  ['根据示政办发〔2018〕58的要求', [['示政办发〔2018〕58', '示政办发〔2018〕58', '示政办发〔2018〕58号']]],
  ['根据示政办发2018-58号', [['示政办发2018-58号', '示政办发2018-58号', '示政办发〔2018〕58号']]],
  ['根据示政办发〔2018〕58%的要求', []],
  [
    '《关于养老\n服务的意见》（示政办发〔2018〕\n58号）第三章',
    [
      [
        '《关于养老\n服务的意见》（示政办发〔2018〕\n58号）第三章',
        '示政办发〔2018〕\n58号',
        '示政办发〔2018〕58号',
        '关于养老 服务的意见',
        '第三章',
      ],
    ],
  ],
  [
    '《甲方案》（示政发〔2019〕6、7号）',
    [
      ['《甲方案》（示政发〔2019〕6', '示政发〔2019〕6', '示政发〔2019〕6号', '甲方案'],
      ['7号', '7号', '示政发〔2019〕7号'],
    ],
  ],
  ['见示政发〔2020〕1—5号', [['示政发〔2020〕1—5号', '示政发〔2020〕1—5号', '示政发〔2020〕1号', '到5']]],
  [
    '《甲市绿化办法》（示政发〔2022〕9号，以下简称《办法》）。按《办法》第十二条第二款办理。',
    [
      ['《甲市绿化办法》（示政发〔2022〕9号', '示政发〔2022〕9号', '示政发〔2022〕9号', '甲市绿化办法'],
      ['《办法》第十二条第二款', '示政发〔2022〕9号', '甲市绿化办法', '第十二条第二款'],
    ],
  ],
  ['（以下简称示政发〔2022〕6号）', []],
  ['〔牵头单位：市民政局；配合单位：市财政局〕', []],
  [
    '《甲通知》（示政发〔2022〕9号）二、（三）1.（2）',
    [
      [
        '《甲通知》（示政发〔2022〕9号）二、（三）1.（2）',
        '示政发〔2022〕9号',
        '示政发〔2022〕9号',
        '甲通知',
        '二、(三)1.(2)',
      ],
    ],
  ],
  [
    '《甲通知》（示政发〔2022〕9号）附件1表2',
    [['《甲通知》（示政发〔2022〕9号）附件1表2', '示政发〔2022〕9号', '示政发〔2022〕9号', '甲通知', '附件1表2']],
  ],
  ['看电影《长江》', []],
])('%j', (text, found) => {
  expect(read(text)).toEqual(found);
});

test.each([
  ['brackets', '〔(《['.repeat(12_500)],
  ['closed brackets', '《》〔〕'.repeat(12_500)],
  ['numbers', '示政发〔2022〕9号'.repeat(4_500)],
  ['titles', '《甲办法》'.repeat(10_000)],
  ['one line of one word', '政'.repeat(50_000)],
  ['digits', '2'.repeat(50_000)],
  ['blanks', ' \n'.repeat(25_000)],
  ['halves of pairs', '\ud800《\udc00》\u0000'.repeat(10_000)],
])('50,000 characters of %s take no time', (_name, text) => {
  const began = performance.now();
  const references = findReferences(text);
  expect(performance.now() - began).toBeLessThan(2_000);
  for (const [at, { start, end }] of references.entries()) {
    expect(start).toBeLessThan(end);
    expect(start).toBeGreaterThanOrEqual(references[at - 1]?.end ?? 0);
  }
});

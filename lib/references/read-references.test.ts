import { expect, test } from 'vitest';
import { readReferences } from './read-references';

const read = (text: string) =>
  readReferences(text).map(({ number, title, locator, link, issue, claim }) =>
    [
      number && (number.canonical ?? [number.agencyCode, number.year, number.serial].filter(Boolean).join(' ')),
      claim === 'shape' ? undefined : claim,
      title && `《${title}》`,
      locator,
      link && [link.path, link.parameters, link.fragment].filter(Boolean).join(' '),
      issue && `${issue.place} ${issue.year} ${issue.number}`,
    ]
      .filter(Boolean)
      .join(' | '),
  );

test.each<[string, string[]]>([
  ['示政发2023 5', ['示政发〔2023〕5号']],
  ['示政發「2023」5號', ['示政发〔2023〕5号']],
  ['示政发〔20235号', ['示政发〔2023〕5号']],
  ['文号：示政发5号〔2023〕。', ['示政发〔2023〕5号']],
  ['（示政发〔2023〕5号）', ['示政发〔2023〕5号']],
  ['国务院第588号令第三条', ['国务院令第588号 | 第三条']],
  ['8号文', ['8 | municipality']],
  ['市政府办公室15号文 2022', ['2022 15 | municipality']],
  ['示政规', ['示政规 | known code']],
  ['示政发〔2023〕5号第二条（三）项', ['示政发〔2023〕5号 | 第二条(三)项']],
  ['示政发〔2023〕5号二（一）', ['示政发〔2023〕5号 | 二(一)']],
  ['示政发〔2023〕5号 附件２的第三部分', ['示政发〔2023〕5号 | 附件2第三部分']],
  [
    '《甲市绿化办法（2025—2027年）（试行）》（甲政发〔2025〕7号）第十二条第二款',
    ['甲政发〔2025〕7号 | 《甲市绿化办法(2025—2027年)(试行)》 | 第十二条第二款'],
  ],
  ['《甲市绿化办法》第3条', ['《甲市绿化办法》 | 第3条']],
  ['甲市绿化办法第三条', ['《甲市绿化办法》 | 第三条']],
  ['按示政发〔2023〕2号、5号办理', ['示政发〔2023〕2号', '示政发〔2023〕5号']],
  [
    'https://portal.example/shili/shizhengfa-2023-2?k=a-1.abcdef12。',
    ['/shili/shizhengfa-2023-2 | k=a-1.abcdef12'].map((each) => each.replace(' | ', ' ')),
  ],
  ['见 https://portal.example/zh-hant/SHILI/shizhengfa-2023-2#a-1.2），谢谢', ['/shili/shizhengfa-2023-2 a-1.2']],
  ['shili/shizhengfa-2023-2', ['/shili/shizhengfa-2023-2']],
  ['示例市人民政府公报2023年第2期(总第9期)', ['示例市 2023 2']],
  ['24小时', []],
  ['5G', ['G 5 | known code']],
  ['第十二条', []],
  ['12345', []],
  ['和/或', []],
  ['，。！', []],
  ['', []],
])('%s', (text, found) => expect(read(text)).toEqual(found));

test.each([
  ['brackets', '〔(《['.repeat(5000)],
  ['links', 'https://a.b/'.repeat(2000)],
  ['numbers', '示政发〔2022〕9号'.repeat(1000)],
  ['parts', '第十二条'.repeat(2000)],
  ['slashes', '/'.repeat(9000)],
  ['numerals', '一'.repeat(9000)],
  ['codes', '发'.repeat(9000)],
  ['halves of pairs', '\ud800《\udc00》\u0000%'.repeat(1000)],
])('many %s take no time', (_name, text) => {
  const began = performance.now();
  readReferences(text);
  expect(performance.now() - began).toBeLessThan(500);
});

import { describe, expect, test } from 'vitest';
import { findChangedAmounts } from './changed-amounts';

const said = (text: string) =>
  findChangedAmounts(text).map(
    ({ subject, from, to, unit, difference }) =>
      `${subject} ${from.join('/')}→${to.join('/')} ${unit}${difference === null ? '' : ` ${difference}`}`,
  );

describe('what a sentence sets anew', () => {
  test.each([
    ['社区食堂用餐补贴标准由每人每餐3元提高到4元。', ['社区食堂用餐补贴标准 3→4 元/人·餐 1']],
    ['助学金标准由每生每年2000元提高到2300元。', ['助学金标准 2000→2300 元/生·年 300']],
    [
      '将失能老人护理补贴标准由每人每月80元提高至每人每月100元，所需资金由财政承担。',
      ['失能老人护理补贴标准 80→100 元/人·月 20'],
    ],
    [
      '自2030年7月1日起，城市救助标准由每人每月700元提高到730元，农村救助标准由每人每年6,100元提高到6,400元。',
      ['城市救助标准 700→730 元/人·月 30', '农村救助标准 6,100→6,400 元/人·年 300'],
    ],
    [
      '老职工生活补助标准，分别由每人每月600元、550元、500元提高到660元、610元、560元。',
      ['老职工生活补助标准 600/550/500→660/610/560 元/人·月'],
    ],
    ['在政策期限内，将研发费用加计扣除比例从75%提高到100%。', ['研发费用加计扣除比例 75→100 % 25']],
    [
      '乡村救助标准由每人每年6000元（每人每月500元）提高到每人每年6600元（每人每月550元）。',
      ['乡村救助标准 6000→6600 元/人·年 600'],
    ],
    ['车辆通行费标准由每月50元降低到35.5元。', ['车辆通行费标准 50→35.5 元/月 -14.5']],
  ])('%s', (text, facts) => {
    expect(said(text)).toEqual(facts);
  });
});

describe('what is no change of a standard says nothing', () => {
  test.each([
    '五年来，人均经费标准由45元提高到74元，覆盖率达到99%。',
    '人均经费标准由45元提高到74元，五年来逐年增长。',
    '补助标准由各县区提高到合理水平。',
    '补助标准由每人每月80元提高到100元以上。',
    '补贴标准由每人每月80元提高到每人每年1000元。',
    '报销比例由60%提高5个百分点。',
    '奖励标准由10万元提高到20元。',
    '补助标准由80元、90元提高到100元。',
    '药品采购金额由48%提高到65%。',
    '床位由300张增加到500张。',
    '限额由每户2000元提高到3000个百分点。',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

test('it tells its sentence, over the ends of lines, and any text is read', () => {
  const [found] = findChangedAmounts('一、标准。抚养补助标准由每人每月900\n元提高到950元，从7月执行。二、资金。');
  expect(found).toMatchObject({
    subject: '抚养补助标准',
    sentence: '抚养补助标准由每人每月900元提高到950元，从7月执行',
  });
  expect(findChangedAmounts('标准由1、'.repeat(20_000))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { isIssuer, issuerOf, titlesAgree } from './agreement';
import { TitleForms } from '@/lib/gazette/documents/announced-titles';
import { municipalityIn } from './municipality';

describe('two titles mean the same document', () => {
  it.each([
    ['关于加强古渠供水管理的意见', '示例市人民政府关于加强古渠供水管理的意见'],
    ['关于印发《石磨办法》的通知', '关于印发石磨办法的通知'],
    ['示例市石磨管理办法(试行)', '示例市石磨管理办法'],
    ['大事记(2008年4月—6月)', '大事记2008年4月—6月'],
    ['示例市2021年渔业统计公报[1]', '示例市2021年渔业统计公报'],
    ['关于“十四五”规划的通知', '关于"十四五"规划的通知'],
  ])('%s = %s', (one, other) => {
    expect(titlesAgree(one, other)).toBe(true);
  });
  it.each([
    ['示例市财政局关于供水的通知', '示例市水务局关于供水的通知'],
    ['关于供水的通知', '关于节水的通知'],
    ['大事记', '大事记(2008年4月—6月)'],
  ])('%s is not %s', (one, other) => {
    expect(titlesAgree(one, other)).toBe(false);
  });
});

it.each([
  ['示例市人民政府关于供水的通知', '示例市人民政府'],
  ['示例市人民政府批转市水利局关于清理河道意见的通知', '示例市人民政府'],
  ['示例市人民政府办公室转发市教育局等部门关于校车的通知', '示例市人民政府办公室'],
  ['关于供水的通知', undefined],
])('who issues %s', (title, issuer) => {
  expect(issuerOf(title)).toBe(issuer);
});

it.each([
  ['示例市财政局 示例市民政局', true],
  ['示例市人民政府关于供水的通知', false],
  ['统计资料', false],
])('%s names agencies: %s', (words, names) => {
  expect(isIssuer(words)).toBe(names);
});

it('a title that is expected may leave out its place and its quotation marks', () => {
  const forms = new TitleForms(['示例市“净港”专项行动方案']);
  expect(forms.holds('“净港”专项行动方案')).toBe(true);
  expect(forms.holds('示例市净港专项行动方案')).toBe(true);
  expect(forms.holds('专项行动方案')).toBe(false);
});

it.each([
  ['中共示例市委示例市人民政府', '示例市'],
  ['中共示例市委办公室 示例市人民政府办公室', '示例市'],
  ['示例省示例市石门区人民政府', '石门区'],
])('the municipality of %s', (name, municipality) => {
  expect(municipalityIn(name)).toBe(municipality);
});

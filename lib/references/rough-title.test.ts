import { expect, test } from 'vitest';
import { differences, titleDistance, titleForms } from './rough-title';

const held = '示例市人民政府办公室关于印发《示例市社区食堂管理办法》的通知';
const distance = (typed: string, title: string) => titleDistance(titleForms(typed), titleForms(title));

test.each([
  [held, held, 0],
  ['关于印发示例市社区食堂管理办法的通知', held, 1],
  ['社区食堂管理办法', '示例市社区食堂管理办法（试行）', 2],
  ['社区食唐管理办法', '示例市社区食堂管理办法', 3],
  ['提升三年行动方案', '三年提升行动方案', 3],
  ['做好春季植树工作', '示例市人民政府关于做好春季植树工作的通知', 1],
  ['社区食堂', '示例市社区食堂管理办法', null],
  ['绿化办法', '示例市社区食堂管理办法', null],
])('%s is as far from %s as %s', (typed, title, far) => expect(distance(typed, title)).toBe(far));

test('differences are counted up to a limit', () => {
  expect([differences('甲乙丙', '甲丙', 1), differences('甲乙', '丙丁', 1), differences('', '甲乙丙', 1)]).toEqual([
    1, 2, 2,
  ]);
});

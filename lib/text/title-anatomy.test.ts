import { expect, test } from 'vitest';
import { readAnatomy } from './title-anatomy';

test.each([
  ['示例市人民政府办公室关于印发|《示例市养老服务条例实施方案》|的通知'],
  ['示例市人民政府关于|加强绿化工作|的意见'],
  ['示例市人民政府关于印发|示例市“十四五”规划|的通知'],
  ['示例市财政局、示例市教育局关于|调整学生资助标准|的通知'],
  ['示例市人民政府关于公布|2023年民生实事|的通告'],
  ['示例市人民政府办公室关于转发|市水务局《关于节约用水的若干规定》|的通知'],
  ['|示例市城市房屋管理办法|'],
  ['|关于加强防汛工作|的通知'],
  ['示例市人民政府关于|同意设立开发区|的批复'],
  ['|示例市人民政府工作报告|'],
  ['示例市人大常委会关于|修改《示例市市容条例》|的决定'],
])('%s', (parts) => {
  const [lead, core, tail] = parts.split('|');
  expect(readAnatomy(parts.replaceAll('|', ''))).toEqual({ lead, core, tail });
});

test('a title that is all frame stays whole', () => {
  expect(readAnatomy('示例市人民政府关于表彰的通知').core).toBe('示例市人民政府关于表彰的通知');
});

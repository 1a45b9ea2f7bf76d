import { expect, test } from 'vitest';
import { parseGazette } from '../parse-gazette';
import { listDefinedWords } from './defined-words';

function read(...lines: string[]): Record<string, string> {
  const text = ['示例市人民政府关于名称的通知', '', '各区人民政府:', ...lines, '', '示例市人民政府', '2023年3月1日'];
  const { tree } = parseGazette(text.join('\n'));
  const [document] = tree.children.filter((node) => node.type === 'document');
  return Object.fromEntries(listDefinedWords(document!));
}

test.each([
  ['由人力资源和社会保障局（以下简称“人社局”）负责。', { 人社局: '人力资源和社会保障局' }],
  ['对城市居民最低生活保障(以下简称低保)对象给予补助。', { 低保: '最低生活保障' }],
  ['设立河湖长制工作领导小组(以下简称领导小组)。', {}],
  ['按照《示例市绿化办法》(以下简称《办法》)执行。', {}],
  ['由示例市人民政府办公室(以下简称市府办)负责。', {}],
  ['居民生活垃圾(以下称垃圾)分类。', {}],
  ['没有括号以下简称人社局。', {}],
])('%s', (line, words) => {
  expect(read(line)).toEqual(words);
});

test('a short form with two names stands for neither', () => {
  expect(read('人力资源服务局(以下简称人服局)甲。', '人口健康服务局(以下简称人服局)乙。')).toEqual({});
});

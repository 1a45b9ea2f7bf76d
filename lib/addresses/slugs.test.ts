import { expect, test } from 'vitest';
import { documentSlug, municipalitySlugs } from './slugs';

const firstSlugs = (name: string, count: number): string[] => {
  const slugs: string[] = [];
  for (const slug of municipalitySlugs(name)) if (slugs.push(slug) === count) break;
  return slugs;
};

test.each([
  ['本溪市', 'benxi'],
  ['阜新市', 'fuxin'],
  ['示例市', 'shili'],
  ['重庆市', 'chongqing'],
  ['厦门市', 'xiamen'],
  ['六安市', 'luan'],
  ['亳州市', 'bozhou'],
  ['蚌埠市', 'bengbu'],
  ['丽水市', 'lishui'],
  ['长沙市', 'changsha'],
  ['吕梁市', 'lvliang'],
  ['苏州市', 'suzhou'],
  ['宿州市', 'suzhou-anhui'],
  ['台州市', 'taizhou'],
  ['泰州市', 'taizhou-jiangsu'],
  ['福州市', 'fuzhou'],
  ['抚州市', 'fuzhou-jiangxi'],
  ['宜春市', 'yichun'],
  ['伊春市', 'yichun-heilongjiang'],
  ['榆林市', 'yulin'],
  ['玉林市', 'yulin-guangxi'],
  ['朝阳市', 'chaoyang'],
  ['朝阳区', 'chaoyang-qu'],
  ['大理白族自治州', 'dalibaizu'],
  ['阿拉善盟', 'alashan'],
  ['大兴安岭地区', 'daxinganling'],
  ['辽宁省', 'liaoning'],
  ['山西省', 'shanxi'],
  ['陕西省', 'shaanxi'],
  ['单县', 'shanxian'],
])('%s lives at /%s', (name, slug) => {
  expect(firstSlugs(name, 1)).toEqual([slug]);
});

test('where the address is taken, the kind of place makes the difference, then a count', () => {
  expect(firstSlugs('本溪县', 4)).toEqual(['benxi', 'benxi-xian', 'benxi-2', 'benxi-3']);
});

test('a municipality never takes an address that the table gives to another', () => {
  expect(firstSlugs('苏洲市', 2)).toEqual(['suzhou-shi', 'suzhou-2']);
});

test.each([
  [{ docNumber: { agencyCode: '本政办发', year: 2018, serial: 58 }, title: '' }, 'benzhengbanfa-2018-58'],
  [{ docNumber: { agencyCode: '阜卫发', year: 2022, serial: 35 }, title: '' }, 'fuweifa-2022-35'],
  [{ docNumber: { agencyCode: '示例市人民政府令', serial: 228 }, title: '' }, 'shilishirenminzhengfuling-228'],
  [{ title: '示例市绿化办法', signedOn: '2023-04-01' }, 'shilishilvhuabanfa-20230401'],
  [{ title: '示例市绿化办法(2023)' }, 'shilishilvhuabanfa2023'],
  [{ title: '《》' }, 'document'],
  [{ title: 'Issues' }, 'issues-document'],
  [{ title: 'Timeline' }, 'timeline-document'],
])('the document %j lives at %s', (names, slug) => {
  expect(documentSlug(names)).toBe(slug);
});

test('a long title is cut between syllables', () => {
  const slug = documentSlug({
    title: '示例市人民政府关于进一步加强和改进全市城乡社区公共服务设施建设管理工作的若干意见',
  });
  expect(slug).toBe('shilishirenminzhengfuguanyujinyibujiaqianghegaijinquanshi');
  expect(slug.length).toBeLessThanOrEqual(60);
});

import { expect } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from './database';
import { makeIngestFolder } from './ingest-folder';
import { documentText, issueText } from './texts';

/**
 * Makes a database of six invented source files; getClient() uses it.
 *
 * They are three issues and two standalone documents of 示例市, and one issue of 样例市, which also has
 * the number 示政发〔2023〕2号.
 */
export async function createCorpusDatabase(): Promise<TestDatabase> {
  const [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  for (const [name, text] of Object.entries(TEXTS)) await folder.write(name, text);
  const report = await ingestPaths([folder.path], { prisma: database.prisma });
  expect(report.files.map(({ error }) => error ?? 'in')).toEqual(Object.keys(TEXTS).map(() => 'in'));
  await folder.clear();
  process.env.DATABASE_URL = database.url;
  return database;
}

const greening = {
  number: '示政发〔2022〕9号',
  title: '示例市人民政府关于印发《示例市绿化办法》的通知',
  body: [
    '一、总体要求',
    '多种树,养护100%_的行道树。',
    '二、养老服务设施绿化',
    '(一)庭院。养老机构庭院绿化率不低于三成。',
    '(二)屋顶。鼓励屋顶绿化。',
  ],
  signed: '2022年9月1日',
};
const planting = {
  number: '示政发〔2023〕1号',
  title: '示例市人民政府关于做好春季植树工作的通知',
  body: [
    '一、总体要求',
    '按照《示例市绿化办法》要求,落实《示例市人民政府关于印发〈示例市绿化办法〉的通知》(示政发〔2022〕9号)精神。',
    '二、工作任务',
    '(一)种树。执行《关于河道的通知》(示政发〔2023〕2号)规定,参照《关于林业的意见》(国发〔2021〕3号)。',
    '(二)养护。执行《林业意见》(国发〔2021〕3号)。',
  ],
};
const rivers = {
  number: '示政发〔2023〕2号',
  title: '示例市人民政府关于清理河道的通知',
  body: [
    '一、清理范围',
    '全市河道。服务沿河居民养老。',
    '二、依据',
    '落实《示例市人民政府关于做好春季植树工作的通知》(示政发〔2023〕1号)。',
  ],
};
const elderly = {
  number: '示政发〔2024〕5号',
  title: '示例市人民政府关于推进养老服务的意见',
  body: [
    '一、养老服务体系',
    '建设居家社区养老\n服务网络。',
    '二、保障',
    '落实《示例市人民政府关于印发〈示例市绿化办法〉的通知》(示政发〔2022〕9号)。',
  ],
  signed: '2024年2月1日',
};

const TEXTS = {
  '2022-4.txt': issueText(2022, 4, [greening]),
  '2023-1.txt': issueText(2023, 1, [
    planting,
    { ...rivers, number: '示政发〔2023〕8号', title: '示例市人民政府关于湖泊的通知' },
  ]),
  '2023-2.txt': issueText(2023, 2, [rivers]),
  'elderly.txt': documentText(elderly),
  'flood.txt': documentText({ title: '示例市人民政府关于夏季防汛工作的通知', body: ['一、值守', '二十四小时值守。'] }),
  'other.txt': issueText(2023, 1, [{ ...rivers, body: ['一、范围', '全部。'] }], '样例市'),
};

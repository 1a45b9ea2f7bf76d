import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { readTree } from '@/lib/db/stored-tree';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { textOf } from '@/lib/gazette';
import { listTextPeriods } from '@/lib/validity/amendments/text-periods';
import { makeWorkedInTree } from '@/lib/validity/amendments/worked-in-tree';
import { listOperations } from './amendments';
import { listValidities } from './validities';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const RULES = '《示例市停蜂场管理办法》（示政规〔2021〕2号）';
const decision = (number: string, title: string, body: string[], signed: string): string =>
  documentText({ number, title, body, signed });
/** Rules, two decisions on them, one that ends an article, one that changes the second. */
const texts = {
  'a.txt': documentText({
    number: '示政规〔2021〕2号',
    title: '示例市停蜂场管理办法',
    body: [
      '第一条　为规范停蜂场，制定本办法。',
      '第二条　停蜂场由市蜂业局管理。',
      '第三条　收费每箱3元。',
      '第四条　市蜂业局每年检查2次。',
      '检查结果应当公布。',
      '第五条　本办法自2021年5月1日起施行。',
    ],
    signed: '2021年4月1日',
  }),
  'b.txt': decision('示政规〔2022〕4号', '示例市人民政府关于修改停蜂场管理办法的决定', [`对${RULES}作如下修改：`, '一、将第三条中的“3元”修改为“4元”。', '二、增加一条，作为第三条：“停蜂场应当登记。”', '三、条文顺序相应调整。', '本决定自2022年7月1日起施行。'], '2022年6月1日'),
  'c.txt': decision('示政规〔2023〕4号', '示例市人民政府关于修改停蜂场管理办法的决定', [`对${RULES}作如下修改：`, '一、将第四条中的“4元”修改为“5元”。', '二、将第五条第二款修改为：“检查结果每季度公布。”', '三、将第九条修改为：“甲。”', '本决定自2023年7月1日起施行。'], '2023年6月1日'),
  'd.txt': decision('示政发〔2023〕9号', '示例市人民政府关于废止部分规定的通知', [`${RULES}第二条自2023年10月1日起废止。`], '2023年9月1日'),
  'e.txt': decision('示政规〔2024〕1号', '示例市人民政府关于修改一件决定的决定', ['将《示例市人民政府关于修改停蜂场管理办法的决定》（示政规〔2023〕4号）第一条中的“5元”修改为“6元”。', '本决定自2024年3月1日起施行。'], '2024年2月1日'),
  // A decision that is repealed after it took effect, and one that is repealed before.
  'f.txt': decision('示政规〔2024〕5号', '示例市人民政府关于修改停蜂场管理办法的决定', [`对${RULES}作如下修改：`, '将第一条中的“停蜂场”修改为“停蜂场和蜂箱”。', '本决定自2024年5月1日起施行。'], '2024年4月1日'),
  'g.txt': decision('示政规〔2024〕6号', '示例市人民政府关于修改停蜂场管理办法的决定', [`对${RULES}作如下修改：`, '删去第一条。', '本决定自2024年9月1日起施行。'], '2024年5月1日'),
  'h.txt': decision('示政发〔2024〕7号', '示例市人民政府关于废止部分文件的决定', ['《示例市人民政府关于修改停蜂场管理办法的决定》（示政规〔2024〕5号）、《示例市人民政府关于修改停蜂场管理办法的决定》（示政规〔2024〕6号）自2024年7月1日起废止。'], '2024年6月1日'),
}; // prettier-ignore
type Name = keyof typeof texts;
const names = Object.keys(texts) as Name[];

/** States, operations and the text of each period, whatever ids rows have. */
async function snapshot() {
  const document = await database.prisma.document.findFirst({ where: { docNumber: '示政规〔2021〕2号' } });
  if (!document) return null;
  const operations = await listOperations(document.id);
  const tree = readTree(document, document.slug);
  const all = await database.prisma.document.findMany({ orderBy: { slug: 'asc' } });
  const validities = await listValidities(
    all.map(({ id }) => id),
    new Date('2025-01-01'),
  );
  return {
    states: all.map(({ id, slug }) => `${slug} ${validities.get(id)!.state}`),
    operations,
    texts: listTextPeriods(document.orderedOn, operations).map(({ from }) => [
      from.toISOString().slice(0, 10),
      textOf(makeWorkedInTree(tree, operations, from).tree.children),
    ]),
  };
}

test('whatever the order in which a chain of decisions comes and goes, states, operations and texts are the same', async () => {
  const folder = await makeIngestFolder();
  for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
  const ingest = (which: readonly Name[]) =>
    ingestPaths(which.map((name) => folder.at(name)), { prisma: database.prisma, accept: true }); // prettier-ignore
  const remove = (which: readonly Name[]) =>
    database.prisma.sourceFile.deleteMany({ where: { name: { in: [...which] } } });
  await ingest(names);
  const right = await snapshot();
  expect(right!.states).toEqual([
    'shizhengfa-2023-9 unknown',
    'shizhengfa-2024-7 unknown',
    'shizhenggui-2021-2 amended',
    'shizhenggui-2022-4 unknown',
    'shizhenggui-2023-4 amended',
    'shizhenggui-2024-1 unknown',
    'shizhenggui-2024-5 repealed',
    'shizhenggui-2024-6 repealed',
  ]);
  const [printed, first, second, third, fourth, last] = right!.texts.map(([, text]) => text!);
  expect(right!.texts.map(([day]) => day)).toEqual([
    '2021-04-01',
    '2022-07-01',
    '2023-07-01',
    '2023-10-01',
    '2024-03-01',
    '2024-05-01',
  ]);
  expect(printed).toContain('收费每箱3元');
  expect(first).toMatch(/第三条停蜂场应当登记。[^]*第四条收费每箱4元/);
  expect(second).toMatch(/第四条收费每箱5元[^]*检查结果每季度公布/);
  expect(second).toContain('第二条停蜂场由市蜂业局管理');
  expect(third).not.toContain('第二条停蜂场由市蜂业局管理');
  expect(third).toContain('依示政发〔2023〕9号废止');
  // The decision that made it 5元 is changed itself: the article stands as printed, and it says why.
  expect(fourth).toMatch(/第四条收费每箱3元[^]*作出修改的文件自己已失效、被撤销或者被修改/);
  // What was repealed after its day has changed the text; what was repealed before never did.
  expect(last).toContain('为规范停蜂场和蜂箱');
  expect(last).toContain('该决定自2024年7月1日起废止，条文仍照它修改后的文字整理');
  const [stored] = await database.prisma.document.findMany({ where: { docNumber: '示政规〔2021〕2号' } });
  const { open } = makeWorkedInTree(readTree(stored!, ''), await listOperations(stored!.id), new Date('2025-01-01'));
  expect(open.map(({ reason, operation }) => [operation.decision.docNumber, reason])).toContainEqual([
    '示政规〔2024〕6号',
    'neverInForce',
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.shuffledSubarray(names, { minLength: 1, maxLength: 3 }),
      async (order, gone) => {
        await remove(names);
        for (const name of order) await ingest([name]);
        expect(await snapshot()).toEqual(right);
        for (const name of gone) await remove([name]);
        const left = await snapshot();
        await remove(names);
        const stay = names.filter((name) => !gone.includes(name));
        if (stay.length > 0) await ingest(stay);
        // Taken out again is the same as never held.
        expect(left).toEqual(await snapshot());
      },
    ),
    { numRuns: 5 },
  );
  await folder.clear();
}, 240_000);

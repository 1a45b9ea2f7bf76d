import { expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { getIssue } from '@/lib/db/queries/issues/issues';
import { matchRoute } from '@/lib/addresses/routes';
import type { TestDatabase } from '@/lib/db/testing/database';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { issueText } from '@/lib/db/testing/texts';
import { openIngestGround } from '@/lib/db/testing/ingest-ground';

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));

const notice = (serial: number) => ({
  number: `示政发〔2024〕${serial}号`,
  title: `示例市人民政府关于第${serial}批渡口的通知`,
  body: ['渡口每日巡查。', '遇大风停渡。'],
  signed: '2024年3月1日',
});
const put = async (name: string, masthead: string, serial: number): Promise<void> => {
  await folder.write(name, issueText(2024, 4, [notice(serial)]).replaceAll(/2024年第4号(?:\(总第4期\))?/g, masthead));
  const { files } = await ingestPaths([folder.at(name)], { prisma: database.prisma });
  expect(files.map(({ error }) => error)).toEqual([undefined]);
};
const answerTo = async (address: string) => (await decideAddress(matchRoute(address))).kind;

test('an issue and its supplement share year and number, and are both held', async () => {
  await put('a.txt', '2024年第4号', 1);
  await put('b.txt', '2024年第4号增刊', 2);
  await put('c.txt', '2024年增刊第1号', 3);
  await put('d.txt', '2024年第5、6号', 4);
  expect(
    await database.prisma.issue.findMany({ select: { number: true, edition: true }, orderBy: { id: 'asc' } }),
  ).toEqual([
    { number: 4, edition: '' },
    { number: 4, edition: '第4号增刊' },
    { number: 1, edition: '增刊第1号' },
    { number: 5, edition: '' },
  ]);
  expect((await getIssue('shili', 2024, { number: 4, edition: '第4号增刊' }))?.title).toBe(
    '示例市人民政府公报2024年第4号增刊',
  );
  for (const segment of ['4', '4-zengkan', 'zengkan-1', '5'])
    expect(await answerTo(`/shili/issues/2024/${segment}`), segment).toBe('held');
  for (const segment of ['5-6', '6']) expect(await answerTo(`/shili/issues/2024/${segment}`), segment).toBe('leads');
  expect(await answerTo('/shili/issues/2024/zengkan')).toBe('missing');
});

test('a supplement that is taken out leaves the issue whose number it has', async () => {
  await put('a.txt', '2024年第4号', 1);
  await put('b.txt', '2024年第4号增刊', 2);
  await removeSources(database.prisma, [{ named: folder.at('b.txt'), path: folder.at('b.txt') }]);
  expect(await answerTo('/shili/issues/2024/4')).toBe('held');
  expect(await answerTo('/shili/issues/2024/4-zengkan')).toBe('ended');
  await put('b.txt', '2024年第4号增刊', 2);
  expect(await answerTo('/shili/issues/2024/4-zengkan')).toBe('held');
});

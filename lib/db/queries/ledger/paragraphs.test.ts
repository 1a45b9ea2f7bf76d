import { expect, test } from 'vitest';
import { matchRoute } from '@/lib/addresses/routes';
import { ingestPaths } from '@/lib/db/ingest';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import type { TestDatabase } from '@/lib/db/testing/database';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { openIngestGround } from '@/lib/db/testing/ingest-ground';
import { documentText } from '@/lib/db/testing/texts';
import { leadOf } from '@/lib/views/versions/notice-view';
import { getPageLedger } from './page-ledger';

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));

const FIRST = '养蜂人应当在每年三月前向市蜂业局登记蜂箱数量。';
const SECOND = '登记不收费，市蜂业局应当在五日内发给登记证。';
const THIRD = '登记证遗失的，可以凭身份证件申请补发一次。';
const NEW = '跨区放蜂的，还应当告知所到地方的乡镇政府。';

async function put(body: readonly string[], serial = 61): Promise<void> {
  const text = documentText({ number: `示政发〔2023〕${serial}号`, title: '示例市养蜂登记办法', body: [...body] });
  const path = await folder.write(`${serial}.txt`, text);
  const { files } = await ingestPaths([path], { prisma: database.prisma, accept: true });
  expect(files.map(({ error }) => error)).toEqual([undefined]);
}
const around = (article: readonly string[]): string[] => [
  '第一条　为了管理养蜂，制定本办法。',
  ...article.map((line, at) => (at === 0 ? `第二条　${line}` : line)),
  '第三条　本办法自2023年7月1日起施行。',
];
const BEES = '/shili/shizhengfa-2023-61';
async function decide(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  const decision = await decideAddress(matchRoute(pathname), searchParams);
  return decision.kind === 'leads' ? `${decision.status} ${decision.to}` : decision.kind;
}
/** What the page tells at a 款, and where addresses are kept that it has no more. */
async function told(serial = 61) {
  const { notices, anchors } = await getPageLedger((await getDocument('shili', `shizhengfa-2023-${serial}`))!, {});
  return {
    notices: Object.fromEntries(
      [...notices].flatMap(([at, all]) =>
        at.includes('.k') ? [[at, all.map((notice) => leadOf(notice).slice(15))]] : [],
      ),
    ),
    anchors: [...anchors].flatMap(([at, all]) => all.map(({ address, notices: own }) => [at, address, own.length])),
  };
}

test('an address of a 款 that was given out leads to its words, or what happened is told', async () => {
  await put(around([FIRST, SECOND, THIRD]));
  for (const at of ['t2.k1', 't2.k2', 't2.k3']) expect(await decide(`${BEES}/${at}`)).toBe(`307 ${BEES}#${at}`);
  expect(await decide(`${BEES}/t2.k4`)).toBe('missing');
  expect(await told()).toEqual({ notices: {}, anchors: [] });

  // One put in: each 款 says where the words are that its address meant.
  await put(around([FIRST, NEW, SECOND, THIRD]));
  expect(await decide(`${BEES}/t2.k2`)).toBe(`307 ${BEES}#t2.k2`);
  expect((await told()).notices).toEqual({
    't2.k2': ['此处为今第二条第三款：'],
    't2.k3': ['此处为今第二条第四款：'],
  });

  // A correction inside a 款 is told by its article.
  await put(around([FIRST, NEW.replace('还应当', '应当'), SECOND, THIRD]));
  expect(Object.keys((await told()).notices)).toEqual(['t2.k2', 't2.k3']);

  // The last ones gone: the address of what is nowhere says so, others lead to their words.
  await put(around([FIRST, SECOND]));
  expect(await decide(`${BEES}/t2.k2`)).toBe(`307 ${BEES}#t2.k2`);
  expect(await decide(`${BEES}/t2.k4`)).toBe('ended');
  expect((await told()).anchors).toContainEqual(['t2', 't2.k4', 1]);

  // An article that has one 款 left: the address of that leads to the article.
  await put(around([SECOND]));
  expect(await decide(`${BEES}/t2.k1`)).toBe('ended');
  expect(await decide(`${BEES}/t2.k2`)).toBe('ended');

  // A 款 that is an article now.
  await put([...around([FIRST, SECOND]).slice(0, 3), `第三条　${THIRD}`, '第四条　本办法自2023年7月1日起施行。']);
  expect(await decide(`${BEES}/t2.k1`)).toBe(`307 ${BEES}#t2.k1`);
  expect(await decide(`${BEES}/t2.k4`)).toBe(`308 ${BEES}/t3`);
}, 60_000);

test('of an article that moved as a whole its own notice says enough', async () => {
  await put(around([FIRST, SECOND]), 62);
  const [purpose, , , force] = around([FIRST, SECOND]);
  await put([purpose!, `第二条　${NEW}`, `第三条　${FIRST}`, SECOND, force!.replace('第三条', '第四条')], 62);
  const place = '/shili/shizhengfa-2023-62';
  expect(await decide(`${place}/t2.k2`)).toBe(`308 ${place}/t3.k2`);
  expect(await decide(`${place}/t3.k2`)).toBe(`307 ${place}#t3.k2`);
  expect((await told(62)).notices).toEqual({});
}, 60_000);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printSharedKey } from '@/lib/addresses/version-params';
import { matchRoute } from '@/lib/addresses/routes';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { getPeek } from '@/lib/db/queries/documents/peek';
import { getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';
import { listPassages } from '@/lib/versions';
import { endedMunicipalitySentences } from '@/lib/views/versions/ended-words';
import { findFormerMunicipality } from './documents';
import { tellIssue, tellNumber, tellPlace } from './tell-place';
import { getPageLedger } from './page-ledger';

const CLAUSES = [
  '为了保护城市河道,防止水土流失,制定本办法。',
  '市水务局负责全市河道的日常巡查和维护工作。',
  '任何单位不得向河道倾倒垃圾、渣土和污水。',
  '沿河单位应当在每年三月底以前完成清淤任务。',
  '违反本办法的,由市水务局责令限期改正。',
  '本办法由市水务局负责解释,自印发之日起施行。',
];
const PUT_IN = '河道两岸三十米以内为保护范围,应当设立界桩。';
const CORRECTED = '市水务局负责全市河道的日常巡查、监测和维护工作。';
const rivers = (texts: readonly string[], more: Partial<TextOfDocument> = {}): TextOfDocument => ({
  number: '示政发〔2023〕42号',
  title: '示例市河道管理办法',
  body: texts.map((text, at) => `第${'一二三四五六七八九'[at]}条 ${text}`),
  ...more,
});
const RIVERS = '/shili/shizhengfa-2023-42';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  process.env.DATABASE_URL = database.url;
  // What else the municipality has, and goes on to have.
  await put(
    'other.txt',
    documentText(rivers(['全市每年三月植树。'], { number: '示政发〔2023〕7号', title: '示例市植树办法' })),
  );
});
afterAll(async () => {
  await getClient().$disconnect();
  await folder.clear();
  await database.drop();
});

const put = async (name: string, text: string): Promise<void> => {
  await folder.write(name, text);
  const { files } = await ingestPaths([folder.at(name)], { prisma: database.prisma, accept: true });
  expect(files.map(({ error }) => error)).toEqual([undefined]);
};
const decide = async (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  const decision = await decideAddress(matchRoute(pathname), searchParams);
  return decision.kind === 'leads' ? `${decision.status} ${decision.to}` : decision.kind;
};
const read = async (slug = 'shizhengfa-2023-42') => (await getDocument('shili', slug))!;

/** What every address of a document means: to be asked again after later changes. */
async function noteAddresses(slug?: string): Promise<{ address: string; key: string; words: string }[]> {
  return listPassages((await read(slug)).tree);
}

/**
 * Counts what a former address is answered with: by page, by fragment and by key. Anything that is
 * not right is listed with the address.
 */
async function askAgain(former: readonly { address: string; key: string; words: string }[], slug: string) {
  const document = await read(slug);
  const present = new Map(listPassages(document.tree).map((passage) => [passage.address, passage]));
  const { notices, anchors } = await getPageLedger(document, {});
  const kept = new Map([...anchors].flatMap(([at, all]) => all.map((anchor) => [anchor.address, { at, ...anchor }])));
  const counts: Record<string, number> = {};
  for (const { address, key, words } of former) {
    const now = present.get(address);
    const page = await decide(`/shili/${slug}/${address}`);
    const shared = await decide(`/shili/${slug}/${address}?k=${printSharedKey(address, key)}`);
    const alone = await getPageLedger(document, {}, address);
    const isTold = (alone.notices.get(address)?.length ?? 0) > 0;
    // What is told on the section's page alone was changed below.
    const isInText = notices.has(address) || kept.has(address) || (isTold && now !== undefined);
    const holds = (target: string): boolean => {
      const there = present.get(target.split(/[/#]/).at(-1)!);
      return there?.key === key || there?.words.includes(words) === true;
    };
    const answer =
      now?.key === key
        ? page === 'held' && shared === `307 /shili/${slug}/${address}` && 'the same'
        : page.startsWith('308')
          ? holds(page) && isInText && shared.startsWith('307') && holds(shared) && 'led'
          : now
            ? page === 'held' &&
              isTold &&
              isInText &&
              (shared.startsWith('307') ? holds(shared) : shared === 'held') &&
              'told'
            : page === 'ended' &&
              isInText &&
              (shared.startsWith('307') ? holds(shared) : shared === 'ended') &&
              'told of none';
    const name = answer === false ? `wrong: ${address} ${page} ${shared} ${isInText}` : answer;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('after edits of a document', () => {
  const former: { address: string; key: string; words: string }[] = [];
  const edits: [string, string[]][] = [
    ['one put in', CLAUSES.toSpliced(2, 0, PUT_IN)],
    ['one corrected', [CLAUSES[0]!, CORRECTED, PUT_IN, ...CLAUSES.slice(2)]],
    ['one taken out', [CLAUSES[0]!, CORRECTED, PUT_IN, CLAUSES[2]!, ...CLAUSES.slice(4)]],
    ['two swapped', [CLAUSES[0]!, PUT_IN, CORRECTED, CLAUSES[2]!, ...CLAUSES.slice(4)]],
    ['as it was at first', CLAUSES],
    ['the last ones taken out', CLAUSES.slice(0, 4)],
  ];

  test('every former address leads to its words, or tells of them', async () => {
    await put('a.txt', documentText(rivers(CLAUSES)));
    const all: Record<string, number>[] = [];
    for (const [, clauses] of edits) {
      former.push(...(await noteAddresses()));
      await put('a.txt', documentText(rivers(clauses)));
      all.push(await askAgain(former, 'shizhengfa-2023-42'));
    }
    expect(all[0]).toEqual({ 'the same': 2, told: 5 });
    expect(all.flatMap((counts) => Object.keys(counts)).filter((name) => name.startsWith('wrong'))).toEqual([]);
    expect(all.at(-1)).toEqual({ 'the same': 13, told: 17, 'told of none': 14 });
  }, 60_000);

  test('keys and versions: same words, others, unknown ones, and what is no key', async () => {
    const { tree, ledger } = await read();
    const key = printSharedKey('t1', listPassages(tree).find(({ address }) => address === 't1')!.key);
    expect(await decide(`${RIVERS}?k=${key}`)).toBe(`307 ${RIVERS}`);
    expect(await decide(`${RIVERS}?q=河道&k=${key}`)).toBe(`307 ${RIVERS}?q=%E6%B2%B3%E9%81%93`);
    expect(await decide(`${RIVERS}/t2?k=${key.replace('t1', 't2')}`)).toBe(`307 ${RIVERS}/t1`);
    expect(await decide(`${RIVERS}?k=${key.replace('t1', 't2')}`)).toBe(`307 ${RIVERS}#t1`);
    expect(await decide(`${RIVERS}/t1?k=t1.000000`)).toBe('held');
    expect(await decide(`${RIVERS}/t1?k=t1`)).toBe('held');
    expect(await decide(`${RIVERS}?k=document.000000`)).toBe('held');
    expect(ledger!.version).toBe(7);
    for (const version of [1, 6, 7]) expect(await decide(`${RIVERS}?v=${version}`)).toBe('held');
    expect(await decide(`${RIVERS}?v=8`)).toBe('missing');
    expect(await decide(`${RIVERS}/versions/1..7`)).toBe('held');
    expect(await decide(`${RIVERS}/versions/1..8`)).toBe('missing');
    expect(await decide(`${RIVERS}/nosuch`)).toBe('missing');
  });

  test('what changed is told with the words that were there, for the link that means them', async () => {
    const document = await read();
    const gone = former.find(({ address, words }) => address === 't3' && words.includes('两岸三十米'))!;
    const asked = { k: printSharedKey('t3', gone.key) };
    const { shared, notices } = await getPageLedger(document, asked, 't3');
    expect(shared).toMatchObject({ kind: 'other', address: 't3', wasGone: true });
    const [told] = notices.get('t3')!.filter(({ isOpen }) => isOpen);
    expect(told).toMatchObject({ words: '第三条河道两岸三十米以内为保护范围，应当设立界桩。', kind: 'gone' });
    expect((await getPageLedger(document, { k: 'document.000000' })).shared).toEqual({ kind: 'unknown' });
  });

  test('a corrected number leads on, with what was asked, and its number says whose it was', async () => {
    await put('a.txt', documentText(rivers(CLAUSES.slice(0, 4), { number: '示政发〔2023〕43号' })));
    expect(await decide(RIVERS)).toBe('308 /shili/shizhengfa-2023-43');
    expect(await decide(`${RIVERS}?v=1`)).toBe('308 /shili/shizhengfa-2023-43?v=1');
    expect(await decide(`${RIVERS}/t1?k=t1.000000`)).toBe('308 /shili/shizhengfa-2023-43/t1?k=t1.000000');
    expect(await decide(`${RIVERS}/t6`)).toBe('ended');
    expect(await decide(`${RIVERS}/web`)).toBe('308 /shili/shizhengfa-2023-43/web');
    expect(await decide(`${RIVERS}/versions/1..2`)).toBe('308 /shili/shizhengfa-2023-43/versions/1..2');
    expect(await getDocNumberPage('示政发〔2023〕42号')).toMatchObject({
      kind: 'absent',
      formers: [{ document: { slug: 'shizhengfa-2023-43' } }],
    });
    expect(await tellNumber('示政发〔2023〕42号', ({ document }) => document)).toEqual({
      location: 'shizhengfa-2023-43',
      status: 308,
    });
    expect(await tellNumber('示政发〔2023〕41号', ({ document }) => document)).toBeNull();
    expect(
      await tellPlace({ municipality: 'shili', document: 'shizhengfa-2023-42' }, ({ document }) => document),
    ).toEqual({
      location: 'shizhengfa-2023-43',
      status: 308,
    });
  });

  test('withdrawn: what it was, since when, why, and no text', async () => {
    await removeSources(database.prisma, [{ named: folder.at('a.txt'), path: folder.at('a.txt') }], '含个人信息');
    for (const address of ['/shili/shizhengfa-2023-43', RIVERS, `${RIVERS}/t1`, '/shili/shizhengfa-2023-43?v=1'])
      expect(await decide(address), address).toBe('ended');
    expect(await decide('/shili/shizhengfa-2023-43/versions')).toBe('ended');
    const news = await tellPlace({ municipality: 'shili', document: 'shizhengfa-2023-43' }, () => '');
    expect(news).toHaveProperty('status', 410);
    expect(news && 'error' in news && news.error).toMatch(/^《示例市河道管理办法》.*撤下.*原因：含个人信息。$/u);
    expect(await tellNumber('示政发〔2023〕43号', () => '')).toEqual(news);
    const peek = { kind: 'document', municipality: 'shili', document: 'shizhengfa-2023-43', address: null } as const;
    expect(await getPeek(peek)).toMatchObject({ kind: 'ended', docNumber: '示政发〔2023〕43号' });
  });
});

describe('of an issue', () => {
  test('a document parted in two, and one merged into another', async () => {
    const lakes = { number: '示政发〔2023〕9号', title: '示例市河道处罚办法' };
    await put('issue.txt', issueText(2023, 3, [rivers(CLAUSES, { number: '示政发〔2023〕8号' })]));
    const parted = [rivers(CLAUSES.slice(0, 4), { number: '示政发〔2023〕8号' }), rivers(CLAUSES.slice(4), lakes)];
    await put('issue.txt', issueText(2023, 3, parted));
    expect(await decide('/shili/shizhengfa-2023-8/t5')).toBe('308 /shili/shizhengfa-2023-9/t1');
    await put('issue.txt', issueText(2023, 3, [rivers(CLAUSES, { number: '示政发〔2023〕8号' })]));
    expect(await decide('/shili/shizhengfa-2023-8/t5')).toBe('held');
    expect(await decide('/shili/shizhengfa-2023-9')).toMatch(/^308 \/shili\/shizhengfa-2023-8/);
    expect(await decide('/shili/shizhengfa-2023-9/t2')).toBe('308 /shili/shizhengfa-2023-8/t6');
  });

  test('an issue taken out says so', async () => {
    await removeSources(database.prisma, [{ named: folder.at('issue.txt'), path: folder.at('issue.txt') }], '重复收录');
    expect(await decide('/shili/issues/2023/3')).toBe('ended');
    expect(await decide('/shili/issues/2023/4')).toBe('missing');
    const news = await tellIssue('shili', 2023, { number: 3 });
    expect(news && 'error' in news && news.error).toContain('原因：重复收录。');
    expect(await decide('/shili/shizhengfa-2023-8')).toBe('ended');
  });
});

test('a municipality that has nothing any more says what it had', async () => {
  expect(await decide('/shili')).toBe('held');
  await removeSources(database.prisma, [{ named: folder.at('other.txt'), path: folder.at('other.txt') }], '误收');
  expect(await decide('/shili')).toBe('ended');
  expect(await decide('/shili/timeline')).toBe('ended');
  expect(await decide('/nosuch')).toBe('missing');
  const former = (await findFormerMunicipality('shili'))!;
  expect(endedMunicipalitySentences(former)[0]).toMatch(/^本站收录过示例市的 \d 件文件。$/);
});

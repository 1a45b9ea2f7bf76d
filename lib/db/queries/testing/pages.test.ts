import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { countStatements } from '@/lib/db/testing/statements';
import { matchRoute } from '@/lib/addresses/routes';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import {
  countSectionCitings,
  listCitingSections,
  listSectionCitings,
} from '@/lib/db/queries/citations/citing-sections';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { getIssueWithDocuments } from '@/lib/db/queries/issues/issue-with-documents';
import { readHealth } from '@/lib/db/queries/portal/health';
import { readDocNumber } from '@/lib/gazette';
import { getIssue, listNewestIssues } from '@/lib/db/queries/issues/issues';
import { getMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { describeAbsent, getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { listMunicipalities } from '@/lib/db/queries/municipalities/overview';
import { listShownValidities } from '@/lib/db/queries/validity/shown-validities';
import { listNearWanted, listWanted, streamWanted } from '@/lib/db/queries/numbers/wanted';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const absentNumber = async (spelling: string) => describeAbsent(readDocNumber(spelling)!, { page: 1 });
const idOf = async (slug: string, municipality = 'shili') => (await getDocument(municipality, slug))?.id ?? 0;

describe('municipalities', () => {
  test('are listed with counts, years and numbers, the sample last', async () => {
    const { places, ...all } = await listMunicipalities('name', 10);
    expect(all).toEqual({ total: 2, page: 1, pages: 1 });
    expect(places).toMatchObject([
      {
        name: '样例市',
        slug: 'yangli',
        sample: false,
        issueCount: 1,
        documentCount: 1,
        years: [{ year: 2023, issues: [{ number: 1 }] }],
      },
      {
        name: '示例市',
        slug: 'shili',
        sample: true,
        issueCount: 3,
        documentCount: 6,
        latestIssue: { year: 2023, number: 2 },
        years: [
          { year: 2023, issues: [{ number: 2 }, { number: 1, totalNumber: 1 }] },
          { year: 2022, issues: [{ number: 4 }] },
        ],
      },
    ]);
  });

  test('are listed in pages', async () => {
    const second = await listMunicipalities('newest', 1, 2);
    expect(second).toMatchObject({ places: [{ slug: 'shili' }], total: 2, pages: 2 });
    expect((await listMunicipalities('newest', 1, 3)).places).toEqual([]);
  });

  test('have their issues by year and their standalone documents, newest first', async () => {
    const municipality = await getMunicipality('shili');
    expect(municipality?.years).toMatchObject([
      {
        year: 2023,
        issues: [
          { number: 2, documentCount: 1 },
          { number: 1, documentCount: 2 },
        ],
      },
      { year: 2022, issues: [{ number: 4, documentCount: 1 }] },
    ]);
    expect(municipality?.standalone).toMatchObject({
      total: 2,
      pages: 1,
      documents: [{ slug: 'shizhengfa-2024-5' }, { docNumber: null }],
    });
    expect(municipality).toMatchObject({
      issueCount: 3,
      yearPages: { pages: [{ newest: 2023, oldest: 2022 }], shown: 0 },
    });
    expect(municipality?.newest).toHaveLength(6);
    expect(municipality?.newest[0]).toMatchObject({ slug: 'shizhengfa-2024-5' });
    // 国发〔2021〕3号 is mentioned more often, but by no code of this municipality.
    expect(municipality?.wanted.every(({ docNumber }) => docNumber.startsWith('示'))).toBe(true);
    expect((await getMunicipality('shili', 2))?.standalone.documents).toEqual([]);
    expect((await getMunicipality('shili', 1, 1950))?.years, 'a year before the first shows the last page').toEqual(
      municipality?.years,
    );
  });

  test('that are not held are null', async () => {
    expect(await getMunicipality('nowhere')).toBeNull();
  });
});

describe('issues', () => {
  test('are listed newest first with their contents', async () => {
    const issues = await listNewestIssues(2);
    expect(issues).toHaveLength(2);
    expect(issues[0]).toMatchObject({
      year: 2023,
      tocGroups: [
        {
          entries: [{ docNumber: '示政发〔2023〕2号', document: { slug: 'shizhengfa-2023-2' } }],
        },
      ],
    });
  });

  test('know their neighbours, their year and what they cite', async () => {
    const issue = await getIssue('shili', 2023, { number: 1 });
    expect(issue).toMatchObject({
      totalNumber: 1,
      documentCount: 2,
      documentsOutsideToc: [],
      previous: { year: 2022, number: 4 },
      next: { year: 2023, number: 2 },
      municipality: { name: '示例市' },
    });
    expect(issue?.sameYear.map(({ number }) => number)).toEqual([2, 1]);
    expect(
      issue?.cited.map(({ docNumber, candidates, mentions, target }) => [
        docNumber,
        candidates,
        mentions,
        target?.slug,
      ]),
    ).toEqual([
      ['示政发〔2022〕9号', 1, 1, 'shizhengfa-2022-9'],
      ['示政发〔2023〕1号', 1, 1, 'shizhengfa-2023-1'],
      ['示政发〔2023〕2号', 1, 1, 'shizhengfa-2023-2'],
      ['国发〔2021〕3号', 0, 2, undefined],
    ]);
    expect(issue?.cited[0]?.target).toMatchObject({
      municipality: 'shili',
      title: '示例市人民政府关于印发《示例市绿化办法》的通知',
    });
  });

  test('of two numbers are found by either', async () => {
    const second = { year: 2023, number: 2, municipality: { slug: 'shili' } };
    await getClient().issue.updateMany({ where: second, data: { lastNumber: 3 } });
    expect(await getIssue('shili', 2023, { number: 3 })).toMatchObject({ number: 2, lastNumber: 3 });
    const own = { kind: 'leads', to: '/shili/issues/2023/2', status: 307 };
    expect(await decideAddress(matchRoute('/shili/issues/2023/3'))).toEqual(own);
    expect(await decideAddress(matchRoute('/shili/issues/2023/2-3'))).toEqual(own);
    expect(await decideAddress(matchRoute('/shili/issues/2023/4'))).toEqual({ kind: 'missing' });
    await getClient().issue.updateMany({ where: second, data: { lastNumber: null } });
  });

  test('that are not held are null', async () => {
    expect(await getIssue('shili', 2023, { number: 9 })).toBeNull();
    expect(await getIssue('nowhere', 2023, { number: 1 })).toBeNull();
  });
});

describe('documents', () => {
  test('know their tree, issue, neighbours and clashes', async () => {
    const document = await getDocument('shili', 'shizhengfa-2023-1');
    expect(document).toMatchObject({
      docNumber: '示政发〔2023〕1号',
      tree: { type: 'document' },
      issue: { year: 2023, number: 1 },
      issueDocumentCount: 2,
      previous: null,
      next: { slug: 'shizhengfa-2023-8' },
      sameNumber: [],
    });
    expect((await getDocument('shili', 'shizhengfa-2023-2'))?.sameNumber).toMatchObject([
      { municipality: { slug: 'yangli' } },
    ]);
  });

  test('that stand alone have neighbours by date', async () => {
    expect(await getDocument('shili', 'shizhengfa-2024-5')).toMatchObject({
      issue: null,
      issueDocumentCount: null,
      previous: { docNumber: null },
      next: null,
    });
  });

  test('tell for each citation what the portal holds', async () => {
    expect(
      (await listCitationTargets(await idOf('shizhengfa-2023-1'))).map(({ docNumber, title, state, target }) => [
        docNumber ?? title,
        state,
        target?.slug,
      ]),
    ).toEqual([
      ['示例市绿化办法', 'held', 'shizhengfa-2022-9'],
      ['示政发〔2022〕9号', 'held', 'shizhengfa-2022-9'],
      ['示政发〔2023〕2号', 'held', 'shizhengfa-2023-2'],
      ['国发〔2021〕3号', 'absent', undefined],
      ['国发〔2021〕3号', 'absent', undefined],
    ]);
  });

  test('that are not held are null', async () => {
    expect(await getDocument('shili', 'nothing')).toBeNull();
    expect(await getDocument('yangli', 'shizhengfa-2023-1')).toBeNull();
  });
});

describe('被引用', () => {
  test('leads back to the very section, newest first', async () => {
    const { total, mentions } = await listCitingSections(await idOf('shizhengfa-2022-9'));
    expect(total).toBe(3);
    expect(mentions.map(({ document, section, words }) => [document.slug, section.address, words])).toEqual([
      ['shizhengfa-2024-5', '2', '示政发〔2022〕9号'],
      ['shizhengfa-2023-1', '1', '《示例市绿化办法》'],
      ['shizhengfa-2023-1', '1', '示政发〔2022〕9号'],
    ]);
    expect(mentions[0]?.section.path[0]).toMatchObject({ address: 'n' });
    for (const { sentence, wordsAt, words } of mentions)
      expect(sentence.slice(wordsAt, wordsAt + words.length)).toBe(words);
  });

  test('is counted by relation, and one relation can be read alone, in pages', async () => {
    const id = await idOf('shizhengfa-2022-9');
    const { relations, total, pages } = await listCitingSections(id);
    expect(relations.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(pages).toBe(1);
    for (const { relation, count } of relations) {
      const { mentions } = await listCitingSections(id, { relation, page: 1 });
      expect(mentions.map((mention) => mention.relation)).toEqual(Array.from({ length: count }, () => relation));
    }
    expect((await listCitingSections(id, { page: 2 })).mentions).toEqual([]);
    expect(await listCitingSections(id, { relation: 'repeals', page: 1 })).toMatchObject({
      total,
      mentions: [],
      pages: 0,
    });
  });

  test('leads to the section that is meant, where the citation names one', async () => {
    const id = await idOf('shizhengfa-2022-9');
    const [meant] = await database.prisma.citation.findMany({ where: { targetDocumentId: id }, take: 1 });
    await database.prisma.citation.update({ where: { id: meant!.id }, data: { targetAddress: '2.1' } });
    expect([...(await countSectionCitings(id))]).toEqual([['2.1', 1]]);
    expect((await listSectionCitings(id, '2.1')).mentions.map(({ words }) => words)).toEqual([meant!.words]);
    expect((await listSectionCitings(id, '2')).total).toBe(0);
    await database.prisma.citation.update({ where: { id: meant!.id }, data: { targetAddress: meant!.targetAddress } });
  });
});

describe('/wenhao', () => {
  test.each(['示政发〔2022〕9号', '示政发[2022]9号', '示政发2022-9', '示政发（２０２２）第０９号'])(
    '%s is the document',
    async (spelling) => {
      expect(await getDocNumberPage(spelling)).toMatchObject({
        kind: 'document',
        document: { slug: 'shizhengfa-2022-9' },
      });
    },
  );

  test.each([
    ['示政发〔2022〕9号二、（二）', '/shili/shizhengfa-2022-9#2.2'],
    ['关于示政发〔2022〕9号', '/shili/shizhengfa-2022-9'],
    ['《示例市绿化办法》', '/shili/shizhengfa-2022-9'],
    ['示例市人民政府国发〔2021〕3号', `/wenhao/${encodeURIComponent('国发〔2021〕3号')}`],
  ])('%s leads to %s', async (spelling, to) => {
    expect(await getDocNumberPage(spelling)).toEqual({ kind: 'leads', to });
  });

  test('a number of two documents is a choice', async () => {
    const page = await getDocNumberPage('示政发〔2023〕2号');
    expect(page.kind === 'several' && page.documents.map(({ municipality }) => municipality.slug).sort()).toEqual([
      'shili',
      'yangli',
    ]);
  });

  test('an incomplete number is a choice, even of one', async () => {
    expect(await getDocNumberPage('示政发 9')).toMatchObject({
      kind: 'several',
      canonical: null,
      documents: [{ slug: 'shizhengfa-2022-9' }],
    });
  });

  test('an absent number tells who cites it, with which titles, and who issues such numbers', async () => {
    expect(await getDocNumberPage('国发2021 3')).toMatchObject({ kind: 'absent', canonical: '国发〔2021〕3号' });
    expect(await absentNumber('国发2021 3')).toMatchObject({
      titles: [
        { title: '关于林业的意见', count: 1 },
        { title: '林业意见', count: 1 },
      ],
      issuer: { name: '国务院', from: 'name' },
      mentions: {
        total: 2,
        mentions: [
          { relation: 'implements', section: { address: '2.2' } },
          { relation: 'cites', section: { address: '2.1' } },
        ],
      },
      near: [],
      validity: { state: 'unknown' },
    });
  });

  test('an absent number tells what is nearly the same, and what held documents of its code say of its issuer', async () => {
    expect((await absentNumber('示政办发〔2023〕8号')).near.map(({ docNumber }) => docNumber)).toEqual([
      '示政发〔2023〕8号',
    ]);
    // Two municipalities use this code; what is left is what the code itself tells.
    expect((await absentNumber('示政发〔2023〕80号')).issuer).toEqual({ name: '人民政府', from: 'kind' });
    expect((await absentNumber('示政办发〔2023〕8号')).issuer).toEqual({ name: '政府办公室（厅）', from: 'kind' });
  });

  test.each(['天气', '', '〔〕', 'x'.repeat(1000)])('%j is unreadable', async (spelling) => {
    expect(await getDocNumberPage(spelling)).toEqual({ kind: 'unreadable' });
  });
});

describe('待补文件', () => {
  const wanted = (docNumber: string, agencyCode: string, year: number | null, serial: number, documents: number) => ({
    docNumber,
    agencyCode,
    year,
    serial,
    documents,
    mentions: documents + 1,
    title: '关于某事的通知',
    newestOn: new Date('2023-03-01'),
    held: false,
  });
  beforeAll(async () => {
    const numbers = Array.from({ length: 60 }, (_, index) =>
      wanted(`远政发〔2019〕${index + 1}号`, '远政发', 2019, index + 1, 3),
    );
    await database.prisma.citedNumber.createMany({
      data: [
        ...numbers,
        wanted('远政发〔2018〕7号', '远政发', 2018, 7, 9),
        wanted('远府发〔2019〕9号', '远府发', 2019, 9, 2),
        { ...wanted('远政发〔2019〕99号', '远政发', 2019, 99, 50), held: true },
      ],
    });
  });
  const numbersOf = ({ numbers }: Awaited<ReturnType<typeof listWanted>>) => numbers.map(({ docNumber }) => docNumber);

  test('the most wanted first, without what is held, in pages', async () => {
    const first = await listWanted({ agency: '远政发', page: 1 });
    expect(first).toMatchObject({ total: 61, capped: false, pages: 2 });
    expect(numbersOf(first).slice(0, 2)).toEqual(['远政发〔2018〕7号', '远政发〔2019〕10号']);
    expect(numbersOf(await listWanted({ agency: '远政发', page: 2 }))).toHaveLength(11);
  });

  test('an agency and a year limit it; each choice is counted with the other one set', async () => {
    const { total, years, agencies } = await listWanted({ agency: '远政发', year: 2018, page: 1 });
    expect(total).toBe(1);
    expect(years).toEqual([
      { value: '2019', count: 60 },
      { value: '2018', count: 1 },
    ]);
    expect(agencies).toEqual([{ value: '远政发', count: 1 }]);
    expect(await listWanted({ agency: '无此', page: 1 })).toMatchObject({ numbers: [], total: 0, pages: 0 });
  });

  test('the table has every number once, in the order of the list', async () => {
    const rows = [];
    for await (const batch of streamWanted({ agency: '远政发' }, 100, 7)) rows.push(...batch);
    const pages = await Promise.all([1, 2].map((page) => listWanted({ agency: '远政发', page })));
    expect(rows.map(({ docNumber }) => docNumber)).toEqual(pages.flatMap(numbersOf));
  });

  test('near a number stand those that are one slip away', async () => {
    const near = (spelling: string) => listNearWanted(readDocNumber(spelling)!);
    expect((await near('远府发〔2019〕9号')).map(({ docNumber }) => docNumber)).toEqual(['远政发〔2019〕9号']);
    expect((await near('远政发〔2017〕7号')).map(({ docNumber }) => docNumber)).toContain('远政发〔2018〕7号');
    expect(await near('远政发〔2001〕888号')).toEqual([]);
  });
});

test('a migrated database has nothing to complain of', async () => {
  expect(await readHealth()).toMatchObject({ reasons: [], database: { role: 'primary' } });
});

test('every page costs a fixed number of statements', async () => {
  const target = await idOf('shizhengfa-2022-9');
  const document = (await getDocument('shili', 'shizhengfa-2023-1'))!;
  const shown = {
    document,
    targets: await listCitationTargets(document.id),
    citing: await listCitingSections(document.id),
  };
  const costs = {
    listPlaces: await countStatements(() => listMunicipalities('newest', 8)),
    getMunicipality: await countStatements(() => getMunicipality('shili')),
    listNewestIssuesOne: await countStatements(() => listNewestIssues(1)),
    listNewestIssuesAll: await countStatements(() => listNewestIssues(10)),
    getIssue: await countStatements(() => getIssue('shili', 2023, { number: 1 })),
    getDocument: await countStatements(() => getDocument('shili', 'shizhengfa-2023-1')),
    listCitationTargets: await countStatements(() => listCitationTargets(target)),
    listCitingSections: await countStatements(() => listCitingSections(target)),
    listShownValidities: await countStatements(() => listShownValidities(shown)),
    // What the search knows of all rows is read once a second.
    describeAbsent: Math.min(
      await countStatements(() => absentNumber('国发〔2021〕3号')),
      await countStatements(() => absentNumber('国发〔2021〕3号')),
    ),
    listWanted: await countStatements(() => listWanted({ page: 1 })),
  };
  expect(costs).toMatchInlineSnapshot(`
    {
      "describeAbsent": 12,
      "getDocument": 13,
      "getIssue": 13,
      "getMunicipality": 12,
      "listCitationTargets": 4,
      "listCitingSections": 7,
      "listNewestIssuesAll": 10,
      "listNewestIssuesOne": 5,
      "listPlaces": 4,
      "listShownValidities": 2,
      "listWanted": 5,
    }
  `);
});

test('an issue for a file has its documents in order with their trees and citations, in as many statements for any number', async () => {
  const issue = await getIssueWithDocuments('shili', 2023, { number: 1 });
  expect(issue?.documents.map(({ slug }) => slug)).toEqual(['shizhengfa-2023-1', 'shizhengfa-2023-8']);
  expect(issue?.documents[0]).toMatchObject({ tree: { type: 'document' }, issue: { year: 2023, number: 1 } });
  expect(issue?.documents[0]?.targets).toEqual(await listCitationTargets(await idOf('shizhengfa-2023-1')));
  expect(await getIssueWithDocuments('shili', 2023, { number: 99 })).toBeNull();
});

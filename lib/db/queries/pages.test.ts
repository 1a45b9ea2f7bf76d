import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { countStatements } from '@/lib/db/testing/statements';
import { getDocNumberPage, listCitingSections } from './citations';
import { getDocument, listCitationTargets } from './documents';
import { getIssueWithDocuments } from './files';
import { isReady } from './health';
import { getIssue, listNewestIssues } from './issues';
import { getMunicipality, listMunicipalities } from './municipalities';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const idOf = async (slug: string, municipality = 'shili') => (await getDocument(municipality, slug))?.id ?? 0;

describe('municipalities', () => {
  test('are listed with counts, years and numbers, the sample last', async () => {
    expect(await listMunicipalities()).toMatchObject([
      {
        name: '样例市',
        slug: 'yangli',
        sample: false,
        issueCount: 1,
        documentCount: 1,
        years: [{ year: 2023, numbers: [1] }],
      },
      {
        name: '示例市',
        slug: 'shili',
        sample: true,
        issueCount: 3,
        documentCount: 6,
        latestIssue: { year: 2023, number: 2 },
        years: [
          { year: 2023, numbers: [1, 2] },
          { year: 2022, numbers: [4] },
        ],
      },
    ]);
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
    expect((await getMunicipality('shili', 2))?.standalone.documents).toEqual([]);
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
    const issue = await getIssue('shili', 2023, 1);
    expect(issue).toMatchObject({
      totalNumber: 1,
      documentCount: 2,
      documentsOutsideToc: [],
      previous: { year: 2022, number: 4 },
      next: { year: 2023, number: 2 },
      municipality: { name: '示例市' },
    });
    expect(issue?.sameYear.map(({ number }) => number)).toEqual([1, 2]);
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

  test('that are not held are null', async () => {
    expect(await getIssue('shili', 2023, 9)).toBeNull();
    expect(await getIssue('nowhere', 2023, 1)).toBeNull();
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
    expect((await listCitingSections(await idOf('shizhengfa-2022-9'), 1, 2)).mentions).toHaveLength(1);
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

  test('an absent number tells who cites it, with which titles', async () => {
    expect(await getDocNumberPage('国发2021 3')).toMatchObject({
      kind: 'absent',
      canonical: '国发〔2021〕3号',
      titles: [
        { title: '关于林业的意见', count: 1 },
        { title: '林业意见', count: 1 },
      ],
      total: 2,
      mentions: [{ section: { address: '2.1' } }, { section: { address: '2.2' } }],
      near: [],
    });
  });

  test('an absent number tells what is nearly the same', async () => {
    const page = await getDocNumberPage('示政办发〔2023〕8号');
    expect(page.kind === 'absent' && page.near.map(({ docNumber }) => docNumber)).toEqual(['示政发〔2023〕8号']);
  });

  test.each(['天气', '', '〔〕', 'x'.repeat(1000)])('%j is unreadable', async (spelling) => {
    expect(await getDocNumberPage(spelling)).toEqual({ kind: 'unreadable' });
  });
});

test('isReady is true with a migrated database', async () => {
  expect(await isReady()).toBe(true);
});

test('every page costs a fixed number of statements', async () => {
  const target = await idOf('shizhengfa-2022-9');
  const costs = {
    listMunicipalities: await countStatements(listMunicipalities),
    getMunicipality: await countStatements(() => getMunicipality('shili')),
    listNewestIssuesOne: await countStatements(() => listNewestIssues(1)),
    listNewestIssuesAll: await countStatements(() => listNewestIssues(10)),
    getIssue: await countStatements(() => getIssue('shili', 2023, 1)),
    getDocument: await countStatements(() => getDocument('shili', 'shizhengfa-2023-1')),
    listCitationTargets: await countStatements(() => listCitationTargets(target)),
    listCitingSections: await countStatements(() => listCitingSections(target)),
  };
  expect(costs).toMatchInlineSnapshot(`
    {
      "getDocument": 10,
      "getIssue": 10,
      "getMunicipality": 5,
      "listCitationTargets": 3,
      "listCitingSections": 5,
      "listMunicipalities": 3,
      "listNewestIssuesAll": 5,
      "listNewestIssuesOne": 5,
    }
  `);
});

test('an issue for a file has its documents in order with their trees and citations, in as many statements for any number', async () => {
  const issue = await getIssueWithDocuments('shili', 2023, 1);
  expect(issue?.documents.map(({ slug }) => slug)).toEqual(['shizhengfa-2023-1', 'shizhengfa-2023-8']);
  expect(issue?.documents[0]).toMatchObject({ tree: { type: 'document' }, issue: { year: 2023, number: 1 } });
  expect(issue?.documents[0]?.targets).toEqual(await listCitationTargets(await idOf('shizhengfa-2023-1')));
  expect(await getIssueWithDocuments('shili', 2023, 99)).toBeNull();
});

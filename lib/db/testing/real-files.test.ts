import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths, type IngestReport } from '@/lib/db/ingest';
import { listCitingSections } from '@/lib/db/queries/citations/citing-sections';
import { readDocNumber } from '@/lib/gazette';
import { describeAbsent, getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { getNumberValidity, listValidities } from '@/lib/db/queries/validity/validities';
import { findMunicipality, getMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { listLapses } from '@/lib/db/queries/municipalities/lapses';
import { getTimelineYears } from '@/lib/db/queries/municipalities/timeline';
import { getRegister } from '@/lib/db/queries/validity/register';
import { searchRequest } from '@/lib/addresses/search-params';
import { engine } from '@/lib/db/search';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { createTestDatabase, type TestDatabase } from './database';

const corpus = findReferenceCorpus();

describe.skipIf(corpus === null)('the real gazettes', () => {
  let database: TestDatabase;
  let report: IngestReport;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.url;
    report = await ingestPaths([corpus!], { prisma: database.prisma });
    // A few seconds alone; much more on a machine that is busy.
  }, 180_000);
  afterAll(async () => {
    await getClient().$disconnect();
    await database.drop();
  });

  test('give four issues of Benxi, one document of Fuxin, nineteen documents', async () => {
    expect(report.files.map(({ outcome, documents }) => [outcome, documents])).toEqual(
      [5, 6, 3, 4, 1].map((count) => ['added', count]),
    );
    expect(
      (await getMunicipality('benxi'))?.years.flatMap(({ year, issues }) => issues.map(({ number }) => [year, number])),
    ).toEqual([
      [2023, 5],
      [2023, 3],
      [2022, 3],
      [2018, 6],
    ]);
    expect((await getMunicipality('fuxin'))?.standalone.documents.map(({ slug }) => slug)).toEqual(['fuweifa-2022-35']);
  });

  test('link 本政发〔2022〕2号 with 本政办发〔2018〕58号 in both directions', async () => {
    const citing = await getDocument('benxi', 'benzhengfa-2022-2');
    const cited = await getDocument('benxi', 'benzhengbanfa-2018-58');
    const targets = await listCitationTargets(citing?.id ?? 0);
    expect(targets.find(({ docNumber }) => docNumber === '本政办发〔2018〕58号')?.target?.slug).toBe(
      'benzhengbanfa-2018-58',
    );
    const { mentions } = await listCitingSections(cited?.id ?? 0);
    expect(mentions.map(({ document }) => document.slug)).toEqual(['benzhengfa-2022-2']);
    expect(mentions[0]?.section.address).toMatch(/^a-/);
  });

  test.each(['本政办发[2018]58号', '本政办发2018-58', '本政办发（２０１８）５８号', '本政办发 2018 58'])(
    'read %s as one document',
    async (spelling) => {
      expect(await getDocNumberPage(spelling)).toMatchObject({
        kind: 'document',
        document: { slug: 'benzhengbanfa-2018-58' },
      });
    },
  );

  test('name who cites 国发〔2022〕22号, which is not held', async () => {
    expect(await getDocNumberPage('国发〔2022〕22号')).toMatchObject({ kind: 'absent' });
    const { mentions, issuer } = await describeAbsent(readDocNumber('国发〔2022〕22号')!, { page: 1 });
    expect(mentions.mentions.map(({ document }) => document.slug)).toEqual(['benzhengfa-2023-5']);
    expect(issuer?.name).toBe('国务院');
  });

  test('say that 本政办发〔2022〕22号 is repealed, which is not held', async () => {
    const { state, proof } = await getNumberValidity('本政办发〔2022〕22号');
    expect(state).toBe('repealed');
    expect(proof.map(({ place }) => place?.docNumber)).toEqual(['本政规〔2023〕4号']);
    expect(proof[0]?.sentence).toMatch(/同时废止。$/);
  });

  test('tell the last day of 本政办发〔2023〕9号', async () => {
    const document = await getDocument('benxi', 'benzhengbanfa-2023-9');
    const validity = (await listValidities([document?.id ?? 0], new Date('2025-12-31'))).get(document?.id ?? 0);
    expect(validity?.state).toBe('inForce');
    expect(validity?.proof.map(({ day }) => day)).toEqual([new Date('2025-12-31')]);
  });

  test('tell from which day the repeal of 本政办发〔2022〕22号 holds, and why', async () => {
    const { proof } = await getNumberValidity('本政办发〔2022〕22号');
    expect(proof.map(({ day, dayFrom }) => [day?.toISOString().slice(0, 10), dayFrom])).toEqual([
      ['2023-07-01', 'starts'],
    ]);
  });

  test('put 本政办发〔2023〕9号 among those that ended without a successor, and into the timeline', async () => {
    const { id } = (await findMunicipality('benxi'))!;
    const { entries, totals } = await getRegister(id, { tab: 'lapsed', page: 1 });
    expect(totals).toMatchObject({ all: 7, inForce: 0, expired: 1, lapsed: 1, title: 4, unknown: 6 });
    expect(entries.map(({ document, lastDay }) => [document.docNumber, lastDay])).toEqual([
      ['本政办发〔2023〕9号', new Date('2025-12-31')],
    ]);
    const { years } = (await getTimelineYears('benxi'))!;
    const lapses = await Promise.all(years.map(({ year }) => listLapses({ id, slug: 'benxi' }, year)));
    expect(lapses.flat().map(({ document, state, day }) => [document.docNumber, state, day])).toEqual([
      ['本政办发〔2023〕9号', 'expired', new Date('2025-12-31')],
    ]);
    expect(years.map(({ year }) => year)).toContain(2025);
    expect(years.map(({ year }) => year)).not.toContain(2026);
  });

  // A sixth title speaks of 三年行动 and names no year: nothing is claimed of it.
  test('name the periods in their titles, as facts', async () => {
    const named = await database.prisma.document.findMany({
      where: { titleEndYear: { not: null } },
      select: { titleYear: true, titleEndYear: true },
      orderBy: { id: 'asc' },
    });
    expect(named.map(({ titleYear, titleEndYear }) => `${titleYear}—${titleEndYear}`)).toEqual([
      '2021—2025',
      '2018—2020',
      '2021—2025',
      '2021—2025',
      '2021—2025',
    ]);
    expect(await database.prisma.document.count({ where: { title: { contains: '三年行动' } } })).toBe(1);
  });

  test('say on which laws and rules they rest', async () => {
    const tied = await database.prisma.citation.findMany({
      where: { tie: { not: null } },
      select: { tie: true, sentence: true, document: { select: { slug: true } } },
      orderBy: { id: 'asc' },
    });
    expect([...new Set(tied.map(({ tie, document }) => `${tie} ${document.slug}`))]).toEqual([
      'basis benzhengbanfa-2023-3',
      'basis benzhengbanfa-2022-4',
      'basis fuweifa-2022-35',
    ]);
    expect(tied.every(({ sentence }) => /(?:根据|依据).*制定本规划。$/.test(sentence))).toBe(true);
  });

  test('count 本政发〔2022〕6号 as one number with two titles', async () => {
    const titles = await database.prisma.citation.groupBy({
      by: ['title', 'aliasDefinition'],
      where: { docNumber: '本政发〔2022〕6号' },
      _count: true,
    });
    expect(titles.filter(({ title }) => title !== null)).toHaveLength(2);
    expect(titles.filter(({ aliasDefinition }) => aliasDefinition).map(({ _count }) => _count)).toEqual([1]);
    const [cited] = await database.prisma.citedNumber.findMany({ where: { docNumber: '本政发〔2022〕6号' } });
    expect(cited).toMatchObject({ documents: 1, mentions: 12, held: false });
    // Neither an alias (以下简称…) nor 〔牵头单位…〕 makes a number.
    const numbers = await database.prisma.citedNumber.findMany({ select: { docNumber: true, agencyCode: true } });
    expect(numbers.filter(({ agencyCode }) => /简称|单位/.test(agencyCode))).toEqual([]);
    expect(numbers).toHaveLength(41);
  });

  test('are found by words, marked', async () => {
    const { documents } = await engine.search(searchRequest({ q: '养老服务', sort: 'relevance', page: 1 }));
    expect(documents[0]?.document.slug).toBe('benzhengbanfa-2018-58');
    expect(documents[0]?.titleMarks).toHaveLength(2);
  });
});

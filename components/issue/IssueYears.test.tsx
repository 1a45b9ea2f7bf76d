import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { MunicipalityDetail } from '@/lib/db/queries/municipalities/municipalities';
import { IssueYears } from './IssueYears';

const year = (of: number, totalNumber: number) => ({
  year: of,
  issues: [{ year: of, number: 1, lastNumber: null, totalNumber, title: '', publishedOn: null, documentCount: 2 }],
});

test('a page of years ends with what is missing before the next, and leads to the others by year', () => {
  const municipality = {
    slug: 'cangyuan',
    // 2010 is on the page before, 2001 on the page after: both tell what is missing at the edges.
    years: [year(2010, 40), year(2009, 37), year(2008, 36), year(2001, 20)],
    yearPages: {
      pages: [
        { newest: 2012, oldest: 2010 },
        { newest: 2009, oldest: 2008 },
        { newest: 2001, oldest: 2001 },
      ],
      shown: 1,
    },
  } as unknown as MunicipalityDetail;
  const html = renderToStaticMarkup(<IssueYears municipality={municipality} />);
  const headings = [...html.matchAll(/<h3>(\S+?)(?:<|$)/g)].map(([, words]) => words);
  expect(headings).toEqual(['2009年', '2008年', '2002—2007年']);
  expect(html, '总第38、39期 can only be the end of 2009').toContain('第3号');
  expect(html).toContain('总第21期至第35期，共 15 期未收录');
  expect([...html.matchAll(/href="(\/cangyuan\?year=\d+#y\d+)"/g)].map(([, href]) => href)).toEqual([
    '/cangyuan?year=2012#y2012',
    '/cangyuan?year=2009#y2009',
    '/cangyuan?year=2001#y2001',
  ]);
});

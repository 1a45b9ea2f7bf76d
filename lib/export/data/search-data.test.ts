import { expect, test } from 'vitest';
import {
  answer,
  facets,
  filter,
  foundDocument,
  hitDocument,
  hitPlace,
  nothing,
} from '@/components/search/testing/answers';
import { searchDataSchema, toSearchData } from './search-data';

const siteUrl = 'https://gongbao.example';

test('an answer becomes data that its own schema reads', () => {
  const given = answer({
    number: {
      canonical: '示政发〔2024〕1号',
      documents: [hitDocument()],
      near: [hitDocument({ slug: 'near', signedOn: null })],
    },
    documents: [foundDocument({ more: [hitPlace({ address: 'n-3' })], sectionCount: 2 })],
    facets: facets({ place: [{ value: 'table', label: 'table', documents: 1 }] }),
  });
  const data = toSearchData(given, filter({ municipality: 'shili' }), siteUrl);
  expect(searchDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  expect(data.query).toEqual({
    q: '食堂',
    exact: false,
    off: [],
    conditions: { municipality: 'shili' },
    sort: 'relevance',
    page: 1,
  });
  expect(data.documents[0]).toMatchObject({
    url: 'https://gongbao.example/shili/shizhengfa-2024-1',
    signedOn: '2024-03-05',
    sections: [{ url: 'https://gongbao.example/shili/shizhengfa-2024-1?q=%E9%A3%9F%E5%A0%82#n-2.1' }],
    more: [{ address: 'n-3' }],
  });
  expect(data.documents[0]).not.toHaveProperty('slug');
});

test('a hit leads where the very words are marked that were asked for', () => {
  const data = toSearchData(answer(), filter({ exact: '1' }), siteUrl);
  expect(data.documents[0]!.sections[0]!.url).toMatch(/\?q=%E9%A3%9F%E5%A0%82&exact=1#n-2\.1$/);
});

test('the next address leads from page to page, then on by date, then ends', () => {
  const next = (page: number, continueAt: string | null) =>
    toSearchData(answer({ page, pages: 2, continueAt }), filter({ page }), siteUrl).next;
  expect(next(1, null)).toBe('https://gongbao.example/api/v1/search?q=%E9%A3%9F%E5%A0%82&page=2');
  expect(next(2, '2019-03-08')).toBe(
    'https://gongbao.example/api/v1/search?q=%E9%A3%9F%E5%A0%82&to=2019-03-08&sort=newest',
  );
  expect(next(2, null)).toBeNull();
});

test('nothing found is data too', () => {
  expect(searchDataSchema.parse(toSearchData(nothing(), filter({ q: '' }), siteUrl))).toMatchObject({
    documents: [],
    pages: 0,
  });
});

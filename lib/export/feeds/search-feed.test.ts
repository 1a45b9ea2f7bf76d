import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { answer, filter, foundDocument, foundSection, hitDocument, nothing } from '@/components/search/testing/answers';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { printSearchFeed } from './search-feed';

const settings = { siteUrl: 'https://gongbao.example', siteName: '示例公报' };
interface Link {
  '@rel'?: string;
  '@href': string;
}
interface ReadFeed {
  feed: {
    id: string;
    title: string;
    updated: string;
    link: Link[];
    entry?: {
      id: string;
      title: { '#text': string };
      updated: string;
      summary: { '#text': string };
      author: { name: string }[];
    }[];
  };
}

/** Throws where the text is no XML: the reader below forgives. */
function assertXml(xml: string): void {
  const strict = new SaxesParser();
  strict.on('error', (error) => {
    throw error;
  });
  strict.write(xml).close();
}

function read(xml: string): ReadFeed['feed'] {
  assertXml(xml);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name, path) => /feed\.(?:link|entry)$|entry\.author$/.test(String(path)) && name !== 'title',
  });
  return (parser.parse(xml) as ReadFeed).feed;
}

test('an entry per document, newest first, with what does not change as id and date', () => {
  const old = hitDocument({ slug: 'old', title: '旧件', signedOn: new Date('2019-01-02') });
  const undated = hitDocument({ slug: 'undated', signedOn: null, issue: { year: 2021, number: 1, lastNumber: null } });
  const given = answer({
    documents: [old, hitDocument(), undated].map((document) => foundDocument({ document })),
  });
  const feed = read(printSearchFeed(given, filter({ sort: 'oldest', page: 2 }), settings));
  expect(feed.entry?.map(({ id, updated }) => [id, updated])).toEqual([
    ['https://gongbao.example/shili/shizhengfa-2024-1', '2024-03-04T16:00:00.000Z'],
    ['https://gongbao.example/shili/undated', '2020-12-31T16:00:00.000Z'],
    ['https://gongbao.example/shili/old', '2019-01-01T16:00:00.000Z'],
  ]);
  expect(feed.updated).toBe(feed.entry?.[0]?.updated);
  expect(feed.title).toBe('检索：食堂 · 示例公报');
  expect(feed.link).toEqual([
    { '@rel': 'alternate', '@href': 'https://gongbao.example/search?q=%E9%A3%9F%E5%A0%82&sort=newest' },
    { '@rel': 'self', '@href': 'https://gongbao.example/search.atom?q=%E9%A3%9F%E5%A0%82' },
  ]);
  expect(feed.id).toBe('https://gongbao.example/search.atom?q=%E9%A3%9F%E5%A0%82');
});

test('the summary has the best sections, marked and linked, and how many there are besides', () => {
  const given = answer({ documents: [foundDocument({ sectionCount: 9 })] });
  const [entry] = read(printSearchFeed(given, filter(), settings)).entry!;
  expect(entry?.summary['#text']).toContain(
    '示政发〔2024〕1号　示例市人民政府　2024年3月5日　2024年第2号　未见废止信息',
  );
  expect(entry?.summary['#text']).toContain(
    '<a href="https://gongbao.example/shili/shizhengfa-2024-1?q=%E9%A3%9F%E5%A0%82#n-2.1">正文 › 二、建设 › （一）选址。</a>',
  );
  expect(entry?.summary['#text']).toContain('…每个街道至少有一处<mark>食堂</mark>，就近用餐。');
  expect(entry?.summary['#text']).toContain('另有 8 处');
});

test('what bears the number that was typed is there once', () => {
  const bearing = hitDocument({ slug: 'bears', signedOn: new Date('2025-01-01') });
  const given = answer({ number: { canonical: '示政发〔2025〕1号', documents: [bearing, hitDocument()], near: [] } });
  expect(read(printSearchFeed(given, filter(), settings)).entry?.map(({ id }) => id)).toEqual([
    'https://gongbao.example/shili/bears',
    'https://gongbao.example/shili/shizhengfa-2024-1',
  ]);
});

test('a search that finds nothing is a feed to wait for', () => {
  const feed = read(printSearchFeed(nothing(), filter(), settings));
  expect(feed.entry).toBeUndefined();
  expect(feed.updated).toBe('1970-01-01T00:00:00.000Z');
});

describe('nothing in the texts breaks the feed', () => {
  test.each(['<b>甲</b> & "乙"', ']]> ]]>', '\u0000\u000b\uffff\ud800甲', '&lt;甲&gt;', "'><script>"])('%j', (text) => {
    const given = answer({
      documents: [
        foundDocument({
          document: hitDocument({ title: text, agency: text }),
          titleMarks: [],
          sections: [
            foundSection({
              heading: text,
              snippet: { text, marks: [{ start: 0, end: 2 }], cutBefore: false, cutAfter: false },
            }),
          ],
        }),
      ],
    });
    const [entry] = read(printSearchFeed(given, filter({ q: parseSearchParams({ q: text }).q }), settings)).entry!;
    expect(entry?.title['#text']).not.toMatch(/<b>|<script>/);
    expect(entry?.summary['#text']).not.toMatch(/<b>|<script>/);
  });
});

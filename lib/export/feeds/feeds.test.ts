import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { filter, foundDocument, foundSection, hitDocument } from '@/components/search/testing/answers';
import type { FollowedEntry } from '@/lib/db/queries/feeds/entries';
import type { Feed } from './feed';
import { makeDocumentFeed, makePlaceFeed, makeSectionFeed } from './feeds';
import { jsonFeedSchema } from './json-feed-schema';
import { printFeed } from './respond';
import { makeSearchFeed } from './search-feed';
import { followedDocument, followedEntry, followedEvent, followedIssue } from './testing/followed';

const settings = { siteUrl: 'https://gongbao.example', siteName: '示例公报' };
const since = new Date('2026-09-01T00:00:00Z');

interface ReadFeed {
  id: string;
  title: string;
  updated: string;
  link: { '@rel'?: string; '@href': string }[];
  entry?: {
    id: string;
    title: { '#text': string };
    updated: string;
    published?: string;
    summary: { '#text': string };
    link: { '@href': string }[];
    category: { '@term': string; '@label': string }[];
  }[];
}

/** Reads what is printed as Atom; throws where it is no XML. */
function readAtom(feed: Feed): ReadFeed {
  const xml = printFeed('atom', feed, settings);
  const strict = new SaxesParser();
  strict.on('error', (error) => {
    throw error;
  });
  strict.write(xml).close();
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (_, path) => /feed\.(?:link|entry)$|entry\.(?:link|category)$/.test(String(path)),
  });
  return (parser.parse(xml) as { feed: ReadFeed }).feed;
}

const readJson = (feed: Feed) => jsonFeedSchema.parse(JSON.parse(printFeed('json', feed, settings)));

const place = (...entries: FollowedEntry[]) =>
  makePlaceFeed({ slug: 'shili', name: '示例市' }, { entries, since }, settings);

test('an entry has the instant at which it was told, and the day of signing as a field', () => {
  const feed = readAtom(place(followedEntry()));
  const [entry] = feed.entry!;
  expect(entry).toMatchObject({
    id: 'tag:gongbao.example,2026:event-7',
    updated: '2026-09-30T02:00:00.000Z',
    link: [{ '@href': 'https://gongbao.example/shili/shizhengfa-2024-1' }],
  });
  expect(entry!.published).toBeUndefined();
  expect(entry!.category.map((each) => [each['@term'], each['@label']])).toEqual([
    ['document', '新收录文件'],
    ['2024-03-05', '成文日期 2024-03-05'],
  ]);
  expect(entry!.summary['#text']).toBe('<p>示政发〔2024〕1号　示例市人民政府　2024年3月5日成文　单行文件</p>');
  expect(feed.updated).toBe(entry!.updated);
  expect(feed.link).toEqual([
    { '@rel': 'alternate', '@href': 'https://gongbao.example/shili' },
    { '@rel': 'self', '@href': 'https://gongbao.example/shili/documents.atom' },
  ]);
});

test('the same in JSON', () => {
  const feed = readJson(place(followedEntry()));
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://gongbao.example/shili/documents.json',
    home_page_url: 'https://gongbao.example/shili',
    _gongbao: { updated: '2026-09-30T02:00:00.000Z' },
    items: [
      {
        id: 'tag:gongbao.example,2026:event-7',
        date_published: '2026-09-30T02:00:00.000Z',
        _gongbao: { kind: 'document', signedOn: '2024-03-05', docNumber: '示政发〔2024〕1号' },
      },
    ],
  });
});

test('an issue is one entry that lists and links its documents', () => {
  const other = followedEvent({
    id: '5',
    title: '另一件',
    document: followedDocument({ slug: 'b', docNumber: null, signedOn: null }),
  });
  const [entry] = readAtom(place(followedEntry(followedIssue(), [followedEvent({ id: '4' }), other]))).entry!;
  expect(entry!.title['#text']).toBe('示例市人民政府公报2026年第9号');
  expect(entry!.summary['#text']).toContain('总第109期　2 件文件　2026年9月30日刊登');
  expect(entry!.summary['#text']).toContain(
    '<li><a href="https://gongbao.example/shili/shizhengfa-2024-1">示例市人民政府关于办好社区食堂的意见</a>（示政发〔2024〕1号，2024年3月5日成文）</li>',
  );
  expect(entry!.summary['#text']).toContain('<li><a href="https://gongbao.example/shili/b">另一件</a></li>');
  expect(entry!.link[0]!['@href']).toBe('https://gongbao.example/shili/issues/2026/9');
});

const change = {
  fromVersion: 1,
  toVersion: 2,
  formerNumber: '示政发〔2024〕11号',
  formerTitle: null,
  formerSlug: 'shizhengfa-2024-11',
  moved: 2,
  changed: 1,
  gone: 0,
  added: 1,
};

test('a correction leads to the comparison, a new address and a withdrawal say what they are', () => {
  const feed = place(
    followedEntry({ kind: 'withdrawn', id: '10', reason: '内容有误' }),
    followedEntry({ kind: 'moved', id: '9', changeId: '1', change }),
    followedEntry({ kind: 'corrected', id: '8', changeId: '1', change }),
  );
  const [withdrawn, moved, corrected] = readAtom(feed).entry!;
  expect(corrected!.title['#text']).toBe('原文更正：示例市人民政府关于办好社区食堂的意见');
  expect(corrected!.link[0]!['@href']).toBe('https://gongbao.example/shili/shizhengfa-2024-1/versions/1..2');
  expect(corrected!.summary['#text']).toContain('有改动 1 处，移到别处 2 处，新增 1 处');
  expect(corrected!.summary['#text']).toContain('文号原作示政发〔2024〕11号');
  expect(moved!.summary['#text']).toContain('原来的网址转到这里');
  expect(withdrawn!.summary['#text']).toContain('原因：内容有误');
  const gone = followedEntry({ kind: 'withdrawn', document: followedDocument({ isHeld: false, end: 'gone' }) });
  expect(readAtom(place(gone)).entry![0]!.summary['#text']).toContain('来源文本里不再有这份文件');
  expect(new Set([withdrawn, moved, corrected].map((entry) => entry!.id)).size).toBe(3);
});

test('who cites a number is shown with the sentence, and leads to it', () => {
  const reference = {
    sentence: '依照示政发〔2020〕7号办理。',
    words: '示政发〔2020〕7号',
    wordsAt: 2,
    section: { address: 'n-1', kind: 'section', partKind: 'notice', marker: '一、', heading: '', path: [] },
  };
  const feed = makeDocumentFeed(
    { municipality: 'shili', slug: 'shizhengfa-2020-7', title: '示例市码头办法' },
    { entries: [followedEntry({ kind: 'repealed', aboutNumber: '示政发〔2020〕7号', reference })], since },
    settings,
  );
  const [entry] = readAtom(feed).entry!;
  expect(entry!.title['#text']).toBe('示政发〔2020〕7号被废止：示例市人民政府关于办好社区食堂的意见');
  expect(entry!.link[0]!['@href']).toBe('https://gongbao.example/shili/shizhengfa-2024-1#n-1');
  expect(entry!.summary['#text']).toContain('<p>依照<mark>示政发〔2020〕7号</mark>办理。</p>');
});

test('the feed of a section says what became of its words', () => {
  const document = { id: 1, municipality: 'shili', slug: 'a', title: '办法', docNumber: null, documentId: 1 };
  const to = { municipality: 'shili', slug: 'a', address: 't4' };
  const followed = {
    document,
    name: { marker: '第三条', heading: '' },
    fates: new Map([['1', { kind: 'moved', marker: '第三条', heading: '', to }]]),
    entries: [followedEntry({ kind: 'corrected', changeId: '1', change })],
    since,
  };
  const feed = readAtom(makeSectionFeed('t3', followed, settings));
  expect(feed.title).toBe('《办法》第三条的动态 · 示例公报');
  expect(feed.entry![0]!.summary['#text']).toContain(
    '这一节的内容移到了<a href="https://gongbao.example/shili/a/t4">/shili/a/t4</a>',
  );
});

test('the feed of a search has the best sections, marked and linked, and how many there are besides', () => {
  const arrival = { ...foundDocument({ document: hitDocument(), sectionCount: 9 }), event: '7' };
  const followed = { entries: [followedEntry(followedIssue(), [followedEvent()])], since };
  const feed = readAtom(makeSearchFeed([arrival], followed, filter({ sort: 'oldest', page: 2 }), settings));
  const summary = feed.entry![0]!.summary['#text'];
  expect(feed.id).toBe('https://gongbao.example/search.atom?q=%E9%A3%9F%E5%A0%82');
  expect(summary).toContain('未见废止信息');
  expect(summary).toContain(
    '<a href="https://gongbao.example/shili/shizhengfa-2024-1?q=%E9%A3%9F%E5%A0%82#n-2.1">正文 › 二、建设 › （一）选址。</a>',
  );
  expect(summary).toContain('…每个街道至少有一处<mark>食堂</mark>，就近用餐。');
  expect(summary).toContain('另有 8 节');
});

test('a feed to wait for has the instant since which the portal tells events', () => {
  const feed = readAtom(makeSearchFeed([], { entries: [], since }, filter(), settings));
  expect(feed.entry).toBeUndefined();
  expect(feed.updated).toBe('2026-09-01T00:00:00.000Z');
});

describe('nothing in the texts breaks the feed', () => {
  test.each(['<b>甲</b> & "乙"', ']]> ]]>', '\u0000\u000b\uffff\ud800甲', '&lt;甲&gt;', "'><script>"])('%j', (text) => {
    const document = followedDocument({ title: text, agency: text, docNumber: text });
    const event = { title: text, document, reason: text, aboutNumber: text };
    const snippet = { text, marks: [{ start: 0, end: 2 }], cutBefore: false, cutAfter: false };
    const arrival = { ...foundDocument({ sections: [foundSection({ heading: text, snippet })] }), event: '7' };
    const followed = { entries: [followedEntry({ ...event, kind: 'withdrawn' })], since };
    const feed = makeSearchFeed([arrival], followed, filter(), settings);
    const [entry] = readAtom(feed).entry!;
    expect(entry!.title['#text']).not.toMatch(/<b>|<script>/);
    expect(entry!.summary['#text']).not.toMatch(/<b>|<script>/);
    expect(readJson(feed).items[0]!.content_html).not.toMatch(/<b>|<script>/);
  });
});

import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { SearchAnswer } from '@/lib/search/engine';
import { INCOMPLETE_MARK } from '@/lib/addresses/missing';
import type { SearchFilter } from '@/lib/addresses/search-params';
import { countWords } from '@/lib/views/search/count-words';
import { Results } from './Results';
import { answer, filter, foundDocument, foundSection, hitDocument, hitPlace, nothing } from './testing/answers';

const show = (
  given: Partial<SearchAnswer> = {},
  asked: Partial<SearchFilter> = {},
  rest: Partial<ComponentProps<typeof Results>> = {},
) => renderToStaticMarkup(<Results answer={answer(given)} filter={filter(asked)} {...rest} />);
/** What a reader sees, without the marks of the page. */
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the heading counts', () => {
  const total = { documents: 4, sections: 1100, capped: false };
  test.each([
    [{ total: { ...total, sections: 11 } }, '养老', '“养老”见于 4 件文件、11 节'],
    [{ total: { documents: 30, sections: 1000, capped: true } }, '养老', '“养老”见于 至少 30 件文件、1,000 节以上'],
    [{ total: { ...total, sections: 0 } }, '标题:养老', '“标题:养老”有 4 件文件'],
    [{ total }, '', '符合条件的有 4 件文件'],
    [{ total: { ...total, sections: 5 }, by: 'citations' as const }, '甲发2020-1', '4 件文件引用了甲发2020-1，共 5 次'],
    [{ total, by: 'scattered' as const }, '甲 乙', '没有一处同时写着“甲 乙”，分开写到这些词的有 4 件文件'],
    [nothing(), '养老', '没有找到“养老”'],
    [nothing(), '', '没有符合条件的文件'],
    [nothing({ timedOut: true }), '养老', '检索没有完成'],
    [
      nothing({ number: { canonical: null, documents: [hitDocument()], near: [] } }),
      '示政发2024',
      '没有文件在文字里写着“示政发2024”',
    ],
  ])('%#: %s', (given, q, words) => {
    expect(countWords(answer(given), q)).toBe(words);
  });
});

test('a page that lacks something for want of time says so to the gateway, and no other', () => {
  const incomplete = { alternatives: [], looser: [], isIncomplete: true };
  expect(show()).not.toContain(INCOMPLETE_MARK);
  expect(show({ timedOut: true })).toContain(INCOMPLETE_MARK);
  expect(renderToStaticMarkup(<Results answer={nothing()} filter={filter()} {...incomplete} />)).toContain(
    INCOMPLETE_MARK,
  );
});

describe('a document', () => {
  test('has its title marked, its facts, and its sections linked with the words to mark there', () => {
    const html = show();
    expect(html).toContain('办好社区<mark>食堂</mark><span');
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain('示例市人民政府关于办好社区食堂的意见');
    expect(textOf(html)).toContain('示政发〔2024〕1号 示例市人民政府 2024年3月5日 2024年第2号');
    expect(textOf(html), 'the unknown is not said').not.toContain('未见废止信息');
    expect(html).toContain('href="/shili/shizhengfa-2024-1?q=%E9%A3%9F%E5%A0%82#n-2.1"');
    expect(html).toContain('…每个街道至少有一处<mark>食堂</mark>，就近用餐。');
  });

  test.each([
    ['repealed', '已废止'],
    ['amended', '已修改'],
  ] as const)('that is %s says so in words', (validity, words) => {
    expect(textOf(show({ documents: [foundDocument({ document: hitDocument({ validity }) })] }))).toContain(words);
  });

  test('without a section is its title and facts', () => {
    const html = show({ documents: [foundDocument({ sections: [], sectionCount: 0 })] });
    expect(html).not.toContain('class="places"');
  });

  test('folds further sections away, and leads on where those are not all', () => {
    const more = [hitPlace({ address: 'n-3' }), hitPlace({ address: 'n-4' })];
    const all = show({ documents: [foundDocument({ more, sectionCount: 3 })] });
    expect(textOf(all)).toContain('本文件中另有 2 节');
    expect(all).toContain('?q=%E9%A3%9F%E5%A0%82#n-4"');
    expect(all).not.toContain('#hits');
    const some = show({ documents: [foundDocument({ more, sectionCount: 20 })] });
    expect(some).toContain('href="/shili/shizhengfa-2024-1?q=%E9%A3%9F%E5%A0%82#hits"');
    expect(textOf(some)).toContain('在文件中看全部 20 节');
  });
});

describe('a number', () => {
  const number = { canonical: '示政发〔2024〕1号', documents: [hitDocument()], near: [] };

  test('stands alone before those that cite it', () => {
    const citing = foundDocument({ document: hitDocument({ slug: 'citing', title: '引用的文件' }), titleMarks: [] });
    const html = show({ number, by: 'citations', documents: [citing] }, { q: '示政发2024 1' });
    expect(html.indexOf('示例市人民政府关于办好社区食堂的意见')).toBeLessThan(html.indexOf('<h1>'));
    expect(html.indexOf('引用的文件')).toBeGreaterThan(html.indexOf('<h1>'));
    expect(textOf(html)).toContain('1 件文件引用了示政发〔2024〕1号，共 1 次');
  });
  test('that several bear is a choice', () => {
    const html = show({
      ...nothing(),
      number: { ...number, canonical: null, documents: [hitDocument(), hitDocument({ slug: 'other' })] },
    });
    expect(textOf(html)).toContain('不止一件');
    expect(html).toContain('href="/shili/other"');
    expect(textOf(html)).not.toContain('可以这样再试');
  });
  test('that is an index number is called so', () => {
    const html = show({ ...nothing(), number: { ...number, canonical: null, indexNumber: '00001/2024-1' } });
    expect(textOf(html)).toContain('您输入的索引号是 00001/2024-1');
  });
  test('that is not held leads to its page', () => {
    const html = show({ number: { ...number, documents: [] } });
    expect(textOf(html)).toContain('未收录');
    expect(html).toContain(`href="/wenhao/${encodeURIComponent('示政发〔2024〕1号')}"`);
  });
  test('that is nearly another asks which was meant', () => {
    const html = show({
      ...nothing(),
      number: { canonical: '示政发〔2024〕11号', documents: [], near: [hitDocument()] },
    });
    expect(textOf(html)).toContain('您是不是要找 示例市人民政府关于办好社区食堂的意见');
  });
});

describe('conditions', () => {
  test('that are chosen are named, and each can be taken off', () => {
    const html = show({}, { genre: '意见', from: '2022-01-01', to: '2022-12-31', page: 3 });
    expect(textOf(html)).toContain('年份：2022年 × ，去掉');
    expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;genre=%E6%84%8F%E8%A7%81"');
    expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;from=2022&amp;to=2022"');
    expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82" rel="nofollow">全部去掉');
  });
  test.each([
    [{ from: '2018-01-01', to: '2022-12-31' }, '2018—2022年'],
    [{ from: '2018-01-01' }, '2018年起'],
    [{ to: '2022-12-31' }, '2022年止'],
    [{ from: '2022-03-08', to: '2022-06-28' }, '2022年3月8日至2022年6月28日'],
    [{ municipality: 'shili', issue: '2023-3' }, '2023年第3号'],
    [{ place: 'table' as const }, '表格'],
    [{ validity: 'repealed' as const }, '已废止'],
  ])('%j', (asked, words) => {
    expect(textOf(show({}, asked))).toContain(`：${words} ×`);
  });
});

test('the order can be changed, and is named', () => {
  const documents = [foundDocument(), foundDocument({ document: hitDocument({ slug: 'other' }) })];
  const html = show({ documents }, { sort: 'newest', page: 2 });
  expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;sort=newest" rel="nofollow" aria-current="true"');
  expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;sort=oldest" rel="nofollow">最早在前');
});

test('the last page of a capped search goes on by date', () => {
  const total = { documents: 40, sections: 1000, capped: true };
  const html = show({ total, page: 2, pages: 2, continueAt: '2019-03-08' }, { page: 2 });
  expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;to=2019-03-08&amp;sort=newest"');
});

describe('nothing found', () => {
  const html = renderToStaticMarkup(
    <Results
      answer={nothing()}
      filter={filter({ q: '食唐 街道', genre: '意见' })}
      alternatives={[{ q: '食堂 街道', kind: 'wrong', document: hitDocument() }]}
      looser={[
        { dropped: { kind: 'condition', name: 'genre' }, filter: filter({ q: '食唐 街道' }), documents: 3 },
        { dropped: { kind: 'term', term: '食唐' }, filter: filter({ q: '街道', genre: '意见' }), documents: null },
      ]}
    />,
  );
  test('says what was asked, what may have been meant, and what can be left out', () => {
    expect(textOf(html)).toContain('没有找到“食唐 街道”');
    expect(textOf(html)).toMatch(/您是不是要找 食堂 街道 ?示例市人民政府关于办好社区食堂的意见/);
    expect(textOf(html)).toContain('不限文种 3 件文件');
    expect(textOf(html)).toContain('去掉“食唐”，查“街道”');
  });
  test('keeps the conditions with what may have been meant', () => {
    expect(html).toContain(`href="/search?q=${encodeURIComponent('食堂')}+${encodeURIComponent('街道')}&amp;genre=`);
  });
});

test('a search that was given up says so and offers no empty page', () => {
  const text = textOf(show(nothing({ timedOut: true })));
  expect(text).toContain('用时太长');
  expect(text).not.toContain('可以这样再试');
  expect(text).not.toContain('订阅更新');
});

test('the words are shown and not obeyed', () => {
  const section = foundSection({ snippet: { text: '<b>甲', marks: [], cutBefore: false, cutAfter: false } });
  const html = show({ documents: [foundDocument({ sections: [section] })] }, { q: '<script>' });
  expect(html).not.toMatch(/<script>|<b>甲/);
});

test('documents that have the words apart stand below the others, under a heading of their own', () => {
  const apart = [foundDocument({ document: hitDocument({ slug: 'apart', title: '示例市食堂细则' }) })];
  const html = show({}, {}, { apart });
  expect(html.indexOf('分开写到这些词的文件')).toBeGreaterThan(html.indexOf('关于办好社区'));
  expect(html).toContain('/shili/apart');
  expect(show()).not.toContain('分开写到');
});

describe('other words', () => {
  const others = [{ word: '低保', also: ['最低生活保障'], left: [], related: ['特困'] }];

  test('that were looked for are named, each with its way off, and all of them at once', () => {
    const html = show({ others }, { q: '低保 标准' });
    expect(textOf(html)).toContain('也查找了： 最低生活保障');
    expect(html).toContain(
      'href="/search?q=%E4%BD%8E%E4%BF%9D+%E6%A0%87%E5%87%86&amp;off=%E6%9C%80%E4%BD%8E%E7%94%9F%E6%B4%BB%E4%BF%9D%E9%9A%9C"',
    );
    expect(html).toContain('href="/search?q=%E4%BD%8E%E4%BF%9D+%E6%A0%87%E5%87%86&amp;exact=1"');
  });

  test('that are only near are offered as one of two', () => {
    expect(show({ others }, { q: '低保 标准' })).toContain(
      'href="/search?q=%E4%BD%8E%E4%BF%9D%7C%E7%89%B9%E5%9B%B0+%E6%A0%87%E5%87%86"',
    );
  });

  test('that were taken off are named with the way back', () => {
    const html = show({ others: [{ ...others[0]!, also: [], left: ['最低生活保障'] }] }, { q: '低保', exact: '1' });
    expect(textOf(html)).toContain('没有查找：最低生活保障 一并查找');
    expect(html).toContain('href="/search?q=%E4%BD%8E%E4%BF%9D"');
  });

  test('that were taken off stay off where the hits lead', () => {
    const section = foundSection();
    const documents = [foundDocument({ sections: [section], more: [hitPlace({ address: 'n-3' })], sectionCount: 3 })];
    const html = show({ documents }, { q: '低保', exact: '1' });
    const query = '?q=%E4%BD%8E%E4%BF%9D&amp;exact=1#';
    for (const place of ['n-2.1', 'n-3', 'hits']) expect(html).toContain(`/shili/shizhengfa-2024-1${query}${place}"`);
    expect(show({ documents }, { q: '低保', off: '最低生活保障' })).toContain('&amp;off=%E6%9C%80%E4%BD%8E');
  });

  test('are not mentioned where there are none', () => {
    expect(show()).not.toContain('other-words');
  });
});

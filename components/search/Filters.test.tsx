import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Facets } from '@/lib/search/engine';
import type { SearchFilter } from '@/lib/addresses/search-params';
import { Filters } from './Filters';
import { answer, facets, filter } from './testing/answers';

const value = (name: string, documents = 1, label = name) => ({ value: name, label, documents });
const show = (given: Partial<Facets>, asked: Partial<SearchFilter> = {}, capped = false) =>
  renderToStaticMarkup(
    <Filters
      filter={filter(asked)}
      answer={answer({ facets: facets(given), total: { documents: 9, sections: 20, capped } })}
    />,
  );
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('values are links with counts, which crawlers leave alone', () => {
  const html = show({ year: [value('2023', 4), value('2022', 5)], municipality: [value('shili', 3, '示例市')] });
  expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;from=2023&amp;to=2023" rel="nofollow"');
  expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;municipality=shili" rel="nofollow"');
  expect(textOf(html)).toContain('示例市 3 件');
});

test('a chosen value is named and can be taken off', () => {
  const html = show({ genre: [value('意见', 9)] }, { genre: '意见', place: 'table' });
  expect(html).toContain('href="/search?q=%E9%A3%9F%E5%A0%82&amp;place=table" rel="nofollow" aria-current="true"');
  expect(textOf(html)).toContain('× 意见 ，去掉');
});

test('a value that all of them have is no choice', () => {
  const html = show({ year: [value('2022', 9)], municipality: [value('shili', 9)], agency: [value('甲', 8)] });
  expect(textOf(html)).not.toContain('城市');
  expect(textOf(html)).toContain('机关');
});

test('counts of a capped search are the least there are', () => {
  expect(textOf(show({ genre: [value('意见', 12), value('通知', 3)] }, { genre: '意见' }, true))).toContain('12+ 件');
});

test('long lists are folded, but never what is chosen', () => {
  const agency = Array.from({ length: 12 }, (_, index) => value(`甲${index}局`));
  const html = show({ year: [value('2022')], agency }, { agency: '甲11局' });
  expect(textOf(html)).toContain('其余 4 项');
  expect(html.indexOf('甲11局')).toBeLessThan(html.indexOf('其余 4 项'));
});

test('places and validity have words', () => {
  const html = show({
    year: [value('2022')],
    place: [value('text'), value('attachment')],
    validity: [value('repealed')],
  });
  expect(textOf(html)).toMatch(/正文 1 件 .*附件 1 件 .*已废止 1 件/);
});

test('a range of years keeps the other conditions', () => {
  const html = show({ year: [value('2022')] }, { genre: '意见', from: '2018-01-01', sort: 'oldest' });
  expect(html).toContain(
    '<input type="hidden" name="q" value="食堂"/><input type="hidden" name="genre" value="意见"/>',
  );
  expect(html).toContain('<input type="hidden" name="sort" value="oldest"/>');
  expect(html).toMatch(/name="from"[^>]* value="2018"/);
  expect(html.match(/name="from"/g)).toHaveLength(1);
});

test('nothing to choose shows nothing, unless something was chosen', () => {
  expect(show({})).toBe('');
  expect(show({}, { from: '2022-01-01' })).toContain('name="from"');
});

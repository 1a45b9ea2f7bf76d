import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { listPages, Pager } from './Pager';

test.each([
  [1, 2, [1, 2]],
  [1, 14, [1, 2, 14]],
  [5, 14, [1, 4, 5, 6, 14]],
  [14, 14, [1, 13, 14]],
  [51, 3, [1, 3]],
])('on page %i of %i: %j', (page, pages, listed) => {
  expect(listPages(page, pages)).toEqual(listed);
});

test('one page needs no pager', () => {
  expect(renderToStaticMarkup(<Pager page={1} pages={1} href={String} />)).toBe('');
});

test('the page that is shown is marked, and those beside it are links', () => {
  const html = renderToStaticMarkup(<Pager page={5} pages={14} href={(page) => `?page=${page}`} />);
  expect(html).toMatch(/href="\?page=4" rel="prev"/);
  expect(html).toMatch(/href="\?page=6" rel="next"/);
  expect(html).toMatch(/href="\?page=5" aria-current="page"/);
  expect(html.match(/class="gap"/g)).toHaveLength(2);
});

test('a page beyond the last leads back to it', () => {
  const html = renderToStaticMarkup(<Pager page={51} pages={3} href={(page) => `?page=${page}`} />);
  expect(html).toMatch(/href="\?page=3" rel="prev"/);
  expect(html).not.toContain('rel="next"');
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Paragraph } from './Paragraph';
import type { CitationView } from '@/lib/views/gazette/render-context';
import { citation, docNumber, paragraph } from './testing/tree';

function show(view: CitationView | undefined, node = citation('示政发〔2020〕1号', { docNumber })): string {
  const citations = new Map(view ? [[node, view]] : []);
  const context = { documentHref: '/shili/wenjian', level: 2, citations };
  return renderToStaticMarkup(<Paragraph node={paragraph('依据《甲》(', node, ')办理。')} context={context} />);
}

const words = '示政发<span class="keep">〔2020〕1号</span>';

test('held: a link, tight, with full-width brackets around it', () => {
  expect(show({ state: 'held', href: '/shili/a' })).toBe(
    `<p>依据《甲》（<a class="cite" href="/shili/a" data-citation="">${words}</a>）办理。</p>`,
  );
});

test('absent: a dashed link and the word 未收录', () => {
  expect(show({ state: 'absent', href: '/wenhao/x' })).toContain(
    `<a class="cite absent" href="/wenhao/x" data-citation="">${words}</a><span class="tag" data-added="">未收录</span>）`,
  );
});

test('no longer in force: a word, held or not; not where the number is only given a short name', () => {
  expect(show({ state: 'held', href: '/shili/a', validity: 'repealed' })).toContain(
    `<a class="cite over" href="/shili/a" data-citation="">${words}</a><span class="tag over" data-added="">已废止</span>）`,
  );
  expect(show({ state: 'absent', href: '/wenhao/x', validity: 'expired' })).toContain(
    '<span class="tag over" data-added="">已失效</span><span class="tag" data-added="">未收录</span>）',
  );
  expect(show({ state: 'held', href: '/shili/a', validity: 'conflict' })).toContain(
    '<span class="tag" data-added="">说法不一</span>',
  );
  const alias = citation('示政发〔2020〕1号', { docNumber, aliasDefinition: true });
  expect(show({ state: 'held', href: '/shili/a', validity: 'repealed' }, alias)).not.toContain('tag');
});

test('what editors say of a citation stands behind it, with its source, also where it leads nowhere', () => {
  const correction = '应为示政发〔2020〕2号，依据：示例市政府办来函';
  for (const href of ['/shili/a', undefined])
    expect(show({ state: 'held', correction, ...(href && { href }) })).toContain(
      `<small class="correction" data-correction="">（编辑更正：${correction}）</small>`,
    );
});

test('several: the number of documents', () => {
  expect(show({ state: 'several', href: '/wenhao/x', count: 2 })).toContain(
    '<span class="tag" data-added="">2 件</span>',
  );
});

test('the definition of an alias is not called 未收录 a second time', () => {
  expect(
    show({ state: 'absent', href: '/wenhao/x' }, citation('示政发〔2020〕1号', { docNumber, aliasDefinition: true })),
  ).not.toContain('tag');
});

test('a title that leads nowhere, and a citation that nobody resolved, stay text', () => {
  expect(show({ state: 'absent' }, citation('《甲办法》'))).toBe('<p>依据《甲》（《甲办法》）办理。</p>');
  expect(show(undefined)).not.toContain('<a');
});

test('the note beside the text is for the eye alone, at the first mention; every mention has its number for paper', () => {
  const note = {
    number: 3,
    first: true,
    lead: '示政发〔2020〕1号',
    text: '已收录',
    citation: '《甲》（示政发〔2020〕1号）',
  };
  expect(show({ state: 'held', href: '/shili/a', note })).toContain(
    '<span class="aside" aria-hidden="true" data-added=""><b>示政发〔2020〕1号</b>已收录</span>',
  );
  const again = show({ state: 'held', href: '/shili/a', note: { ...note, first: false } });
  expect(again).toContain('data-note="3"');
  expect(again).not.toContain('aside');
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { unknownValidity, VALIDITY_STATES, type Validity, type ValidityStatement } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { ValidityLine } from './ValidityLine';
import { ValidityNote } from './ValidityNote';
import { ValidityTag } from './ValidityTag';

const repeal: ValidityStatement = {
  kind: 'repeals',
  day: new Date('2023-05-26'),
  sentence: '《甲办法》(示政发〔2020〕1号)同时废止。',
  words: '示政发〔2020〕1号',
  wordsAt: 6,
  place: {
    municipality: { slug: 'shili', name: '示例市', sample: false },
    slug: 'shizhengfa-2023-4',
    title: '乙通知',
    docNumber: '示政发〔2023〕4号',
    address: '3',
  },
  source: null,
};
const extension: ValidityStatement = {
  ...repeal,
  kind: 'extends',
  day: new Date('2024-01-01'),
  until: new Date('2027-12-31'),
  sentence: '继续有效。',
  words: '有效',
  wordsAt: 2,
};
const repealed: Validity = { state: 'repealed', proof: [repeal], statements: [extension, repeal] };

test('each state is a word beside its sign; nothing is said of what is not known, unless asked', () => {
  for (const state of VALIDITY_STATES) {
    const html = renderToStaticMarkup(<ValidityTag validity={{ state }} always />);
    expect(html).toMatch(new RegExp(`<span aria-hidden="true">. </span>${VALIDITY_WORDS[state]}</span>$`));
  }
  expect(renderToStaticMarkup(<ValidityTag validity={unknownValidity} />)).toBe('');
  expect(renderToStaticMarkup(<ValidityNote validity={unknownValidity} />)).toBe('');
});

test('the word opens to the sentence that proves it, marked, dated, with a link to its place', () => {
  const html = renderToStaticMarkup(<ValidityNote validity={repealed} />);
  expect(html).toMatch(/^<details.*?<summary>.*?已废止.*?<\/summary>/);
  expect(html).toContain('<a href="/shili/shizhengfa-2023-4#3">示政发〔2023〕4号</a>');
  expect(html).toContain('<time class="figures" dateTime="2023-05-26">自2023年5月26日起</time>');
  expect(html).toContain('<blockquote>《甲办法》（<mark>示政发〔2020〕1号</mark>）同时废止。</blockquote>');
  expect(html, 'only what proves the word').not.toContain('继续有效');
});

test('on the page of a document the other sentences are there, too, with the day until which they carry', () => {
  const html = renderToStaticMarkup(<ValidityLine validity={repealed} />);
  expect(html).toContain('<summary>另有 1 句</summary>');
  expect(html).toContain('自2024年1月1日起</time><span class="figures">至2027年12月31日');
});

test('where no sentence says anything, that is what is said', () => {
  expect(renderToStaticMarkup(<ValidityLine validity={unknownValidity} />)).toMatch(/未见废止信息.*未见其被废止/);
});

test('a conflict shows all its sentences and takes no side', () => {
  const conflict: Validity = { state: 'conflict', proof: [extension, repeal], statements: [extension, repeal] };
  const html = renderToStaticMarkup(<ValidityLine validity={conflict} />);
  expect(html).toContain('说法不一');
  expect(html.match(/<blockquote>/g)).toHaveLength(2);
  expect(html).toContain('不作取舍');
});

test('an editorial correction names its source and leads to the document that repeals', () => {
  const correction: ValidityStatement = {
    ...repeal,
    sentence: '示政发〔2023〕9号',
    words: '示政发〔2023〕9号',
    wordsAt: 0,
    place: null,
    source: '示例市政府办来函',
  };
  const html = renderToStaticMarkup(<ValidityNote validity={{ ...repealed, proof: [correction] }} />);
  expect(html).toMatch(/<a href="\/wenhao\/[^"]+">示政发〔2023〕9号<\/a>/);
  expect(html).toContain('编辑更正，依据：示例市政府办来函');
});

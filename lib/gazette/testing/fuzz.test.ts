import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listSectionTexts, outlineDocument, parseGazette, readDocNumber } from '@/lib/gazette';
import { fold } from '@/lib/gazette/words/chars';
import { workOf } from './growth';
import {
  brokenColumns,
  brokenIds,
  brokenNesting,
  brokenPoints,
  brokenTiling,
  brokenValues,
  documentsOf,
} from './invariants';
import { fixtures } from './texts';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 120_000 });

// A random soup of what gazettes are made of. The seed is fixed, so that a failure here is a
// failure everywhere; fast-check prints the seed and the smallest soup that fails.
const seed = 20261121;

const morsels = [
  ...'一二三四五六七八九十百千〇零年月日号第章节条款项编《》〈〉（）()〔〕﹝﹞[]【】〖〗“”"，,。.；;：:、|｜—-…·①⑳⑴⒈',
  ...['一、', '(一)', '（二）', '1.', '12.', '(1)', '①', '第一章', '第一条', '第三节', '第一编', '——', '一是'],
  ...['示例市人民政府文件', '示例市人民政府', '云汀市财政局', '示政发〔2023〕4号', '示政发(2023', '〕 4 号', '令第7号', '公告2023年第2号'],
  ...['目 录', '附件', '附件1', '附件:', '专栏1 项目', '序号', '抄送:', '2023年4月14日', '二○二三年四月', '(此件公开发布)', '索引号:', '发布日期: ', '【字体:'],
  ...['关于印发', '的通知', '各县、区人民政府:', '根据', '同时废止', '修改为', '继续有效', '以下简称', '组  长:', '成员:', '[bookmark: _a]'],
  ...[' ', '  ', '\t', '\u00a0', '\u3000', '\u200b', '\ufeff', '\n', '\n\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\f', '\v'],
  ...[' | ', '| ', '|\n', '\t甲', '1\t', '序号\t项目\t单位\n', '序号\n项目\n单位\n', '1\n绿化\n市财政局\n', '甲  乙  丙\n', '单位:万元'],
  ...['\ud83d', '\udc00', '\ud83d\ude00', '\ud842\udfb7', '\u0000', '\uffff', 'e\u0301', '12345', '80.6', '≥85%', '3.5'],
]; // prettier-ignore

const pieces = fixtures.flatMap(({ text }) => text.split(/(?<=\n)/)).filter((line) => line.length > 1);

const cells = [
  '',
  '1',
  '2',
  '3',
  '序号',
  '项目',
  '牵头单位',
  '市财政局',
  '万元',
  '2023年',
  '≥85%',
  '绿化',
  '改造老旧小区12个',
  '(一)要求',
  '合计',
  '《甲办法》',
  '—',
];

/**
 * Most soups stand below the head of a document, so that they are read as its text and not as
 * rubbish in front of it.
 */
const heads = [
  '',
  ...['', '各区人民政府:\n', '示例市人民政府\n2023年4月1日\n甲办法\n'].map(
    (rest) => `示例市人民政府文件\n示政发〔2023〕4号\n关于印发《甲办法》的通知\n${rest}`,
  ),
];

const broth = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...morsels) },
      { weight: 2, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.constant('\n') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));
const soup = fc.tuple(fc.constantFrom(...heads), broth).map(([head, text]) => head + text);

/**
 * Rows of cells, whole and damaged, as pages and word processors leave them behind: tabs, pipes,
 * blanks, a line a cell.
 */
const rows = fc
  .tuple(
    fc.constantFrom('\t', ' | ', '    ', '\n'),
    fc.array(fc.array(fc.constantFrom(...cells), { maxLength: 7 }), { minLength: 2, maxLength: 24 }),
  )
  .map(([between, table]) => `${heads[1]!}附件\n任务表\n${table.map((row) => row.join(between)).join('\n')}`);

/** Fixtures with lines left out, doubled and shuffled. */
const shuffled = fc
  .tuple(fc.constantFrom(...fixtures), fc.array(fc.nat(200), { minLength: 1, maxLength: 60 }))
  .map(([{ text }, picks]) => {
    const lines = text.split('\n');
    return picks.map((pick) => lines[pick % lines.length]!).join('\n');
  });

function complaints(text: string): string[] {
  const { tree, messages } = parseGazette(text);
  for (const document of documentsOf(tree)) {
    outlineDocument(document);
    listSectionTexts(document);
  }
  JSON.stringify(messages);
  return [
    ...brokenTiling(text, tree),
    ...brokenNesting(tree),
    ...brokenValues(text, tree),
    ...brokenPoints(text, tree),
    ...brokenIds(tree),
    ...brokenColumns(tree),
  ];
}

describe('whatever is fed to the parser', () => {
  it('a random soup never throws and loses no character', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(complaints(text)).toEqual([]);
      }),
      { seed, numRuns: 600 },
    );
  });

  it('rows of cells, whole or damaged, lose no character', () => {
    fc.assert(
      fc.property(rows, (text) => {
        expect(complaints(text)).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('a soup eight times as long takes no more than eight times as long, but for caches', { retry: 2 }, () => {
    // Other soup and no repetition: what the parser remembers of one document must not cost the
    // next one.
    const long = fc.sample(soup, { seed, numRuns: 400 }).join('\n');
    const short = long.slice(0, long.length / 8);
    parseGazette(long);
    const best = (text: string): number => Math.min(...[1, 2, 3].map(() => workOf(() => parseGazette(text))));
    expect(best(long) / best(short)).toBeLessThan(14);
  });

  it('the lines of a fixture in any order never throw and lose no character', () => {
    fc.assert(
      fc.property(shuffled, (text) => {
        expect(complaints(text)).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('a text cut anywhere, as a download that broke off, loses no character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.nat(2000), ({ text }, cut) => {
        expect(complaints(text.slice(0, cut))).toEqual([]);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('folding keeps the length of every string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text).length).toBe(text.length);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('a typed number is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const read = readDocNumber(text);
        if (read?.canonical) expect(readDocNumber(read.canonical)?.canonical).toBe(read.canonical);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

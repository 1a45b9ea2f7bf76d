import { describe, expect, it, vi } from 'vitest';
import { listSectionTexts, parseGazette, readDocNumber } from '@/lib/gazette';
import { readAgencyCode } from './agency-codes';
import { fold, keyOf } from './chars';
import { findDocNumbers, readNumberLine, readSplitNumber } from './doc-number';
import { readLines } from './lines';
import { readMarker } from './markers';
import { municipalityIn } from './municipality';
import { findDate, readDateLine, readNumber } from './numbers';
import { readRelation } from './relations';
import { headingLength } from './headings';
import { Source } from './source';
import { brokenTiling, documentsOf } from './testing/invariants';
import { sampleText } from './testing/texts';
import { balanced, genreOf, innerTitles, quotedTitles } from './titles';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 120_000 });

// A line of 100,000 characters must not hang a server. The bound is generous, for machines that do other work at the same
// time: what grows with the square of such a line takes minutes, what is sound takes milliseconds.
const length = 100_000;
const bound = 10_000;

const stuff = [
  '(', ')', '（', '《', '》', '〈《', '〔', '〔2023〕', '〔2023〕4号', '示政发〔2023〕', '示政发〔2023〕4号', '令第7号', '第', '第一', '第第条', '号', '令',
  '1', '1.', '1.1.1.', '一', '一、', '(一)', '①', '|', '| ', ' |x', ' ', '\u3000', '\t', '\t1', '。', ',', ':', '“', '”', '—', '…', '·',
  '附件', '附件1', '专栏', '目录', '关于', '通知', '公告', '通告', '文件', '公报', '2023年', '二〇二三年', '2023年4月14日', '市', '省', '县', '局', '政府', '人民政府',
  '索引号:', '发布日期:', '字体:', '[bookmark: ', '[bookmark: x]', '根据', '废止', '以下简称', '修改为', '印发《', '的通知', '贯彻落实《', '组长:', '抄送:', '总第',
]; // prettier-ignore

const fill = (piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const readers: Record<string, (line: string) => unknown> = {
  fold,
  keyOf,
  readMarker,
  readNumber,
  readDateLine,
  findDate,
  readNumberLine,
  readSplitNumber: (line) => readSplitNumber(line, line),
  findDocNumbers: (line) => findDocNumbers(line, new Set(['示政发'])),
  readDocNumber,
  readAgencyCode: (line) => readAgencyCode(line, true, new Set()),
  readRelation: (line) => readRelation({ before: line, behind: line }),
  headingLength,
  genreOf,
  innerTitles,
  quotedTitles,
  balanced,
  municipalityIn,
  readLines: (line) => readLines(new Source(line)),
};

/** Milliseconds that a call takes. */
function timeOf(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

describe.each(Object.entries(readers))('%s', (_name, reader) => {
  it('gets through every line of 100,000 characters', () => {
    const slow = stuff
      .map((piece) => ({ piece, time: timeOf(() => reader(fold(fill(piece)))) }))
      .filter(({ time }) => time > bound);
    expect(slow).toEqual([]);
  });
});

describe('a document whose text is', () => {
  const head = '示例市人民政府文件\n示政发〔2023〕4号\n示例市人民政府关于印发《甲办法》的通知\n各区人民政府:\n';

  it.each(stuff.map((piece) => [JSON.stringify(piece), piece]))(
    '%s and nothing else is read in time',
    (_, piece) => {
      const short = head + `${piece}\n`.repeat(2_000);
      for (const text of [fill(piece), `${head}一、${fill(piece)}`, short]) {
        let tree = parseGazette('').tree;
        const time = timeOf(() => ({ tree } = parseGazette(text)));
        expect(time).toBeLessThan(bound);
        expect(brokenTiling(text, tree).slice(0, 3)).toEqual([]);
        for (const document of documentsOf(tree)) expect(timeOf(() => listSectionTexts(document))).toBeLessThan(bound);
      }
    },
    60_000,
  );
});

/** Milliseconds of the processor, which does not count what other programs do meanwhile. */
function workOf(call: () => unknown): number {
  const start = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('the work of a parse', () => {
  it('grows as the text grows, and not with its square', { retry: 2 }, () => {
    // Eight times the text may cost fourteen times: room for caches and the collector, none for a square (64).
    const text = sampleText('shili-2023-1').repeat(2);
    const best = (source: string): number => Math.min(...[1, 2, 3].map(() => workOf(() => parseGazette(source))));
    parseGazette(text.repeat(8));
    expect(best(text.repeat(8)) / best(text)).toBeLessThan(14);
  });
});

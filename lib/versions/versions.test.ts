import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { documentText } from '@/lib/db/testing/texts';
import {
  differenceOf,
  isSharedKey,
  listPassages,
  matchPassages,
  pairByWords,
  wordsKey,
  type Passage,
} from '@/lib/versions';
import { SHARED_KEY_LENGTH } from '@/lib/versions';

const passagesOf = (body: string[], title = '示例市河道管理办法'): Passage[] => {
  const text = documentText({ number: '示政发〔2023〕2号', title, body });
  const document = parseGazette(text).tree.children.find((child) => child.type === 'document')!;
  return listPassages(document);
};
const told = (former: string[], next: string[]): string[] => {
  const [one, other] = [passagesOf(former), passagesOf(next)];
  const { fates, added } = matchPassages([one], [other], [0]);
  return [
    ...fates[0]!.map((fate, at) => {
      const to = fate.kind === 'moved' || fate.kind === 'changed' ? ` ${fate.to.address}` : '';
      return `${one[at]!.address} ${fate.kind}${to}`;
    }),
    ...added.map(({ address }) => `new ${address}`),
  ].filter((line) => !line.startsWith('n '));
};

const patrol = '市水务局负责全市河道的日常巡查和维护工作。';
const waste = '任何单位不得向河道倾倒垃圾、渣土和污水。';
const dredge = '沿河单位应当在每年三月底以前完成清淤任务。';
const omitted = '(略)';

describe('what became of a passage', () => {
  test.each([
    [
      'as it was',
      [`第一条 ${patrol}`, `第二条 ${waste}`],
      [`第一条 ${patrol}`, `第二条 ${waste}`],
      ['t1 same', 't2 same'],
    ],
    [
      'swapped',
      [`第一条 ${patrol}`, `第二条 ${waste}`],
      [`第一条 ${waste}`, `第二条 ${patrol}`],
      ['t1 moved t2', 't2 moved t1'],
    ],
    [
      'the same words twice: one taken out leads to the other',
      [`第一条 ${waste}`, `第二条 ${patrol}`, `第三条 ${waste}`],
      [`第一条 ${patrol}`, `第二条 ${waste}`],
      ['t1 moved t2', 't2 moved t1', 't3 moved t2'],
    ],
    [
      'two made one',
      [`第一条 ${patrol}`, `第二条 ${waste}`, `第三条 ${dredge}`],
      [`第一条 ${patrol}${waste}`, `第二条 ${dredge}`],
      ['t1 changed t1', 't2 moved t1', 't3 moved t2'],
    ],
    [
      'one made two',
      [`第一条 ${patrol}${waste}`],
      [`第一条 ${patrol}`, `第二条 ${waste}`],
      ['t1 changed t1', 'new t2'],
    ],
    ['corrected', [`第一条 ${patrol}`], ['第一条 市水务局负责全市河道的日常巡查、监测和维护工作。'], ['t1 changed t1']],
    [
      'corrected and moved',
      [`第一条 ${patrol}`, `第二条 ${waste}`],
      [`第一条 ${dredge}`, '第二条 市水务局负责全市河道的日常巡查、监测和维护工作。', `第三条 ${waste}`],
      ['t1 changed t2', 't2 moved t3', 'new t1'],
    ],
    ['other words', [`第一条 ${patrol}`], ['第一条 春季每个街道种树一百棵以上。'], ['t1 gone', 'new t1']],
    [
      'words too short to tell',
      [`第一条 ${omitted}`, `第二条 ${patrol}`],
      [`第一条 ${patrol}`],
      ['t1 gone', 't2 moved t1'],
    ],
  ])('%s', (_name, former, next, expected) => {
    expect(told(former, next)).toEqual(expected);
  });

  test('a chapter with a changed clause is changed below, not itself', () => {
    const chapter = (clause: string) => ['第一章 总则', `第一条 ${clause}`, '第二章 附则', `第二条 ${dredge}`];
    const [one, other] = [passagesOf(chapter(patrol)), passagesOf(chapter(waste))];
    const { fates } = matchPassages([one], [other], [0]);
    const at = one.findIndex(({ marker }) => marker === '第一章');
    expect(fates[0]![at]).toMatchObject({ kind: 'changed', scope: 'below' });
  });

  test('every former passage has a fate, whatever the texts are; the same texts change nothing', () => {
    const clause = fc.constantFrom(patrol, waste, dredge, omitted, '种树。', '一是巡查;二是清淤。');
    const body = fc.array(clause, { maxLength: 12 }).map((clauses) => clauses.map((words, at) => `${at + 1}.${words}`));
    fc.assert(
      fc.property(body, body, (former, next) => {
        const [one, other] = [passagesOf(former), passagesOf(next)];
        const { fates } = matchPassages([one], [other], [0]);
        expect(fates[0]).toHaveLength(one.length);
        for (const [at, fate] of fates[0]!.entries()) {
          const to = fate.kind === 'moved' ? other.find(({ address }) => address === fate.to.address) : undefined;
          if (fate.kind === 'moved') expect(to?.words).toContain(one[at]!.words);
        }
        expect(new Set(matchPassages([one], [one], [0]).fates[0]!.map(({ kind }) => kind))).toEqual(new Set(['same']));
      }),
      { numRuns: 50 },
    );
  });
});

test('documents without number and title in common are recognised by their words', () => {
  const one = passagesOf([`第一条 ${patrol}`, `第二条 ${waste}`, `第三条 ${dredge}`]);
  const corrected = passagesOf([`第一条 ${patrol}`, `第二条 ${waste}`, `第三条 ${dredge}`], '示例市河道维护办法');
  const other = passagesOf(['第一条 春季每个街道种树一百棵以上。'], '示例市植树办法');
  expect(pairByWords([one], [other, corrected])).toEqual([1]);
  expect(pairByWords([one], [other])).toEqual([null]);
  expect(pairByWords([], [one])).toEqual([]);
});

describe('a key', () => {
  test('is that of the words alone', () => {
    const [one, other] = [passagesOf([`第一条 ${patrol}`]), passagesOf([`第一条 ${waste}`, `第二条  ${patrol}`])];
    expect(other.at(-1)!.key).toBe(one.at(-1)!.key);
    expect(one.at(-1)!.key).toBe(wordsKey(patrol));
  });

  test('has a form that links can carry', () => {
    const key = wordsKey(patrol);
    expect(key).toMatch(/^[0-9a-hj-km-np-tv-z]{16}$/);
    expect(isSharedKey(key.slice(0, SHARED_KEY_LENGTH))).toBe(true);
    for (const wrong of ['', 'x7f3', 'x7f3q2a', 'X7F3Q2', 'x7f3il']) expect(isSharedKey(wrong)).toBe(false);
  });
});

describe('a difference', () => {
  test('is by sentences, and by words inside a changed one', () => {
    expect(
      differenceOf(`${patrol}${waste}`, `${patrol}任何单位和个人不得向河道倾倒垃圾、渣土和污水。${dredge}`),
    ).toEqual([
      { kind: 'same', text: `${patrol}任何单位` },
      { kind: 'added', text: '和个人' },
      { kind: 'same', text: '不得向河道倾倒垃圾、渣土和污水。' },
      { kind: 'added', text: dredge },
    ]);
  });

  test('gives both texts back, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom(patrol, waste, dredge, '\n', '。', '甲', ' ', '"'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (former, next) => {
        const stretches = differenceOf(former, next);
        const without = (kind: string) => stretches.flatMap((each) => (each.kind === kind ? [] : [each.text])).join('');
        expect(without('added')).toBe(former);
        expect(without('removed')).toBe(next);
      }),
    );
  });
});

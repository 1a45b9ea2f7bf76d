import { expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { documentsOf } from '@/lib/gazette/testing/invariants';
import { compareVersions } from './comparison';
import { listVersionLines } from './version-list';

const read = (texts: readonly string[]) =>
  documentsOf(
    parseGazette(
      [
        '示政发〔2023〕42号',
        '',
        '示例市河道管理办法',
        '',
        '各区人民政府,市政府各部门:',
        ...texts.map((text, at) => `  第${'一二三四五六七八九'[at]}条 ${text}`),
        '',
        '  示例市人民政府',
        '  2023年3月1日',
        '',
      ].join('\n'),
    ).tree,
  )[0]!;

const clauses = [
  '为了保护城市河道,防止水土流失,制定本办法。',
  '市水务局负责全市河道的日常巡查和维护工作。',
  '任何单位不得向河道倾倒垃圾、渣土和污水。',
  '沿河单位应当在每年三月底以前完成清淤任务。',
  '本办法由市水务局负责解释,自印发之日起施行。',
];

test('a comparison tells what was changed, added and removed in words, and what moved in one line', () => {
  const next = [
    clauses[0]!,
    '河道两岸三十米以内为保护范围。',
    '市水务局负责全市河道的日常巡查、监测和维护工作。',
    clauses[2]!,
    clauses[3]!,
  ];
  const { entries, counts, rest } = compareVersions(read(clauses), read(next));
  const told = entries.map((entry) =>
    entry.kind === 'moved'
      ? `${entry.from.join()} > ${entry.to.join()}`
      : `${entry.kind} ${entry.name}: ${entry.stretches.map(({ kind, text }) => `${kind[0]!}${text}`).join('|')}`,
  );
  expect(told).toEqual([
    'added 第二条: a河道两岸三十米以内为保护范围。',
    'changed 第三条: s市水务局负责全市河道的日常巡查|a、监测|s和维护工作。',
    '第三条,第四条 > 第四条,第五条',
    'gone 第五条: r本办法由市水务局负责解释，自印发之日起施行。',
  ]);
  expect(counts).toEqual({ changed: 1, moved: 2, gone: 1, added: 1 });
  expect(rest).toBe(0);
  expect(compareVersions(read(clauses), read(clauses)).entries).toEqual([]);
});

test('versions are listed with what each changed; numbers and titles lead from one to the next', () => {
  const change = { cause: 'text', formerNumber: null, formerTitle: null, moved: 0, changed: 0, gone: 0, added: 0 };
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 17));
  const lines = listVersionLines({ title: '办法', docNumber: '示政发〔2023〕3号', arrivedAt: at(1) }, [
    { ...change, at: at(5), cause: 'reading', fromVersion: 3, toVersion: 3, moved: 4 },
    { ...change, at: at(4), fromVersion: 2, toVersion: 3, formerNumber: '示政发〔2023〕2号' },
    { ...change, at: at(3), fromVersion: 1, toVersion: 2, formerNumber: '示政发〔2023〕1号', changed: 2, added: 1 },
  ]);
  // Seventeen hours UTC is the next day in China.
  expect(lines.map(({ version, day, cause, counts, isLast }) => [version, day, cause, counts, isLast])).toEqual([
    [3, '2026年11月6日', '整理更正', '移动 4 处', true],
    [3, '2026年11月5日', '原文更正', '', false],
    [2, '2026年11月4日', '原文更正', '改动 2 处，新增 1 处', true],
    [1, '2026年11月2日', '收录', '', true],
  ]);
  expect(lines.map(({ number }) => number)).toEqual([
    null,
    { former: '示政发〔2023〕2号', next: '示政发〔2023〕3号' },
    { former: '示政发〔2023〕1号', next: '示政发〔2023〕2号' },
    null,
  ]);
});

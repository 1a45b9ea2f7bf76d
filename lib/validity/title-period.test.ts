import { expect, test } from 'vitest';
import { table } from '@/lib/gazette/clauses/testing/validity-table';
import { isTitlePeriodOver, titlePeriod } from './title-period';

test.each([
  ['示例市促进养蜂实施方案（2018—2020年）', 2018, 2020],
  ['示例市养蜂三年行动计划（2023-2025年）', 2023, 2025],
  ['示例市养蜂行动方案（2023年至2025年）', 2023, 2025],
  ['示例市养蜂工作计划（２０２１～２０２３年）', 2021, 2023],
  ['关于印发示例市“十四五”养蜂规划的通知', 2021, 2025],
  ['示例市养蜂发展"十三五"规划', 2016, 2020],
  ['示例市“十五五”时期养蜂发展规划', 2026, 2030],
])('%s: %i to %i', (title, from, to) => expect(titlePeriod(title)).toEqual({ from, to }));

test.each([
  '示例市养蜂管理办法',
  '关于做好2023年养蜂工作的通知',
  '示例市养蜂三年行动方案',
  '关于废止《示例市养蜂计划（2018—2020年）》的通知',
  '关于表彰“十三五”期间养蜂工作先进集体的决定',
  '关于印发“十三五”养蜂规划评估报告的通知',
  '示例市国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
  '关于印发2018—2020年和2021—2023年养蜂计划的通知',
  '关于印发养蜂计划（2023—2020年）的通知',
  '示政发〔2018〕2020号养蜂计划',
])('%s names none', (title) => expect(titlePeriod(title)).toBeNull());

test('a period is over when its last year is', () => {
  expect(isTitlePeriodOver({ from: 2018, to: 2020 }, new Date('2020-12-31'))).toBe(false);
  expect(isTitlePeriodOver({ from: 2018, to: 2020 }, new Date('2021-01-01'))).toBe(true);
});

test('titles of the independent table are read right, or not at all', () => {
  const titles = table.filter(({ kind }) => kind === 'title-period');
  const claimed = titles.map(({ document }) => titlePeriod(document.title)?.to);
  const right = titles.map(({ right: { titlePeriodEnds } }) => titlePeriodEnds && Number(titlePeriodEnds.slice(0, 4)));
  expect(claimed).toEqual(right);
});

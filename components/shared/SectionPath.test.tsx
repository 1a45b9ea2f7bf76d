import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SectionPath } from './SectionPath';

type Name = [marker: string, heading: string];

const step = ([marker, heading]: Name, kind: string) => ({ address: 'a', kind, marker, heading });
const show = (name: Name, path: Name[], marks: [number, number][] = [], partKind = 'annexed') => {
  const [part, ...steps] = path;
  const section = {
    ...step(name, part ? 'section' : 'part'),
    partKind,
    path: part ? [step(part, 'part'), ...steps.map((each) => step(each, 'section'))] : [],
  };
  return renderToStaticMarkup(<SectionPath section={section} marks={marks.map(([start, end]) => ({ start, end }))} />);
};

test.each([
  [
    ['(二)', '办好社区食堂。'],
    [
      ['', '方案'],
      ['三、', '工作'],
    ],
    [],
    '三、（二）　办好社区食堂',
  ],
  [
    ['(二)', '办好社区食堂。'],
    [
      ['', '方案'],
      ['三、', '工作'],
    ],
    [[7, 9]],
    '三、（二）　办好社区<mark>食堂</mark>',
  ],
  // A hit that reaches over the marker, and one that reaches into the full stop.
  [
    ['(二)', '办好社区食堂。'],
    [['', '方案']],
    [
      [1, 4],
      [7, 10],
    ],
    '（二）　<mark>办</mark>好社区<mark>食堂</mark>',
  ],
  [['第三条', ''], [['', '办法']], [], '第三条'],
  [['', '食堂名单'], [], [[0, 2]], '<mark>食堂</mark>名单'],
  [['附件2', '食堂名单'], [], [[4, 6]], '附件2 <mark>食堂</mark>名单'],
  [
    ['', '食堂名单'],
    [
      ['附件2', '食堂名单'],
      ['一、', ''],
    ],
    [],
    '附件2　一、　食堂名单',
    'attachment',
  ],
  [['', '关于社区食堂的通知'], [], [[2, 4]], '正文', 'notice'],
  // Decimal numbers, and marks behind the blank that parts them from the heading.
  [
    ['2.1.3', '应急指挥'],
    [
      ['', '预案'],
      ['2', '组织体系'],
      ['2.1', '指挥机构'],
    ],
    [],
    '2.1.3　应急指挥',
  ],
  [
    ['2.1.3', '应急指挥'],
    [
      ['', '预案'],
      ['2', '组织体系'],
    ],
    [[6, 8]],
    '2.1.3　<mark>应急</mark>指挥',
  ],
  [
    ['1.1', '编制目的'],
    [
      ['', '预案'],
      ['1', '总则'],
    ],
    [[0, 6]],
    '1.1　<mark>编制</mark>目的',
  ],
  [
    ['第二条之一', '灯会顺延'],
    [
      ['', '办法'],
      ['第一篇', '筹备'],
    ],
    [[6, 8]],
    '第一篇第二条之一　<mark>灯会</mark>顺延',
  ],
  [
    ['①', '油灯加罩'],
    [
      ['', '办法'],
      ['第一编', '筹备'],
      ['(一)', '小雨'],
    ],
    [[1, 3]],
    '第一编（一）①　<mark>油灯</mark>加罩',
  ],
] as [Name, Name[], [number, number][], string, string?][])('%j in %j, marked %j', (name, path, marks, html, kind) => {
  expect(show(name, path, marks, kind)).toBe(html);
});

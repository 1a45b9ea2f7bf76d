import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SectionPath } from './SectionPath';

const show = (heading: string, path: string[], marks: [number, number][] = [], partKind = 'annexed') =>
  renderToStaticMarkup(
    <SectionPath
      path={path.map((step) => ({ address: 'a', heading: step }))}
      heading={heading}
      partKind={partKind}
      marks={marks.map(([start, end]) => ({ start, end }))}
    />,
  );

test.each([
  ['(二)办好社区食堂。', ['方案', '三、工作'], [], '三、（二）　办好社区食堂'],
  ['(二)办好社区食堂。', ['方案', '三、工作'], [[7, 9]], '三、（二）　办好社区<mark>食堂</mark>'],
  // A hit that reaches over the marker, and one that reaches into the full stop.
  [
    '(二)办好社区食堂。',
    ['方案'],
    [
      [1, 4],
      [7, 10],
    ],
    '（二）　<mark>办</mark>好社区<mark>食堂</mark>',
  ],
  ['(二) 食堂', ['方案'], [[4, 6]], '（二）　<mark>食堂</mark>'],
  ['第三条', ['办法'], [], '第三条'],
  ['食堂名单', [], [[0, 2]], '<mark>食堂</mark>名单'],
  ['食堂名单', ['附件2 食堂名单', '一、'], [], '附件2　一、　食堂名单', 'attachment'],
] as [string, string[], [number, number][], string, string?][])(
  '%s in %j, marked %j',
  (heading, path, marks, html, kind) => {
    expect(show(heading, path, marks, kind)).toBe(html);
  },
);

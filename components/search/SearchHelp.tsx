import { goUrl } from '@/lib/addresses/urls';

const rows: [string, string][] = [
  ['《…办法》第十二条', '直接到那一条；整段引用、文号、本站链接都可以粘贴'],
  ['8号文', '在一个市的页面里，就是这个市的 8 号文件'],
  ['养老 床位', '两个词都要有，先后不限'],
  ['"社区食堂"', '引号里的字句要连在一起'],
  ['养老|托育', '两个词有一个就行，也可以写 OR'],
  ['养老 -托育', '不要含“托育”的'],
  ['标题:节水', '只看标题'],
  ['机关:民政局', '只看发文机关'],
  ['年:2022　年:2018-2022', '只看这一年、这几年'],
  ['文号:政办发2022', '只看这样的文号'],
];

/** What the box understands besides words. */
export function SearchHelp() {
  return (
    <details className="search-help">
      <summary>怎样查得更准</summary>
      <dl>
        {rows.map(([typed, meaning]) => (
          <div key={typed}>
            <dt>{typed}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>意思一样的说法会一并查找，例如低保和最低生活保障，结果里可以去掉；引号里的只查原样。</p>
      <p>
        问句、前面带市名的、打错一个字的、拼音，照着查没有结果时，会换一种说法再查，并且说明。从别的系统直达：
        <code>{decodeURIComponent(goUrl('文号或引用'))}</code>
      </p>
      <p>繁体简体、全角半角、大写小写都一样。可以几样一起用：养老 标题:意见 年:2022</p>
    </details>
  );
}

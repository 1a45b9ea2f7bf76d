import MarkdownIt from 'markdown-it';
import { inkOf, noteOf, type ReadBlocks, type SourceBlock } from '@/lib/source-files/blocks';
import { readBareHtml } from '@/lib/source-files/html/html';
import { writtenMark } from '@/lib/source-files/html/html-blocks';
import { startsWithKey } from '@/lib/source-files/text/portal-keys';

/**
 * Reads the text of Markdown (CommonMark with tables and HTML).
 * @throws UnreadableContent
 */
export function readMarkdown(text: string): ReadBlocks {
  const { head, body } = splitFrontMatter(text.replace(/\r\n?/g, '\n'));
  const { fields, rest } = readSettings(head);
  const { quoted, below } = splitQuote(body);
  const read = readBareHtml(markdown.render(markSetApart(nameFootnotes(below))));
  const notes = [
    ...(rest === ''
      ? []
      : [noteOf('front-matter', `${inkOf(rest)} characters of settings above the text were left out`)]),
    ...(quoted === ''
      ? []
      : [noteOf('quote-above', `${inkOf(quoted)} characters quoted above the title were left out`)]),
    ...read.notes,
  ];
  return { blocks: [...fields, ...read.blocks], notes };
}

/** Keys of settings that say what a portal's block says, and how it calls them. */
const settings: Record<string, string> = { title: '标题', date: '发布日期', source: '来源', author: '' };

/** Reads the settings that are fields of a portal: 文号: 示政发〔2024〕18号. */
function readSettings(head: string): { fields: SourceBlock[]; rest: string } {
  const fields: SourceBlock[] = [];
  const rest = head.split('\n').filter((line) => {
    const [, key = '', value = ''] = /^([\w\u4e00-\u9fff-]+): *(.+?) *$/.exec(line) ?? [];
    const field = `${settings[key.toLowerCase()] ?? key}: ${value.replace(/^(["'])(.*)\1$/, '$2')}`;
    const isField = value !== '' && startsWithKey(field);
    if (isField) fields.push({ type: 'line', text: field, field: true });
    return !isField;
  });
  return { fields, rest: rest.join('\n').trim() };
}

/** A quote above the first heading is a remark of whoever made the file. */
function splitQuote(body: string): { quoted: string; below: string } {
  const match = /^\s*((?:>[^\n]*(?:\n|$))+)\s*(?=#{1,2} )/.exec(body.slice(0, 4000));
  return match ? { quoted: match[1]!, below: body.slice(match[0].length) } : { quoted: '', below: body };
}

/** [^1] and [^1]: text are marks of a note and the note: [1]. */
const nameFootnotes = (text: string): string =>
  text.replace(/^\[\^([^\]\s]{1,20})\]:[ \t]*/gm, '\n\\[$1\\] ').replace(/\[\^([^\]\s]{1,20})\]/g, '\\[$1\\]');

/** 10^4^ and CO~2~, as pandoc writes what is raised and lowered. */
const markSetApart = (text: string): string =>
  text
    .replace(/(?<=[\w)）米])\^([-+−]?[\dA-Za-z]{1,3})\^/g, '<sup>$1</sup>')
    .replace(/(?<=[A-Za-z])(?<!~)~(\d{1,3})~(?!~)/g, '<sub>$1</sub>');

// Each line of the source is a line: texts of gazettes seldom part their paragraphs by blank lines,
// and the parser joins what was only wrapped. Four blanks are an indent and no program code.
const markdown = new MarkdownIt({ html: true, breaks: true }).disable('code');

// Cells beyond those of the header: the renderer drops them, so they are added to their row.
markdown.core.ruler.after('block', 'surplus cells', (state) => {
  const lines = state.src.split('\n');
  let columns = 0;
  let line: string | undefined;
  state.tokens = state.tokens.flatMap((token) => {
    if (token.type === 'thead_open') columns = 0;
    else if (token.type === 'th_open') columns++;
    else if (token.type === 'tr_open') line = token.map ? lines[token.map[0]] : undefined;
    if (token.type !== 'tr_close' || line === undefined) return [token];
    const surplus = cellsOf(line).slice(columns);
    const added = surplus.flatMap((content) => {
      const inline = new state.Token('inline', '', 0);
      inline.content = content;
      inline.children = [];
      return [new state.Token('td_open', 'td', 1), inline, new state.Token('td_close', 'td', -1)];
    });
    return [...added, token];
  });
});

/** The cells of a line of a table, without empty ones at its end. */
function cellsOf(line: string): string[] {
  const cells = line
    .replace(/^[>\s]*\|?/, '')
    .replace(/(?<!\\)\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

/** The number of an item as it is written, not as a browser would count. */
markdown.renderer.rules.list_item_open = (tokens, index, options, _environment, renderer) => {
  const token = tokens[index]!;
  if (token.info !== '') token.attrSet(writtenMark, `${token.info}${token.markup} `);
  return renderer.renderToken(tokens, index, options);
};

const longestFrontMatter = 100;

/** Settings of a site generator above the text: lines of `key: value` between two of `---`. */
function splitFrontMatter(text: string): { head: string; body: string } {
  const lines = text.split('\n');
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  const head = lines.slice(1, end);
  const plain = head.every((line) => /^(?:[\w\u4e00-\u9fff-]+:|\s|#|-\s|$)/.test(line));
  if (end < 1 || end > longestFrontMatter || !plain) return { head: '', body: text };
  return { head: head.join('\n'), body: lines.slice(end + 1).join('\n') };
}

import type * as ast from '../ast';
import type { FrontMatter } from '../front/front-matter';
import type { Line } from '../line';
import type { Messages } from '../messages';
import type { Source } from '../source';
import { isIssuer, titlesAgree } from '../words/agreement';
import { keyOfLines } from './head';
import type { Head } from './head';

/** 示政发〔2014〕20号《…实施意见》, as a portal calls its page: the title, and at most so much more. */
const longestNumber = 30;

/**
 * Reads what stands between the front matter and the first document: page furniture, or unknown.
 * @param head of the first document; undefined where none was found
 */
export function linesInFront(
  { source, lines, messages }: { source: Source; lines: readonly Line[]; messages: Messages },
  head: Head | undefined,
  { kind, bodyFrom }: FrontMatter,
): (ast.Residue | ast.Unparsed)[] {
  const title = head ? keyOfLines(lines, head.titleFrom, head.titleTo) : '';
  return lines.slice(bodyFrom, head?.from ?? lines.length).map((line) => {
    const repeats = kind === 'standalone' && title !== '' && repeatsHead(line, title);
    const type = repeats || line.kind === 'residue' || line.kind === 'metadata' ? 'residue' : 'unparsed';
    if (type === 'unparsed')
      messages.add('unparsed', 'warning', 'a line in front of the first document belongs to nothing', line.span);
    return { type, value: source.slice(line.span), position: source.position(line.span) };
  });
}

/** A portal prints title and publisher above the document, which prints them again. */
const repeatsHead = ({ key }: Line, title: string): boolean =>
  titlesAgree(key, title) || (key.includes(title) && key.length <= title.length + longestNumber) || isIssuer(key);

import { typesetTexts } from '@/lib/text/typography';
import type * as ast from '@/lib/gazette/ast';
import type { FlowContext, FlowSpan } from './flow';

type Words = ast.Phrasing | ast.Marker | ast.Label;

/**
 * Makes the spans of the parts of one line (marker, heading, text). They are typeset as one run, so
 * that punctuation at the seams is right. Lines that the source wrapped join without a blank.
 */
export function flowSpansOf(groups: readonly (readonly Words[])[], { links }: FlowContext): FlowSpan[][] {
  const printed = groups.map((leaves) => leaves.filter(({ type }) => type !== 'residue'));
  const shown = typesetTexts(printed.flat().map(({ value }) => value));
  let at = 0;
  return printed.map((leaves) => {
    const spans: FlowSpan[] = [];
    for (const leaf of leaves) {
      const text = shown[at++]!;
      const href = leaf.type === 'citation' ? links.get(leaf) : undefined;
      const last = spans.at(-1);
      if (href !== undefined) spans.push({ text, href });
      else if (last && last.href === undefined) last.text += text;
      else spans.push({ text });
    }
    return spans;
  });
}

/** Makes the spans of one run. */
export const flowRunOf = (leaves: readonly Words[], context: FlowContext): FlowSpan[] =>
  flowSpansOf([leaves], context)[0]!;

/** Makes the spans of texts that are a line each, typeset together. */
export const flowLinesOf = (texts: readonly ast.Text[], context: FlowContext): FlowSpan[][] =>
  flowSpansOf(
    texts.map((text) => [text]),
    context,
  );

import { displayTexts } from '@/lib/text/typography';
import type * as ast from '@/lib/gazette/ast';
import type { FlowScene, Span } from './flow';

type Words = ast.Phrasing | ast.Marker | ast.Label;

/**
 * Takes stretches of one line (marker, heading, text) and gives the spans of each, shown as one run, so that punctuation at
 * the seams is right. Lines that the source wrapped join without a blank.
 */
export function spansOf(stretches: readonly (readonly Words[])[], { links }: FlowScene): Span[][] {
  const printed = stretches.map((leaves) => leaves.filter(({ type }) => type !== 'residue'));
  const shown = displayTexts(printed.flat().map(({ value }) => value));
  let at = 0;
  return printed.map((leaves) => {
    const spans: Span[] = [];
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

/** The spans of one run. */
export const runOf = (leaves: readonly Words[], scene: FlowScene): Span[] => spansOf([leaves], scene)[0]!;

/** Each text a line of its own, shown together. */
export const linesOf = (texts: readonly ast.Text[], scene: FlowScene): Span[][] =>
  spansOf(
    texts.map((text) => [text]),
    scene,
  );

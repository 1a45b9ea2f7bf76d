import { Fragment, type ReactNode } from 'react';
import { typesetTexts } from '@/lib/text/typography';
import type { Leaf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { Citation } from './Citation';
import { joinMarks, markPieces } from './marked';
import type { RenderContext } from '@/lib/views/gazette/render-context';

/**
 * Shows stretches of one line as one run, so that punctuation between them is right.
 * The stretches are marker, heading and text. Adjacent texts (lines that the source wrapped) join
 * without a blank, and so do their marks.
 * @returns the content of each stretch
 */
export function showPhrasings(stretches: readonly (readonly Leaf[])[], context: RenderContext): ReactNode[][] {
  const printed = stretches.map((leaves) => leaves.filter(({ type }) => type !== 'residue'));
  const shown = typesetTexts(printed.flat().map(({ value }) => value));
  let at = 0;
  return printed.map((leaves) =>
    runsOf(leaves).map((run, index) => {
      const text = shown.slice(at, (at += run.length)).join('');
      const [node] = run;
      if (node.type === 'citation') {
        const view = context.citations.get(node);
        return <Citation key={index} node={node} text={text} view={view} marks={context.marks?.get(node)} />;
      }
      const pieces = markPieces(text, joinMarks(run, context.marks));
      return pieces.length > 1 ? <Fragment key={index}>{pieces}</Fragment> : pieces[0];
    }),
  );
}

/** Each citation alone, what stands between two of them together. */
function runsOf(leaves: readonly Leaf[]): [Leaf, ...Leaf[]][] {
  const runs: [Leaf, ...Leaf[]][] = [];
  for (const leaf of leaves) {
    const last = runs.at(-1);
    if (last && leaf.type !== 'citation' && last[0].type !== 'citation') last.push(leaf);
    else runs.push([leaf]);
  }
  return runs;
}

/** A run of text with its citations. */
export function Phrasings({ nodes, context }: { nodes: readonly ast.Phrasing[]; context: RenderContext }) {
  return showPhrasings([nodes], context)[0];
}

import type { ReactNode } from 'react';
import { displayTexts } from '@/lib/display';
import type * as ast from '@/lib/gazette/ast';
import { Citation } from './Citation';
import type { Scene } from './scene';

type Words = ast.Phrasing | ast.Marker;

/**
 * Shows stretches of one line (marker, heading, text) as one run, so that punctuation at the seams is right. Gives the
 * content of each stretch. Neighbouring texts (lines that the source wrapped) join without a blank.
 */
export function showPhrasings(stretches: readonly (readonly Words[])[], scene: Scene): ReactNode[][] {
  const shown = displayTexts(stretches.flat().map((node) => (node.type === 'residue' ? '' : node.value)));
  let at = 0;
  return stretches.map((nodes) => {
    const pieces: ReactNode[] = [];
    for (const node of nodes) {
      const text = shown[at++]!;
      const last = pieces.at(-1);
      if (node.type === 'citation')
        pieces.push(<Citation key={at} node={node} text={text} view={scene.citations.get(node)} />);
      else if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
      else pieces.push(text);
    }
    return pieces;
  });
}

/** A run of text with its citations. */
export function Phrasings({ nodes, scene }: { nodes: readonly ast.Phrasing[]; scene: Scene }) {
  return showPhrasings([nodes], scene)[0];
}

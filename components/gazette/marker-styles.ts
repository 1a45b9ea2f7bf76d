import type * as ast from '@/lib/gazette/ast';

/** How a numbered section looks: the class of its own heading line, and that of a run-in heading. */
export interface MarkerLook {
  heading: string;
  run: string;
  /** 一、 and (一) are stops of the tab key; below them fifty stops would lie between two links. */
  stop: boolean;
}

/** Looks hang on the printed marker, so that a skipped level or a numbering that runs on keeps its face. */
export const markerLooks: Record<ast.MarkerStyle, MarkerLook> = {
  bian: { heading: 's1 word', run: 'run l1 word', stop: true },
  chapter: { heading: 's1 word', run: 'run l1 word', stop: true },
  division: { heading: 's2 word', run: 'run l2 word', stop: true },
  article: { heading: 's3 word', run: 'run word', stop: false },
  hanComma: { heading: 's1', run: 'run l1', stop: true },
  hanBracket: { heading: 's2', run: 'run l2', stop: true },
  digitPoint: { heading: 's3', run: 'run l3', stop: false },
  digitBracket: { heading: 's3 light', run: 'run l4', stop: false },
  circled: { heading: 's3 light', run: 'run l4', stop: false },
};

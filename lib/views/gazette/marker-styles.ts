import type * as ast from '@/lib/gazette/ast';
import { isSetApart } from '@/lib/gazette/tree/names';

/**
 * How a numbered section looks: the class of its own heading line, and that of a run-in heading.
 */
export interface MarkerLook {
  heading: string;
  run: string;
  /** 一、 and (一) are stops of the tab key; below them fifty stops would lie between two links. */
  stop: boolean;
  /**
   * 转发 stands at the edge of its heading line; at 一、 always, at (一) while pointer or focus are
   * there (share.css).
   */
  share?: true;
}

/**
 * Looks hang on the printed marker, so that a skipped level or a numbering that runs on keeps its
 * face.
 */
const markerLooks: Record<ast.MarkerStyle, MarkerLook> = {
  bian: { heading: 's1', run: 'run l1', stop: true, share: true },
  chapter: { heading: 's1', run: 'run l1', stop: true, share: true },
  division: { heading: 's2', run: 'run l2', stop: true, share: true },
  article: { heading: 's3', run: 'run', stop: false },
  hanComma: { heading: 's1', run: 'run l1', stop: true, share: true },
  hanBracket: { heading: 's2', run: 'run l2', stop: true, share: true },
  digitPoint: { heading: 's3', run: 'run l3', stop: false },
  decimal: { heading: 's3', run: 'run l3', stop: false },
  digitBracket: { heading: 's3 light', run: 'run l4', stop: false },
  circled: { heading: 's3 light', run: 'run l4', stop: false },
  question: { heading: 's1', run: 'run l1', stop: true, share: true },
};

/** The look of one marker: 1 总则 is set apart as 第一章 is, 1. is not. */
export function lookOf(marker: ast.Marker): MarkerLook {
  const look = markerLooks[marker.style];
  return isSetApart(marker.value) ? { ...look, heading: `${look.heading} word`, run: `${look.run} word` } : look;
}

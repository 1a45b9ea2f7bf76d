import type * as ast from '../ast';
import { isAddressed, ownBlocks } from '../tree/outline';
import type { Addressed } from '../tree/outline';
import { childrenOf } from '../tree/walk';
import { keyOf } from '../words/chars';

/** Text that may hold a clause on validity: a heading, a paragraph, a note. */
export interface ValidityRun {
  /** Of the section around it. */
  address: string;
  text: string;
  /** Offset in the source, to put runs in order. */
  at: number;
  /**
   * A clause without a subject is about the document: the run closes its part, stands below 附则, or
   * is its 附注.
   */
  closing: boolean;
}

const closingHeading =
  /^(?:附则|其他(?:事项|规定)?|(?:施行|生效)(?:时间|日期)?|(?:政策|文件)?(?:施行|执行|有效)期限?|(?:施行|实施|执行|生效)(?:日期|时间)?[和与及](?:有效期限?|解释)|(?:有效期限?|解释)[和与及](?:施行|实施|执行|生效).*)$/;

/** Lists the runs of a part in the order of its text. */
export function listValidityRuns(part: ast.Part): ValidityRun[] {
  const runs: ValidityRun[] = [];
  const lastSection = part.children.findLast((child) => child.type === 'section');
  const add = (node: Addressed, isClosing: boolean): void => {
    if (node.type === 'table' || node.type === 'callout') return;
    const isNamed = node.type === 'section' && closingHeading.test(keyOf(wordsOf(node.heading)).replace(/[。.:]$/, ''));
    const closing = isClosing || (isNamed && node === lastSection);
    if (node.type === 'section') runs.push(runOf(node.id, node.heading, node, closing));
    for (const block of ownBlocks(node)) for (const run of runsOf(block, node.id, closing)) runs.push(run);
    for (const child of node.children) if (isAddressed(child)) add(child, closing);
  };
  add(part, false);
  runs.sort((one, other) => one.at - other.at);
  const last = runs.findLast(({ text, closing }) => text !== '' && !closing);
  return runs.map((run) => (run === last ? { ...run, closing: true } : run));
}

const runOf = (
  address: string,
  children: readonly ast.Phrasing[],
  { position }: ast.Node,
  closing: boolean,
): ValidityRun => ({
  address,
  text: wordsOf(children),
  at: position.start.offset,
  closing,
});

/** Words that an amendment puts into another document are not its own. */
function runsOf(node: ast.Node, address: string, closing: boolean): ValidityRun[] {
  if (node.type === 'paragraph') return node.role === 'quote' ? [] : [runOf(address, node.children, node, closing)];
  if (node.type === 'note') return [runOf(address, node.children, node, true)];
  if (node.type === 'listItem') return [runOf(address, node.children, node, closing)];
  return node.type === 'list' ? childrenOf(node).flatMap((child) => runsOf(child, address, closing)) : [];
}

const wordsOf = (run: readonly ast.Phrasing[]): string =>
  run.map((child) => (child.type === 'residue' ? '' : child.value)).join('');

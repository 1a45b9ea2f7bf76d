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
  /** It stands below 执行时间: what takes effect there is what the document sets. */
  timed: boolean;
}

const timedHeading = /^(?:新?标准)?(?:执行|施行)(?:时间|日期)$/;
const closingHeading =
  /^(?:附则|其他(?:事项|规定)?|(?:施行|生效)(?:时间|日期)?|(?:政策|文件)?(?:施行|执行|有效)期限?|(?:施行|实施|执行|生效)(?:日期|时间)?[和与及](?:有效期限?|解释)|(?:有效期限?|解释)[和与及](?:施行|实施|执行|生效).*)$/;

/** Lists the runs of a part in the order of its text. */
export function listValidityRuns(part: ast.Part): ValidityRun[] {
  const runs: ValidityRun[] = [];
  const lastSection = part.children.findLast((child) => child.type === 'section');
  const add = (node: Addressed, isClosing: boolean, isTimed: boolean): void => {
    if (node.type === 'table' || node.type === 'callout') return;
    const name = node.type === 'section' ? keyOf(wordsOf(node.heading)).replace(/[。.:]$/, '') : '';
    const isNamed = closingHeading.test(name);
    const around = {
      closing: isClosing || (isNamed && node === lastSection),
      timed: isTimed || timedHeading.test(name),
    };
    if (node.type === 'section') runs.push(runOf(node.id, node.heading, node, around));
    for (const block of ownBlocks(node)) for (const run of runsOf(block, node.id, around)) runs.push(run);
    for (const child of node.children) if (isAddressed(child)) add(child, around.closing, around.timed);
  };
  add(part, false, false);
  runs.sort((one, other) => one.at - other.at);
  const last = runs.findLast(({ text, closing }) => text !== '' && !closing);
  return runs.map((run) => (run === last ? { ...run, closing: true } : run));
}

const runOf = (
  address: string,
  children: readonly ast.Phrasing[],
  { position }: ast.Node,
  around: Around,
): ValidityRun => ({
  address,
  text: wordsOf(children),
  at: position.start.offset,
  ...around,
});

type Around = Pick<ValidityRun, 'closing' | 'timed'>;

/** Words that an amendment puts into another document are not its own. */
function runsOf(node: ast.Node, address: string, around: Around): ValidityRun[] {
  if (node.type === 'paragraph') return node.role === 'quote' ? [] : [runOf(address, node.children, node, around)];
  if (node.type === 'note') return [runOf(address, node.children, node, { ...around, closing: true })];
  if (node.type === 'listItem') return [runOf(address, node.children, node, around)];
  return node.type === 'list' ? childrenOf(node).flatMap((child) => runsOf(child, address, around)) : [];
}

const wordsOf = (run: readonly ast.Phrasing[]): string =>
  run.map((child) => (child.type === 'residue' ? '' : child.value)).join('');

import { typesetText, typesetTexts, splitTitle } from '@/lib/text/typography';
import type * as ast from '@/lib/gazette/ast';
import { isSetApart } from '@/lib/gazette/tree/names';
import { setSection } from '@/lib/text/run-in';
import { showLabel } from '@/lib/text/section-names';
import type { Face, FlowBlock, FlowContext } from './flow';
import { flowLinesOf, flowRunOf, flowSpansOf } from './flow-spans';
import { flowTable } from './flow-table';

type Flower<Node> = (node: Node, context: FlowContext) => FlowBlock[];
type BlockRecord = { [Kind in ast.Block['type']]: Flower<Extract<ast.Block, { type: Kind }>> };

/** Typefaces depend on the printed marker, as on the page: a skipped level keeps its typeface. */
const faces: Record<ast.MarkerStyle, Face> = {
  bian: 'hei',
  chapter: 'hei',
  division: 'kai',
  article: 'hei',
  hanComma: 'hei',
  hanBracket: 'kai',
  digitPoint: 'fangsong',
  decimal: 'fangsong',
  digitBracket: 'fangsong',
  circled: 'fangsong',
  question: 'hei',
};

/**
 * Makes the flow of blocks. Complete by type: a new kind in ast.ts stops the build until it is
 * written.
 */
const blocks: BlockRecord = {
  letterhead: ({ value }, { headShown }) => (headShown ? [] : [flush(typesetText(value))]),
  numberLine: ({ value }, { headShown }) => (headShown ? [] : [flush(value)]),
  label: ({ value }, { headShown }) => (headShown ? [] : [flush(typesetText(value))]),
  title: ({ children }, context) =>
    context.headShown ? [] : [{ kind: 'lines', role: 'title', lines: flowLinesOf(children, context) }],
  addressee: ({ children }, context) => [{ kind: 'paragraph', role: 'addressee', spans: flowRunOf(children, context) }],
  section: flowSection,
  paragraph: ({ children, role }, context) => [
    { kind: 'paragraph', role: role === 'quote' ? 'quote' : 'text', spans: flowRunOf(children, context) },
  ],
  list: ({ children }, context) => [{ kind: 'list', items: children.map((item) => flowRunOf(item.children, context)) }],
  table: (node, context) => [flowTable(node, context)],
  callout: (node, context) => [
    {
      kind: 'callout',
      id: node.id,
      level: context.level,
      title: typesetTexts(node.title.map(({ value }) => value)).join(''),
      children: flowBlocks(node.children, { ...context, level: context.level + 1 }),
    },
  ],
  signature: ({ children }, context) => [{ kind: 'lines', role: 'signature', lines: flowLinesOf(children, context) }],
  note: ({ children }, context) => [{ kind: 'paragraph', role: 'note', spans: flowRunOf(children, context) }],
  attachmentList: ({ children }, context) => [
    { kind: 'lines', role: 'attachments', lines: flowLinesOf(children, context) },
  ],
  imprint: ({ children }, context) => [{ kind: 'lines', role: 'imprint', lines: flowLinesOf(children, context) }],
  // Leftovers of web pages and word processors are no part of the gazette.
  residue: () => [],
  unparsed: ({ value, position }) => [
    {
      kind: 'unplaced',
      remark: `未能识别的文字，原样照录（原文第 ${position.start.line} 行）：`,
      text: typesetText(value),
    },
  ],
};

/** Makes the flow of the blocks of a part, section or callout, in order. */
export function flowBlocks(nodes: readonly ast.Block[], context: FlowContext): FlowBlock[] {
  return nodes.flatMap((node) => (blocks[node.type] as Flower<ast.Block>)(node, context));
}

const flush = (text: string): FlowBlock => ({ kind: 'paragraph', role: 'flush', spans: [{ text }] });

function flowSection(node: ast.Section, context: FlowContext): FlowBlock[] {
  const { runsOn, continued, rest } = setSection(node);
  const [marker, words, text] = flowSpansOf([[node.marker], node.heading, continued], context);
  const { style } = node.marker;
  const gap = isSetApart(node.marker.value) ? [{ text: '　' }] : [];
  const named = { face: faces[style], spans: [...marker!, ...gap, ...words!] };
  if (!runsOn) {
    const centred = style === 'bian' || style === 'chapter' || style === 'division';
    const heading: FlowBlock = { kind: 'heading', id: node.id, level: context.level, centred, ...named };
    return [heading, ...flowBlocks(rest, { ...context, level: context.level + 1 })];
  }
  // A marker alone numbers its paragraph; 第一条 is set apart all the same.
  const leads = (node.heading.length > 0 && text!.length > 0) || style === 'article';
  const spans = leads ? text! : [...named.spans, ...text!];
  const first: FlowBlock = { kind: 'paragraph', role: 'text', id: node.id, ...(leads ? { lead: named } : {}), spans };
  return [first, ...flowBlocks(rest, context)];
}

/**
 * Makes the flow of a part. What is annexed or attached begins with its label and title, the notice
 * with its text.
 */
export function flowPart(node: ast.Part, context: FlowContext): FlowBlock[] {
  if (node.kind === 'notice') return flowBlocks(node.children, { ...context, headShown: true });
  const title = node.children.find((child) => child.type === 'title');
  const label = node.children.find((child) => child.type === 'label');
  const lines = title?.children.map(({ value }) => value) ?? (node.title ? [node.title] : []);
  const head: FlowBlock = {
    kind: 'part',
    id: node.id,
    level: context.level,
    label: label ? showLabel(label.value) : null,
    title: splitTitle(lines),
  };
  const rest = node.children.filter((child) => child !== title && child !== label);
  return [head, ...flowBlocks(rest, { ...context, level: context.level + 1, headShown: false })];
}

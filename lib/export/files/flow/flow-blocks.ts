import { displayText, displayTexts, splitTitle } from '@/lib/text/typography';
import type * as ast from '@/lib/gazette/ast';
import { isSetApart } from '@/lib/gazette/words/markers';
import { setSection } from '@/lib/text/run-in';
import type { Face, FlowBlock, FlowScene } from './flow';
import { linesOf, runOf, spansOf } from './flow-spans';
import { flowTable } from './flow-table';

type Flower<Node> = (node: Node, scene: FlowScene) => FlowBlock[];
type BlockRecord = { [Kind in ast.Block['type']]: Flower<Extract<ast.Block, { type: Kind }>> };

/** Faces hang on the printed marker, as on the page: a skipped level keeps its face. */
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
};

/** Node kind → flow. Complete by type: a new kind in ast.ts stops the build until it is written. */
const blocks: BlockRecord = {
  letterhead: ({ value }, { headShown }) => (headShown ? [] : [flush(displayText(value))]),
  numberLine: ({ value }, { headShown }) => (headShown ? [] : [flush(value)]),
  label: ({ value }, { headShown }) => (headShown ? [] : [flush(displayText(value))]),
  title: ({ children }, scene) =>
    scene.headShown ? [] : [{ kind: 'lines', role: 'title', lines: linesOf(children, scene) }],
  addressee: ({ children }, scene) => [{ kind: 'paragraph', role: 'addressee', spans: runOf(children, scene) }],
  section: flowSection,
  paragraph: ({ children, role }, scene) => [
    { kind: 'paragraph', role: role === 'quote' ? 'quote' : 'text', spans: runOf(children, scene) },
  ],
  list: ({ children }, scene) => [{ kind: 'list', items: children.map((item) => runOf(item.children, scene)) }],
  table: (node, scene) => [flowTable(node, scene)],
  callout: (node, scene) => [
    {
      kind: 'callout',
      id: node.id,
      level: scene.level,
      title: displayTexts(node.title.map(({ value }) => value)).join(''),
      children: flowBlocks(node.children, { ...scene, level: scene.level + 1 }),
    },
  ],
  signature: ({ children }, scene) => [{ kind: 'lines', role: 'signature', lines: linesOf(children, scene) }],
  note: ({ children }, scene) => [{ kind: 'paragraph', role: 'note', spans: runOf(children, scene) }],
  attachmentList: ({ children }, scene) => [{ kind: 'lines', role: 'attachments', lines: linesOf(children, scene) }],
  imprint: ({ children }, scene) => [{ kind: 'lines', role: 'imprint', lines: linesOf(children, scene) }],
  // Furniture of web pages and word processors is no part of the gazette.
  residue: () => [],
  unparsed: ({ value, position }) => [
    {
      kind: 'unplaced',
      remark: `未能识别的文字，原样照录（原文第 ${position.start.line} 行）：`,
      text: displayText(value),
    },
  ],
};

/** What stands in a part, section or callout, in order. */
export function flowBlocks(nodes: readonly ast.Block[], scene: FlowScene): FlowBlock[] {
  return nodes.flatMap((node) => (blocks[node.type] as Flower<ast.Block>)(node, scene));
}

const flush = (text: string): FlowBlock => ({ kind: 'paragraph', role: 'flush', spans: [{ text }] });

function flowSection(node: ast.Section, scene: FlowScene): FlowBlock[] {
  const { runsOn, continued, rest } = setSection(node);
  const [marker, words, text] = spansOf([[node.marker], node.heading, continued], scene);
  const { style } = node.marker;
  const gap = isSetApart(node.marker) ? [{ text: '　' }] : [];
  const named = { face: faces[style], spans: [...marker!, ...gap, ...words!] };
  if (!runsOn) {
    const centred = style === 'bian' || style === 'chapter' || style === 'division';
    const heading: FlowBlock = { kind: 'heading', id: node.id, level: scene.level, centred, ...named };
    return [heading, ...flowBlocks(rest, { ...scene, level: scene.level + 1 })];
  }
  // A marker alone numbers its paragraph; 第一条 is set apart all the same.
  const leads = (node.heading.length > 0 && text!.length > 0) || style === 'article';
  const spans = leads ? text! : [...named.spans, ...text!];
  const first: FlowBlock = { kind: 'paragraph', role: 'text', id: node.id, ...(leads ? { lead: named } : {}), spans };
  return [first, ...flowBlocks(rest, scene)];
}

/** A part: what is annexed or attached begins with its label and title, the notice with its text. */
export function flowPart(node: ast.Part, scene: FlowScene): FlowBlock[] {
  if (node.kind === 'notice') return flowBlocks(node.children, { ...scene, headShown: true });
  const title = node.children.find((child) => child.type === 'title');
  const label = node.children.find((child) => child.type === 'label');
  const lines = title?.children.map(({ value }) => value) ?? (node.title ? [node.title] : []);
  const head: FlowBlock = {
    kind: 'part',
    id: node.id,
    level: scene.level,
    label: label ? displayText(label.value).replace(/[：:.．、\s]+$/u, '') : null,
    title: splitTitle(lines),
  };
  const rest = node.children.filter((child) => child !== title && child !== label);
  return [head, ...flowBlocks(rest, { ...scene, level: scene.level + 1, headShown: false })];
}

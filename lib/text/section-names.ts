import type { LocatedSection, PathStep, SectionName } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
// Not from the index: the names of a preview card are made in the browser, without the parser.
import { printedName } from '@/lib/gazette/tree/names';
import { compact } from './quote-title';
import { typesetText } from './typography';

/**
 * What parts, sections, the steps down to them and the places that citations name are called on
 * pages and in files. Markers and headings come apart, from the tree or from the rows, and stay so:
 * 附件1 · 四、 · （一） · 2. and 健全基本养老服务制度.
 */

type Addressed = LocatedSection['node'];

// ------------------------------------------------------------------------------------------
// parts

const annexedKinds = [
  '规划',
  '方案',
  '办法',
  '意见',
  '规定',
  '细则',
  '条例',
  '制度',
  '计划',
  '措施',
  '预案',
  '要点',
  '规则',
  '准则',
  '举措',
  '标准',
  '清单',
  '目录',
  '章程',
];

/** Tells what a part is for the reader: 印发通知 · 公布令 · 印发的方案 · 附件1. */
export function partLabel(part: ast.Part, document: ast.Document): string {
  if (part.kind === 'notice') return noticeLabel(document);
  if (part.kind === 'attachment') return showLabel(part.label ?? '附件');
  const kind = annexedKinds.find((word) => part.title.replace(/[》）)\s]+$/u, '').endsWith(word));
  return `印发的${kind ?? '文本'}`;
}

function noticeLabel({ docNumber, genre, children }: ast.Document): string {
  const prints = children.some((part) => part.kind === 'annexed');
  if (docNumber?.form === 'order') return prints ? '公布令' : '令文';
  return prints && genre === '通知' ? '印发通知' : '正文';
}

/** Shows the printed label of a part without the colon behind it: 附件1. */
export const showLabel = (label: string): string => typesetText(label).replace(/[：:.．、\s]+$/u, '');

// ------------------------------------------------------------------------------------------
// markers and headings

/**
 * Shows a heading as lists and titles have it.
 * The full stop of a run-in heading is left out.
 */
export const showHeading = (heading: string): string => typesetText(heading.trim()).replace(/[。：:；;，,]+$/u, '');

/** Joins a marker and words in a line of their own: 一、实施背景 · 2. 健全… · 第六条 保洁…. */
export function joinMarker(marker: string, words: string): string {
  const shown = typesetText(marker);
  // A blank stands only behind a marker that ends in a point or is a word.
  return /[、）]$/u.test(shown) ? shown + words : `${shown} ${words}`;
}

/**
 * Joins the markers down to a section: 四、（一）2. A number that the next one repeats is left out:
 * 2 and 2.1 above 2.1.3.
 */
function joinMarkers(markers: readonly string[]): string {
  const printed = markers.map((marker) => typesetText(marker.trim())).filter(Boolean);
  return runTogether(printed.filter((marker, at) => !isRepeated(marker, printed[at + 1])));
}

function isRepeated(marker: string, next = ''): boolean {
  const number = /^(?<number>\d+(?:\.\d+)*)[.、]?$/u.exec(marker.normalize('NFKC'))?.groups?.['number'];
  const further = next.normalize('NFKC');
  return number !== undefined && further.startsWith(`${number}.`) && /^\d/u.test(further.slice(number.length + 1));
}

/** Sets numbers one behind the other; figures that would read as one stand apart: 2.1.3 1. */
const runTogether = (numbers: readonly string[]): string =>
  numbers.reduce((run, number) => (/\d$/u.test(run) && /^\d/u.test(number) ? `${run} ${number}` : run + number), '');

// ------------------------------------------------------------------------------------------
// steps and sections of a tree

const join = (nodes: readonly { value: string }[]): string => nodes.map((node) => node.value).join('');

/**
 * Names a node by its marker and words.
 * A paragraph without a name is called by its first words.
 */
export function nodeHeading(node: Addressed, tree: ast.Document): string {
  switch (node.type) {
    case 'part':
      return node.kind === 'notice' ? partLabel(node, tree) : showHeading(node.title);
    case 'section':
      return showHeading(join(node.heading));
    case 'callout':
      return showHeading(join(node.title));
    case 'table':
      return showHeading(join(node.caption ?? [])) || nameOfTable(node.id, tree);
  }
}

/**
 * Names a table without a caption: by the attachment that has it, or 表.
 * @param id its address
 */
export function nameOfTable(id: string, tree: ast.Document): string {
  const part = tree.children.find((each) => each.kind === 'attachment' && id.startsWith(`${each.id}-`));
  return part ? showHeading(part.title) || '表' : '表';
}

const FIRST_WORDS = 24;

/**
 * Names a node by its marker and words.
 * A paragraph without a name is called by its first words.
 */
export function nodeName(node: Addressed, tree: ast.Document): string {
  const heading = nodeHeading(node, tree);
  if (node.type === 'part' && node.kind === 'attachment') return `${partLabel(node, tree)}　${heading}`;
  if (node.type !== 'section') return heading;
  const first = node.children[0];
  const words = heading || (first?.type === 'paragraph' ? typesetText(join(first.children)) : '');
  const cut = words.length > FIRST_WORDS && !heading ? `${words.slice(0, FIRST_WORDS)}…` : words;
  return joinMarker(node.marker.value, cut);
}

/** Names a node by the markers down to it alone: 附件1　四、（一）2. */
export function nodeMarkers({ node, part, ancestors }: LocatedSection, tree: ast.Document): string {
  const markers = [...ancestors, node].map((step) => (step.type === 'section' ? step.marker.value : ''));
  return [part.kind === 'attachment' ? partLabel(part, tree) : '', joinMarkers(markers)].filter(Boolean).join('　');
}

// ------------------------------------------------------------------------------------------
// sections of the rows

/** A section with all that names it, as rows and hits have it. */
export interface NamedSection extends SectionName {
  partKind: string;
  /** Ancestors, outermost first; the part is the first. */
  path: readonly PathStep[];
}

/** A section's name as lists show it. */
export interface ShownName {
  /** The markers down to it: 附件1　四、（一）2. */
  markers: string;
  /** 健全基本养老服务制度。, as printed: marks are stretches of it. */
  heading: string;
  /** Where the heading begins in `printedName`, in UTF-16 units. */
  headingAt: number;
}

/**
 * Names a section for a list of hits or citations.
 * The name is the label of its attachment, the markers down to it, and its heading.
 */
export function nameSection({ partKind, path, ...name }: NamedSection): ShownName {
  const [part, ...steps] = path;
  const printed = printedName(name);
  if (!part)
    return partKind === 'notice'
      ? { markers: '正文', heading: '', headingAt: printed.length }
      : { markers: '', heading: printed, headingAt: 0 };
  const label = partKind === 'attachment' ? showLabel(part.marker) : '';
  const markers = joinMarkers([...steps, name].map(({ marker }) => marker));
  return {
    markers: [label, markers].filter(Boolean).join('　'),
    heading: name.heading,
    headingAt: printed.length - name.heading.length,
  };
}

/** Gives the path to a section in plain text: 附件1 食堂名单 › 四、保障措施 › （二）资金. */
export const pathWords = ({ path, ...name }: NamedSection): string =>
  [...path, name]
    .map((step) => typesetText(printedName(step).trim()).replace(/\s+/gu, ' '))
    .filter(Boolean)
    .join(' › ');

// ------------------------------------------------------------------------------------------
// what citations name

/**
 * Names a node as a citation of its document does: 二、（三）1. · 第十二条第（二）项 · 附件1表2.
 * @returns empty for the document itself and for a text that it prints
 */
export function nodeLocator({ part, ancestors, node }: LocatedSection, tree: ast.Document): string {
  const steps = [...ancestors, node].filter((step) => step.type !== 'part');
  const last = steps.at(-1);
  const attachment = part.kind === 'attachment' ? citedLabel(part, tree) : '';
  if (last?.type === 'table') return attachment + tableName(last);
  const box = steps.findLastIndex((step) => step.type === 'callout');
  const label = attachment + (box < 0 ? '' : compact((steps[box] as ast.Callout).label));
  const markers = saidMarkers(steps.slice(box + 1).flatMap((step) => (step.type === 'section' ? [step.marker] : [])));
  const [first] = markers;
  // 专栏1 and 3. would read 专栏13.
  const isItem = label !== '' && first?.style === 'digitPoint';
  return runTogether([
    isItem ? `${label}第${first.ordinal}项` : label,
    readMarkers(isItem ? markers.slice(1) : markers),
  ]);
}

/** 附件2; of several that print 附件 alone the place among them. */
function citedLabel(part: ast.Part, tree: ast.Document): string {
  const label = compact(part.label ?? '附件').replace(/[：.．、]+$/u, '');
  const attachments = tree.children.filter(({ kind }) => kind === 'attachment');
  return label === '附件' && attachments.length > 1 ? `附件${attachments.indexOf(part) + 1}` : label;
}

/**
 * Articles count through all chapters, decimals say their whole way: what stands above them is not
 * said.
 */
function saidMarkers(markers: readonly ast.Marker[]): readonly ast.Marker[] {
  const article = markers.findLastIndex(({ style }) => style === 'article');
  const decimal = markers.findLastIndex(({ style }) => style === 'decimal');
  return markers.slice(Math.max(0, article >= 0 ? article : decimal));
}

function readMarkers(markers: readonly ast.Marker[]): string {
  const [only, ...further] = markers;
  if (!only) return '';
  if (only.style === 'article')
    return runTogether(markers.map((marker) => (articleParts[marker.style] ?? asPrinted)(marker)));
  // 二、 alone would dangle at the end of a sentence.
  if (only.style === 'hanComma' && further.length === 0) return `第${asPrinted(only).replace(/、$/u, '')}部分`;
  return runTogether(markers.map(asPrinted)).replace(/、$/u, '');
}

/** 表2, or what its caption calls it: 附表1. */
function tableName({ id, caption = [] }: ast.Table): string {
  const named = /^附?表[\d一二三四五六七八九十]+(?:[-—]\d+)?/u.exec(compact(join(caption)));
  return named?.[0] ?? id.replace(/^.*?biao/u, '表');
}

const asPrinted = ({ value }: ast.Marker): string => compact(value).replaceAll('(', '（').replaceAll(')', '）');

/** Below an article stand 项 and 目: 第十二条第（二）项第1目. */
const articleParts: Partial<Record<ast.MarkerStyle, (marker: ast.Marker) => string>> = {
  hanBracket: (marker) => `第${asPrinted(marker)}项`,
  digitPoint: ({ ordinal }) => `第${ordinal}目`,
};

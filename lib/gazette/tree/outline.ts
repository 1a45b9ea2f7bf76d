import type * as ast from '../ast';
import { withoutHalves } from '../words/chars';
import { leadBehind, leadOfHead } from './list-lead';
import type { PathStep, SectionName } from './names';
import { citationsIn, type SectionCitation } from './section-citations';
import { inlineText, textOf } from './text-of';

/** Anything with an address. */
export type Addressed = ast.Part | ast.Section | ast.Callout | ast.Table;

/** A line of a document's contents. */
export interface OutlineEntry extends SectionName {
  id: string;
  kind: Addressed['type'];
  /** Depth: 0 for a part. */
  level: number;
  children: OutlineEntry[];
}

const nameLength = 20;
/** What a part is called that prints neither label nor title: an order, a bare list. */
const partName: Record<ast.Part['kind'], string> = { notice: '正文', annexed: '附文', attachment: '附件' };

/** Names an addressed node: its number, and its heading, title, caption or first words. */
export function nameOf(node: Addressed): SectionName & Pick<SectionText, 'kind'> {
  const kind = node.type;
  switch (kind) {
    case 'part':
      return { kind, ...partNameOf(node) };
    case 'section':
      return { kind, marker: node.marker.value, heading: headingOf(node) };
    case 'callout':
      return { kind, marker: '', heading: inlineText(node.title).trim() };
    case 'table':
      return { kind, marker: '', heading: node.caption ? inlineText(node.caption).trim() : '表' };
  }
}

function partNameOf({ kind, label = '', title, children }: ast.Part): Pick<SectionName, 'marker' | 'heading'> {
  // The title of an order is that of the rules behind it, and would stand in the contents twice.
  if (kind === 'notice' && !children.some(({ type }) => type === 'title'))
    return { marker: '', heading: partName.notice };
  return { marker: label, heading: title || (label ? '' : partName[kind]) };
}

function headingOf(node: ast.Section): string {
  const heading = inlineText(node.heading)
    .trim()
    .replace(/[。:：;；.]$/, '');
  if (heading) return heading;
  const first = node.children.find((child) => !isAddressed(child));
  const text = first ? textOf(first).trim() : '';
  return text.length > nameLength ? `${withoutHalves(text.slice(0, nameLength))}…` : text.replace(/[。:：;；]$/, '');
}

/** True for what has an address of its own. */
export const isAddressed = (node: ast.Node): node is Addressed =>
  node.type === 'part' || node.type === 'section' || node.type === 'callout' || node.type === 'table';

function entryOf(node: Addressed, level: number): OutlineEntry {
  const below = node.type === 'table' ? [] : (node.children as ast.Node[]).filter(isAddressed);
  return {
    id: node.id,
    ...nameOf(node),
    level,
    children: below.map((child) => entryOf(child, level + 1)),
  };
}

/** The contents of a document: one entry per part, everything with an address below it. */
export function outlineDocument(document: ast.Document): OutlineEntry[] {
  return document.children.map((part) => entryOf(part, 0));
}

/** A stretch of text with an address of its own: the unit of search and deep links. */
export interface SectionText extends PathStep {
  kind: Addressed['type'];
  partKind: ast.Part['kind'];
  /** Ancestors, outermost first. */
  path: PathStep[];
  /** Own text without the heading and without what has an address of its own. */
  text: string;
  citations: SectionCitation[];
}

const headTypes: readonly ast.Node['type'][] = ['letterhead', 'numberLine', 'title', 'label'];

/**
 * What the own text of an addressed node is made of: what stands below it without an address, its
 * head left out.
 */
export function ownBlocks(node: Addressed): ast.Node[] {
  if (node.type === 'table') return node.children;
  return (node.children as ast.Node[]).filter((child) => !isAddressed(child) && !headTypes.includes(child.type));
}

/** Every addressed stretch of a document with its own text, in document order. */
export function listSectionTexts(document: ast.Document): SectionText[] {
  const texts: SectionText[] = [];
  const add = (node: Addressed, part: ast.Part, path: SectionText['path'], around: string | null): void => {
    const own = ownBlocks(node);
    const step = { address: node.id, ...nameOf(node) };
    const citations = node.type === 'section' ? citationsIn({ ...node, children: [] }, around) : [];
    texts.push({ ...step, partKind: part.kind, path, text: textOf(own), citations });
    let lead = leadOfHead(node) ?? around;
    if (node.type === 'table') {
      for (const found of citationsIn(node, lead)) citations.push(found);
      return;
    }
    const below = [...path, step];
    const inText = new Set(own);
    for (const child of node.children as ast.Node[]) {
      if (isAddressed(child)) add(child, part, below, lead);
      else if (inText.has(child)) for (const found of citationsIn(child, lead)) citations.push(found);
      lead = leadBehind(child) ?? lead;
    }
  };
  for (const part of document.children) add(part, part, [], null);
  return texts;
}

/**
 * Lists the citations of a document, each with the address of its section.
 * They are in the order of the text. A closing sentence belongs to its part, which is listed in
 * front of its sections: the order of the sections is another one.
 */
export function listCitations(texts: readonly SectionText[]): (SectionCitation & { address: string })[] {
  return texts
    .flatMap(({ address, citations }) => citations.map((found) => ({ address, ...found })))
    .sort((one, other) => one.citation.position.start.offset - other.citation.position.start.offset);
}

export interface LocatedSection {
  node: Addressed;
  part: ast.Part;
  /** Outermost first. */
  ancestors: (ast.Part | ast.Section | ast.Callout)[];
  /** Addresses of the neighbours in reading order that stand no deeper; null at the ends. */
  previous: string | null;
  next: string | null;
}

/** Finds what an address names; null where the document has no such address. */
export function findSection(document: ast.Document, id: string): LocatedSection | null {
  const flat: Omit<LocatedSection, 'previous' | 'next'>[] = [];
  const add = (node: Addressed, part: ast.Part, ancestors: LocatedSection['ancestors']): void => {
    flat.push({ node, part, ancestors });
    if (node.type === 'table') return;
    for (const child of node.children) if (isAddressed(child)) add(child, part, [...ancestors, node]);
  };
  for (const part of document.children) add(part, part, []);
  const at = flat.findIndex(({ node }) => node.id === id);
  const found = flat[at];
  if (!found) return null;
  const level = found.ancestors.length;
  const sameOrHigher = ({ ancestors }: Omit<LocatedSection, 'previous' | 'next'>): boolean => ancestors.length <= level;
  const above = new Set<ast.Node>(found.ancestors);
  const previous = flat
    .slice(0, at)
    .reverse()
    .find((each) => sameOrHigher(each) && !above.has(each.node));
  const next = flat.slice(at + 1).find(sameOrHigher);
  return { ...found, previous: previous?.node.id ?? null, next: next?.node.id ?? null };
}

import { typesetText } from '@/lib/text/typography';
import { findSection } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { partLabel } from '@/lib/text/part-label';
import { showHeading } from './document-titles';

type Addressed = NonNullable<ReturnType<typeof findSection>>['node'];

/** A step above a section. */
export interface SectionStep {
  address: string;
  heading: string;
}

/** A section as its own page shows it. */
export interface SectionView {
  node: Addressed;
  /** 附件1　四、（一）2. */
  place: string;
  /** 健全基本养老服务制度, empty for a numbered paragraph without a name. */
  heading: string;
  /** Place and heading in one line. */
  name: string;
  ancestors: SectionStep[];
  previous: SectionStep | null;
  next: SectionStep | null;
}

/**
 * Finds a section and what stands above and beside it. Null where the document has no such address.
 */
export function viewSection(tree: ast.Document, address: string): SectionView | null {
  const found = findSection(tree, address);
  if (!found) return null;
  const stepTo = (id: string | null): SectionStep | null => {
    const neighbour = id === null ? null : findSection(tree, id);
    return neighbour && { address: neighbour.node.id, heading: stepName(neighbour.node, tree) };
  };
  const { node, part, ancestors } = found;
  const markers = [...ancestors, node].map((step) => (step.type === 'section' ? typesetText(step.marker.value) : ''));
  const place = [part.kind === 'attachment' ? partLabel(part, tree) : '', markers.join('')].filter(Boolean).join('　');
  const heading = nameOf(node, tree);
  return {
    node,
    place,
    heading,
    name: [place, node.type === 'part' && part.kind === 'attachment' ? showHeading(part.title) : heading]
      .filter(Boolean)
      .join('　'),
    ancestors: ancestors
      .filter((step) => step.type !== 'part' || step.kind !== 'notice')
      .map((step) => ({ address: step.id, heading: stepName(step, tree) })),
    previous: stepTo(found.previous),
    next: stepTo(found.next),
  };
}

const join = (nodes: readonly { value: string }[]): string => nodes.map((node) => node.value).join('');

function nameOf(node: Addressed, tree: ast.Document): string {
  switch (node.type) {
    case 'part':
      return node.kind === 'notice' ? partLabel(node, tree) : showHeading(node.title);
    case 'section':
      return showHeading(join(node.heading));
    case 'callout':
      return showHeading(join(node.title));
    case 'table':
      return showHeading(join(node.caption ?? [])) || '表';
  }
}

const FIRST_WORDS = 24;

/** Marker and name; for a paragraph without a name its first words. */
function stepName(node: Addressed, tree: ast.Document): string {
  const name = nameOf(node, tree);
  if (node.type === 'part' && node.kind === 'attachment') return `${partLabel(node, tree)}　${name}`;
  if (node.type !== 'section') return name;
  const first = node.children[0];
  const words = name || (first?.type === 'paragraph' ? typesetText(join(first.children)) : '');
  return joinMarker(node.marker.value, words.length > FIRST_WORDS && !name ? `${words.slice(0, FIRST_WORDS)}…` : words);
}

/** 一、实施背景 · 2. 健全…: a blank stands only behind a marker that ends in a point or is a word. */
export function joinMarker(marker: string, words: string): string {
  const shown = typesetText(marker);
  return /[、）]$/u.test(shown) ? shown + words : `${shown} ${words}`;
}

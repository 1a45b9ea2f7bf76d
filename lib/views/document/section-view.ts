import { findSection, type LocatedSection } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { nodeHeading, nodeMarkers, nodeName } from '@/lib/text/section-names';

/** A section above or beside another one. */
export interface SectionStep {
  address: string;
  /** 四、加强养老服务体系建设 */
  name: string;
}

/** A section as its own page shows it. */
export interface SectionView {
  node: LocatedSection['node'];
  /** The markers down to it: 附件1　四、（一）2. */
  markers: string;
  /** 健全基本养老服务制度, empty for a numbered paragraph without a name. */
  heading: string;
  /** Markers and heading in one line. */
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
    return neighbour && { address: neighbour.node.id, name: nodeName(neighbour.node, tree) };
  };
  const { node, ancestors } = found;
  const markers = nodeMarkers(found, tree);
  const heading = nodeHeading(node, tree);
  return {
    node,
    markers,
    heading,
    name: [markers, heading].filter(Boolean).join('　'),
    ancestors: ancestors
      .filter((step) => step.type !== 'part' || step.kind !== 'notice')
      .map((step) => ({ address: step.id, name: nodeName(step, tree) })),
    previous: stepTo(found.previous),
    next: stepTo(found.next),
  };
}

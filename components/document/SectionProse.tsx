import type { RenderContext } from '@/lib/views/gazette/render-context';
import { Blocks } from '@/components/gazette/Blocks';
import { Table } from '@/components/gazette/Table';
import type { SectionView } from '@/lib/views/document/section-view';

/** What a section holds, below a heading that the page has shown. */
export function SectionProse({ node, context }: { node: SectionView['node']; context: RenderContext }) {
  if (node.type === 'table') return <Table node={node} context={context} />;
  if (node.type !== 'part') return <Blocks nodes={node.children} context={context} />;
  return <Blocks nodes={node.children} context={{ ...context, headShown: true }} />;
}

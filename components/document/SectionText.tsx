import type { Scene } from '@/lib/views/gazette/scene';
import { Blocks } from '@/components/gazette/Blocks';
import { Table } from '@/components/gazette/Table';
import type { SectionView } from '@/lib/views/document/section-view';

/** What a section holds, below a heading that the page has shown. */
export function SectionText({ node, scene }: { node: SectionView['node']; scene: Scene }) {
  if (node.type === 'table') return <Table node={node} scene={scene} />;
  if (node.type !== 'part') return <Blocks nodes={node.children} scene={scene} />;
  return <Blocks nodes={node.children} scene={{ ...scene, headShown: true }} />;
}

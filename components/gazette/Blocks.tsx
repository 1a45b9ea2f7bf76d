import type { ComponentType } from 'react';
import type * as ast from '@/lib/gazette/ast';
import { Callout } from './Callout';
import {
  Addressee,
  AttachmentList,
  Imprint,
  Label,
  Letterhead,
  Note,
  NumberLine,
  PartTitle,
  Signature,
  Unparsed,
} from './lines';
import { Paragraph } from './Paragraph';
import type { BlockProps, RenderContext } from '@/lib/views/gazette/render-context';
import { Section } from './Section';
import { Table } from './Table';
import { Phrasings } from './Phrasings';

type BlockRecord = { [Kind in ast.Block['type']]: ComponentType<BlockProps<Extract<ast.Block, { type: Kind }>>> };

/**
 * Node kind → component. Complete by type: a new kind in ast.ts stops the build until it is shown.
 */
const blocks: BlockRecord = {
  letterhead: Letterhead,
  numberLine: NumberLine,
  title: PartTitle,
  label: Label,
  addressee: Addressee,
  section: Section,
  paragraph: Paragraph,
  list: Roster,
  table: Table,
  callout: Callout,
  signature: Signature,
  note: Note,
  attachmentList: AttachmentList,
  imprint: Imprint,
  // Furniture of web pages and word processors is no part of the gazette.
  residue: () => null,
  unparsed: Unparsed,
};

/** Shows the children of a part, section, callout or cell. */
export function Blocks({ nodes, context }: { nodes: readonly ast.Block[]; context: RenderContext }) {
  return nodes.map((node, index) => {
    const Block = blocks[node.type] as ComponentType<BlockProps<ast.Block>>;
    return <Block key={index} node={node} context={context} />;
  });
}

/** A roster or award list: short lines of one kind. */
function Roster({ node, context }: BlockProps<ast.List>) {
  return (
    <ul className="roster">
      {node.children.map((item, index) => (
        <li key={index}>
          <Phrasings nodes={item.children} context={context} />
        </li>
      ))}
    </ul>
  );
}

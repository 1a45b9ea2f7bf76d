import { paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { aknSection } from './akn-sections';
import { element, type XmlElement, type XmlNode } from '@/lib/export/xml';

/** Context of the writers of blocks: the addresses of citations. */
export interface AknContext {
  links: ReadonlyMap<ast.Citation, string>;
}

type Writer<Block> = (block: Block, context: AknContext) => XmlElement[];
type WriterRecord = { [Kind in ast.Block['type']]: Writer<Extract<ast.Block, { type: Kind }>> };

/** Writes words with their references. The characters are those of the source. */
export const aknInline = (nodes: readonly (ast.Phrasing | ast.Marker)[], { links }: AknContext): XmlNode[] =>
  nodes.flatMap((node): XmlNode[] => {
    if (node.type === 'residue') return [];
    const href = node.type === 'citation' ? links.get(node) : undefined;
    return href === undefined ? [node.value] : [element('ref', { href }, node.value)];
  });

const p = (name: string | undefined, ...children: readonly XmlNode[]): XmlElement =>
  element('p', { class: name }, ...children);

const lines = (name: string, texts: readonly ast.Text[]): XmlElement[] => texts.map(({ value }) => p(name, value));

/**
 * Writes blocks as elements of Akoma Ntoso. Complete by type: each node kind has its writer. A
 * section among blocks is a titled block.
 */
const writers: WriterRecord = {
  letterhead: ({ value }) => [p('letterhead', value)],
  numberLine: ({ value }) => [p(undefined, element('docNumber', {}, value))],
  label: ({ value }) => [p('label', value)],
  title: ({ children }) => [p(undefined, element('docTitle', {}, children.map(({ value }) => value).join('')))],
  addressee: ({ children }, context) => [p('addressee', ...aknInline(children, context))],
  section: (node, context) => [aknSection(node, context, 'tblock')],
  paragraph: ({ children, role }, context) => [p(role, ...aknInline(children, context))],
  list: ({ children }, context) => [
    element(
      'ul',
      {},
      ...children.map((item) => element('li', { class: item.role }, ...aknInline(item.children, context))),
    ),
  ],
  table: (node, context) => [table(node, context)],
  callout: ({ id, title, children }, context) => [
    element(
      'tblock',
      { eId: id, class: 'callout' },
      element('heading', {}, title.map(({ value }) => value).join('')),
      ...atLeastOne(aknBlocks(children, context)),
    ),
  ],
  signature: ({ children, signedOn }) =>
    children.map(({ value }) =>
      signedOn !== undefined && /[日号]\s*$/u.test(value)
        ? p('signature', element('docDate', { date: signedOn }, value))
        : p('signature', value),
    ),
  note: ({ children }, context) => [p('note', ...aknInline(children, context))],
  attachmentList: ({ children }) => lines('attachmentList', children),
  imprint: ({ children }) => lines('imprint', children),
  residue: () => [],
  unparsed: ({ value }) => [p('unparsed', value)],
};

/** Writes blocks, in order, as elements of Akoma Ntoso. */
export const aknBlocks = (nodes: readonly ast.Block[], context: AknContext): XmlElement[] =>
  nodes.flatMap((node) => (writers[node.type] as Writer<ast.Block>)(node, context));

/** Containers that the schema does not allow to be empty get an empty paragraph. */
export const atLeastOne = (blocks: readonly XmlElement[]): readonly XmlElement[] =>
  blocks.length > 0 ? blocks : [element('p')];

/** A table as in HTML; one without columns is a list of what its lines held. */
function table(node: ast.Table, context: AknContext): XmlElement {
  const rows = rowsOf(node).filter((row) => row.children.length > 0);
  const caption = (node.caption ?? []).map(({ value }) => value).join('');
  const words = (cell: ast.TableCell) =>
    paragraphsOf(cell).map((each) => p(undefined, ...aknInline(each.children, context)));
  if (node.columns === undefined || rows.length === 0) {
    const items = rows.map((row) => element('li', {}, ...row.children.flatMap(words)));
    return element(
      'tblock',
      { eId: node.id, class: 'unreconstructed' },
      ...(caption ? [element('heading', {}, caption)] : []),
      ...(items.length > 0 ? [element('ul', {}, ...items)] : atLeastOne([])),
    );
  }
  const span = (count: number) => (count > 1 ? count : undefined);
  return element(
    'table',
    { eId: node.id, class: node.confidence },
    ...(caption ? [element('caption', {}, caption)] : []),
    ...rows.map((row) =>
      element(
        'tr',
        {},
        ...row.children.map((cell) =>
          element(
            cell.header ? 'th' : 'td',
            { rowspan: span(cell.rowSpan), colspan: span(cell.colSpan) },
            ...atLeastOne(words(cell)),
          ),
        ),
      ),
    ),
  );
}

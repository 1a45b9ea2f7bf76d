import type * as ast from '@/lib/gazette/ast';
import { aknBlocks, atLeastOne, type AknContext } from './akn-blocks';
import { aknMeta } from './akn-meta';
import { aknSection } from './akn-sections';
import type { FileDocument } from '@/lib/export/files/file-document';
import { element, printXml, type XmlElement } from '@/lib/export/xml';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** Blocks in front of a text, and blocks that close it. */
const prefaceKinds = new Set<ast.Block['type']>(['letterhead', 'numberLine', 'title', 'label']);
const conclusionKinds = new Set<ast.Block['type']>(['signature', 'note', 'attachmentList', 'imprint', 'residue']);

/**
 * Prints a document as Akoma Ntoso 3.0 (OASIS). Its first part is the text; printed and attached
 * texts are its attachments. Every eId is the portal's own address of that place; the characters
 * are those of the source.
 */
export function printAkn(document: FileDocument): string {
  const [main, ...others] = document.tree.children;
  return printXml(
    element(
      'akomaNtoso',
      { xmlns: NAMESPACE },
      element(
        'doc',
        { name: document.genre ?? 'document', contains: 'originalVersion' },
        aknMeta(document),
        ...partBody(main, document),
        ...(others.length > 0 ? [element('attachments', {}, ...others.map((part) => attachment(part, document)))] : []),
      ),
    ),
  );
}

function attachment(part: ast.Part, document: FileDocument): XmlElement {
  const heading = [part.label, part.title].filter(Boolean).join(' ');
  return element(
    'attachment',
    { eId: part.id },
    ...(heading ? [element('heading', {}, heading)] : []),
    element(
      'doc',
      { name: part.kind, contains: 'originalVersion' },
      aknMeta(document, part.id),
      ...partBody(part, document),
    ),
  );
}

/** Preface, body and conclusions of a part. */
function partBody(part: ast.Part | undefined, context: AknContext): XmlElement[] {
  const blocks = part?.children ?? [];
  const from = blocks.findIndex(({ type }) => !prefaceKinds.has(type) && type !== 'residue');
  const bodyFrom = from < 0 ? blocks.length : from;
  const bodyTo = blocks.findLastIndex(({ type }) => !conclusionKinds.has(type)) + 1;
  const preface = aknBlocks(blocks.slice(0, bodyFrom), context);
  const body = blocks
    .slice(bodyFrom, Math.max(bodyFrom, bodyTo))
    .flatMap((block) => (block.type === 'section' ? [aknSection(block, context)] : aknBlocks([block], context)));
  const conclusions = aknBlocks(blocks.slice(Math.max(bodyFrom, bodyTo)), context);
  return [
    ...(preface.length > 0 ? [element('preface', {}, ...preface)] : []),
    // An attachment has the address itself.
    element('mainBody', part && part.kind === 'notice' ? { eId: part.id } : {}, ...atLeastOne(body)),
    ...(conclusions.length > 0 ? [element('conclusions', {}, ...conclusions)] : []),
  ];
}

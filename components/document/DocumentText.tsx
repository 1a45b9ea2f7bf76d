import type * as ast from '@/lib/gazette/ast';
import type { Marks } from '@/lib/search/marks/marks';
import { Part } from '@/components/gazette/Part';
import { FormerAnchors } from '@/components/gazette/Formerly';
import type { CitationView } from '@/lib/views/gazette/render-context';
import type { AmendedClause, AmendedView } from '@/lib/views/document/amended-view';
import type { PageLedger } from '@/lib/views/versions/page-ledger';

interface DocumentTextProps {
  tree: ast.Document;
  citations: ReadonlyMap<ast.Citation, CitationView>;
  /** How often others cite a section, by its address. */
  citedSections: ReadonlyMap<string, number>;
  /** Address of the document's page. */
  href: string;
  /** Words that were searched for. */
  marks?: Marks | undefined;
  /** What its addresses meant before, and the keys of what they mean. */
  ledger?: Pick<PageLedger, 'keys' | 'notices' | 'anchors'> | undefined;
  /** Address of the page of a former version, where it is one's text. */
  formerHref?: string | undefined;
  /** What decisions do to its clauses. */
  amended?: AmendedView | null | undefined;
  /** Of a worked-in text: what its notes are about. */
  workedIn?: ReadonlyMap<ast.Note, AmendedClause> | undefined;
}

/** The whole text, part after part. */
export function DocumentText({
  tree,
  citations,
  citedSections,
  href,
  marks,
  ledger,
  formerHref,
  amended,
  workedIn,
}: DocumentTextProps) {
  const context = {
    documentHref: href,
    level: 2,
    citations,
    citedSections,
    marks,
    hintAt: formerHref === undefined ? firstNumber(tree) : undefined,
    keys: ledger?.keys,
    amended: amended?.clauses,
    workedIn,
    notices: ledger?.notices,
    anchors: ledger?.anchors,
    formerHref,
  };
  return (
    <>
      {tree.children.map((part) => (
        <Part key={part.id} node={part} context={context} document={tree} />
      ))}
      <FormerAnchors anchors={ledger?.anchors.get('')} />
    </>
  );
}

/** The first section of the text. */
const firstNumber = (tree: ast.Document): string | undefined =>
  tree.children.flatMap(({ children }) => children).find((block) => block.type === 'section')?.id;

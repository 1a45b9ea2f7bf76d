import type * as ast from '@/lib/gazette/ast';
import type { Marks } from '@/lib/search/marks/marks';
import { Part } from '@/components/gazette/Part';
import type { CitationView } from '@/lib/views/gazette/render-context';

interface DocumentTextProps {
  tree: ast.Document;
  citations: ReadonlyMap<ast.Citation, CitationView>;
  /** How often others cite a section, by its address. */
  citedSections: ReadonlyMap<string, number>;
  /** Address of the document's page. */
  href: string;
  /** Words that were searched for. */
  marks?: Marks | undefined;
}

/** The whole text, part after part. */
export function DocumentText({ tree, citations, citedSections, href, marks }: DocumentTextProps) {
  const context = {
    documentHref: href,
    level: 2,
    citations,
    citedSections,
    marks,
    hintAt: firstNumber(tree),
  };
  return tree.children.map((part) => <Part key={part.id} node={part} context={context} document={tree} />);
}

/** The first section of the text. */
const firstNumber = (tree: ast.Document): string | undefined =>
  tree.children.flatMap(({ children }) => children).find((block) => block.type === 'section')?.id;

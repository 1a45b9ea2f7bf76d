import type { CitationTarget } from '@/lib/db/queries/documents';
import type * as ast from '@/lib/gazette/ast';
import type { Marks } from '@/lib/search/marks';
import { Part } from '@/components/gazette/Part';
import { viewCitations, type CitedValidities } from './citation-views';

interface DocumentTextProps {
  tree: ast.Document;
  targets: readonly CitationTarget[];
  validities: CitedValidities;
  /** How often others cite a section, by its address. */
  citedSections: ReadonlyMap<string, number>;
  /** Address of the document's page. */
  href: string;
  /** Words that were searched for. */
  marks?: Marks | undefined;
}

/** The whole text, part after part. */
export function DocumentText({ tree, targets, validities, citedSections, href, marks }: DocumentTextProps) {
  const scene = {
    documentHref: href,
    level: 2,
    citations: viewCitations(tree, targets, validities),
    citedSections,
    marks,
    hintAt: firstNumber(tree),
  };
  return tree.children.map((part) => <Part key={part.id} node={part} scene={scene} document={tree} />);
}

/** The first section of the text. */
const firstNumber = (tree: ast.Document): string | undefined =>
  tree.children.flatMap(({ children }) => children).find((block) => block.type === 'section')?.id;

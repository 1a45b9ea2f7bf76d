import type * as ast from '@/lib/gazette/ast';
import { keyedUrl, sectionUrl } from '@/lib/addresses/urls';
import { printSharedKey } from '@/lib/addresses/version-params';
import { listPassages } from '@/lib/versions';

interface SharedSection {
  municipality: string;
  /** Of the document. */
  slug: string;
  tree: ast.Document;
  /** Of a section that the tree has. */
  address: string;
}

/** Gives the address by which a section is handed on: with the key of its words. */
export function sharedSectionUrl({ municipality, slug, tree, address }: SharedSection): string {
  const url = sectionUrl(municipality, slug, address);
  const passage = listPassages(tree).find((each) => each.address === address);
  return passage ? keyedUrl(url, printSharedKey(address, passage.key)) : url;
}

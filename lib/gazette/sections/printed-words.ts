import type * as ast from '../ast';

/** Joins nodes as they are printed. */
export const printedWords = (nodes: readonly ast.Phrasing[]): string => nodes.map(({ value }) => value).join('');

const paragraphWords = (block: ast.Block | undefined): string =>
  block?.type === 'paragraph' ? printedWords(block.children) : '';

/** Joins what leads the blocks of a section: its heading and first paragraph. */
export const leadingWords = ({ heading, children }: ast.Section): string =>
  printedWords(heading) + paragraphWords(children[0]);

/** Gives what was read last of a section: its last paragraph, or its heading. */
export const lastWords = ({ heading, children }: ast.Section): string =>
  (children.length > 0 ? paragraphWords(children.at(-1)) : printedWords(heading)).trimEnd();

import { textOf } from '@/lib/gazette';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';
import { sourceNote } from './source-note';

/**
 * Prints plain text with the characters of the source: half-width marks stay. One line per block,
 * cells separated by tabs, an empty line before each part; below a rule what the text is and where
 * it is from.
 */
export const printText = (document: FileDocument): string =>
  withNote(document.tree.children.map((part) => textOf(part)).join('\n\n'), sourceNote(document, { fullWidth: false }));

/** Prints a section as plain text. */
export const printSectionText = ({ document, node, url }: FileSection): string =>
  withNote(textOf(node), sourceNote(document, { url, fullWidth: false }));

const withNote = (text: string, note: readonly string[]): string =>
  `${text}\n\n${'—'.repeat(12)}\n${note.join('\n')}\n`;

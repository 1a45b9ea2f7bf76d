import { printAkn } from './akn/akn';
import { printCsv } from './plain/csv';
import { printDocx, printIssueDocx, printSectionDocx } from './docx/docx';
import { printEpub } from './epub/epub';
import type { FileDocument, FileIssue, FileSection } from './file-document';
import type { FILES } from './formats';
import { printJson, printSectionJson } from './plain/json';
import { printMarkdown, printSectionMarkdown } from './plain/markdown';
import { printSectionText, printText } from './plain/text';
import { printXlsx } from './plain/xlsx';
import { printZip } from './plain/zip';

/** The content of a file: a text, bytes, or bytes as they are made. */
export type FileBody = string | Uint8Array | AsyncGenerator<Uint8Array, void, void>;
type Writers<Of, Kind extends keyof typeof FILES> = Record<
  (typeof FILES)[Kind][number],
  (of: Of) => FileBody | Promise<FileBody>
>;

/** The writer of each format of a document. Complete by type. */
export const DOCUMENT_WRITERS: Writers<FileDocument, 'document'> = {
  docx: printDocx,
  txt: printText,
  md: printMarkdown,
  json: printJson,
  // What is exchanged is the printed text.
  xml: (document) => printAkn(document.printed ? { ...document, tree: document.printed.tree } : document),
};

/** The writer of each format of a section. Complete by type. */
export const SECTION_WRITERS: Writers<FileSection, 'section'> = {
  docx: printSectionDocx,
  txt: printSectionText,
  md: printSectionMarkdown,
  json: printSectionJson,
};

/** The writer of each format of a table. Complete by type. */
export const TABLE_WRITERS: Writers<FileSection, 'table'> = {
  ...SECTION_WRITERS,
  csv: ({ node }) => (node.type === 'table' ? printCsv(node) : ''),
  xlsx: (section) => (section.node.type === 'table' ? printXlsx(section.node, section.name) : ''),
};

/** The writer of each format of an issue. Complete by type. */
export const ISSUE_WRITERS: Writers<FileIssue, 'issue'> = {
  docx: printIssueDocx,
  epub: printEpub,
  zip: printZip,
};

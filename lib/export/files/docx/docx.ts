import { Document, Packer, Paragraph } from 'docx';
import { docxPages, headingLevel, titleParagraph, type DocxBlock } from './docx-blocks';
import { docxEnd } from './docx-end';
import { fontTable } from './docx-font-table';
import { pageSetup } from './docx-page';
import { runs } from './docx-runs';
import { docxStyles } from './docx-styles';
import { refuseTooLong } from './word-size';
import type { FileDocument, FileIssue, FileSection } from '@/lib/export/files/file-document';
import type { FlowBlock } from '@/lib/export/files/flow/flow';
import { flowDocument, flowOfSection, titlePieces } from '@/lib/export/files/flow/flow-document';
import { typesetText } from '@/lib/text/typography';
import { formatIssue, formatTotal, formatDate } from '@/lib/text/format';
import { sourceNote } from '@/lib/export/files/plain/source-note';

/**
 * Prints a document as a Word file after GB/T 9704-2012. No letterhead, seal or signature is drawn.
 * @throws TooLongForWord
 */
export function printDocx(document: FileDocument): Promise<Uint8Array> {
  return pack(
    [{ head: documentHead(document), flow: flowDocument(document), end: docxEnd(sourceNote(document), document.url) }],
    nameOf(document),
    document.agency,
  );
}

/** Prints a section as a Word file, with the document that it is from. */
export function printSectionDocx(section: FileSection): Promise<Uint8Array> {
  const { document, url, name } = section;
  const from = [typesetText(document.title), document.docNumber && `（${document.docNumber}）`, `　${name}`];
  const head = [
    new Paragraph({ style: 'Flush', children: runs([{ text: from.filter(Boolean).join(''), href: url }], 'kai', 28) }),
    new Paragraph({ style: 'Flush' }),
  ];
  // A part of its own begins on this page, not on the next.
  const flow = flowOfSection(section);
  return pack(
    [{ head, flow, end: docxEnd(sourceNote(document, { url }), url) }],
    `${nameOf(document)}　${name}`,
    document.agency,
  );
}

/**
 * Prints an issue as one Word file: masthead, contents, and its documents. Each document begins on
 * a new page.
 */
export function printIssueDocx(issue: FileIssue): Promise<Uint8Array> {
  const { municipality, documents, url, publishedOn, publisher } = issue;
  const title = `${municipality.name}人民政府公报`;
  const facts = [
    `${formatIssue(issue)}${issue.totalNumber === null ? '' : `（${formatTotal(issue.totalNumber)}）`}`,
    publishedOn && formatDate(publishedOn),
    publisher,
  ].filter((fact) => fact !== null && fact !== '');
  const cover: DocxBlock[] = [
    titleParagraph([title]),
    ...facts.map((text) => new Paragraph({ style: 'DocNumber', children: runs([{ text: text! }]) })),
    new Paragraph({ style: 'DocNumber', children: runs([{ text: '目　录' }], 'hei') }),
    ...documents.map(
      (document) =>
        new Paragraph({
          style: 'Item',
          children: runs([
            { text: typesetText(document.title), href: document.url },
            { text: document.docNumber ? `（${document.docNumber}）` : '' },
          ]),
        }),
    ),
    ...docxEnd(sourceNote(documents[0]!, { url, ofIssue: true }), url),
  ];
  const chapters = documents.map((document) => ({
    head: documentHead(document, true),
    flow: flowDocument(document, 2),
    end: [],
  }));
  return pack([{ head: cover, flow: [], end: [] }, ...chapters], `${title}${formatIssue(issue)}`, publisher);
}

const nameOf = ({ docNumber, title }: FileDocument): string =>
  [docNumber, typesetText(title)].filter(Boolean).join(' ');

/** Writes number and title; in an issue the title is a heading of the navigation. */
function documentHead(document: FileDocument, inIssue = false): DocxBlock[] {
  const { docNumber } = document;
  return [
    ...(docNumber
      ? [new Paragraph({ style: 'DocNumber', pageBreakBefore: inIssue, children: runs([{ text: docNumber }]) })]
      : []),
    titleParagraph(titlePieces(document), {
      ...(inIssue ? { heading: headingLevel(1), pageBreakBefore: docNumber === null } : {}),
    }),
    new Paragraph({ style: 'Flush' }),
  ];
}

interface Chapter {
  head: DocxBlock[];
  flow: FlowBlock[];
  end: DocxBlock[];
}

async function pack(chapters: readonly Chapter[], title: string, creator: string | null): Promise<Uint8Array> {
  refuseTooLong(chapters.map(({ flow }) => flow));
  const pages: ReturnType<typeof docxPages> = [];
  const add = (landscape: boolean, children: DocxBlock[]) => {
    if (children.length === 0) return;
    const last = pages.at(-1);
    if (last?.landscape === landscape) last.children.push(...children);
    else pages.push({ landscape, children: [...children] });
  };
  for (const { head, flow, end } of chapters) {
    add(false, head);
    for (const page of docxPages(flow)) add(page.landscape, page.children);
    add(false, end);
  }
  const file = new Document({
    title,
    ...(creator ? { creator } : {}),
    description: '非正式文本，以公报原件为准',
    styles: docxStyles(),
    evenAndOddHeaderAndFooters: true,
    sections: pages.map(({ landscape, children }) => ({ ...pageSetup(landscape), children })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, [fontTable()]));
}

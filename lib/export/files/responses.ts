import { issueSegment } from '@/lib/addresses/issue-segment';
import { fileUrl } from '@/lib/addresses/urls';
import { attachmentHeader } from '@/lib/export/attachment';
import { streamPieces } from '@/lib/export/stream';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { TooLongForWord } from './docx/word-size';
import type { FileDocument, FileIssue, FileSection } from './file-document';
import { FILES, FORMATS, readFileName, type Format } from './formats';
import { documentName, issueName, sectionName } from './names';
import { DOCUMENT_WRITERS, ISSUE_WRITERS, SECTION_WRITERS, TABLE_WRITERS, type FileBody } from './writers';

/**
 * The stems of whole documents and issues. Sections have their addresses, which are none of these
 * words.
 */
const DOCUMENT_STEM = 'document';

/** The stem of a whole issue. */
const ISSUE_STEM = 'issue';

type Loaded<Of> = () => Promise<Of | null>;
type FindSection = (document: FileDocument, address: string) => Pick<FileSection, 'node' | 'name'> | null;
type Make = () => FileBody | Promise<FileBody>;

/**
 * Answers with a file of a document or of one of its sections. 404 lists the addresses of the files
 * there are.
 * @param name the last word of the address: `document.docx`, `a-2.3.txt`
 */
export const respondWithDocumentFile = (
  name: string,
  load: Loaded<FileDocument>,
  findSection: FindSection,
): Promise<Response> =>
  answer(async () => {
    const document = await load();
    if (!document) return missing('没有这份文件。');
    const read = readFileName(name);
    if (!read || read.stem === DOCUMENT_STEM) {
      const make = read && writerOf(DOCUMENT_WRITERS, read.format, document);
      if (!make) return missing('没有这种格式。', listFiles(document.url, DOCUMENT_STEM, FILES.document));
      const files = listFiles(document.url, DOCUMENT_STEM, FILES.document);
      return send(
        make,
        named(documentName(document), asciiName(document), read.format),
        read.format,
        document.url,
        files,
      );
    }
    const found = findSection(document, read.stem);
    if (!found) return missing('本文件没有这一节。', listFiles(document.url, DOCUMENT_STEM, FILES.document));
    const section: FileSection = { document, ...found, url: sectionAddress(document, found.node.id) };
    const isTable = found.node.type === 'table';
    const files = listFiles(document.url, read.stem, isTable ? FILES.table : FILES.section);
    const make = writerOf(isTable ? TABLE_WRITERS : SECTION_WRITERS, read.format, section);
    if (!make) return missing('没有这种格式。', files);
    const disposition = named(sectionName(section), `${asciiName(document)}-${read.stem}`, read.format);
    return send(make, disposition, read.format, section.url, files);
  });

/** The page of a section; of a text of a day its place there. */
const sectionAddress = ({ url, textOf }: FileDocument, address: string): string =>
  textOf === undefined ? `${url}/${address}` : `${url}#${address}`;

const asciiName = ({ slug, textOf }: FileDocument): string => (textOf === undefined ? slug : `${slug}-${textOf}`);

/** Answers with a file of an issue, as above. */
export const respondWithIssueFile = (name: string, load: Loaded<FileIssue>): Promise<Response> =>
  answer(async () => {
    const read = readFileName(name);
    const issue = await load();
    if (!issue || issue.documents.length === 0) return missing('没有这一期公报。');
    const make = read?.stem === ISSUE_STEM ? writerOf(ISSUE_WRITERS, read.format, issue) : null;
    if (!read || !make) return missing('没有这个文件。', listFiles(issue.url, ISSUE_STEM, FILES.issue));
    const ascii = `${issue.municipality.slug}-${issue.year}-${issueSegment(issue)}`;
    const files = listFiles(issue.url, ISSUE_STEM, FILES.issue);
    return send(make, named(issueName(issue), ascii, read.format), read.format, issue.url, files);
  });

const named = (name: string, ascii: string, format: Format): string =>
  attachmentHeader(`${name}.${format}`, `${ascii}.${format}`);

function writerOf<Of>(
  writers: Partial<Record<Format, (of: Of) => FileBody | Promise<FileBody>>>,
  format: Format,
  of: Of,
) {
  const writer = Object.hasOwn(writers, format) ? writers[format] : undefined;
  return writer ? () => writer(of) : null;
}

/** @param files the other files of the same, for one that is too long for Word */
async function send(
  make: Make,
  disposition: string,
  format: Format,
  page: string,
  files: OtherFile[],
): Promise<Response> {
  let body: FileBody;
  try {
    body = await make();
  } catch (error) {
    if (!(error instanceof TooLongForWord)) throw error;
    return missing(
      '内容太长，做不成 Word 文件，请取用其他格式。',
      files.filter(({ type }) => type !== FORMATS.docx.mediaType),
    );
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const known = bytes instanceof Uint8Array;
  return new Response(known ? new Uint8Array(bytes) : streamPieces(bytes), {
    headers: {
      'Content-Type': FORMATS[format].mediaType,
      'Content-Disposition': disposition,
      ...(known ? { 'Content-Length': String(bytes.length) } : {}),
      // Search engines should list the page, not its copies.
      Link: `<${page}>; rel="canonical"`,
    },
  });
}

interface OtherFile {
  url: string;
  type: string;
}

const listFiles = (page: string, stem: string, formats: readonly Format[]): OtherFile[] =>
  formats.map((format) => ({ url: fileUrl(page, stem, format), type: FORMATS[format].mediaType }));

const missing = (error: string, files: OtherFile[] = []): Response => Response.json({ error, files }, { status: 404 });

const answer = (make: () => Promise<Response>): Promise<Response> => respondOr(unavailable, make, 'file not made');

import { strToU8, zipSync, type Zippable } from 'fflate';
import { typesetText } from '@/lib/text/typography';
import { formatDate, formatIssue, formatTotal } from '@/lib/text/format';
import { epubBlocks } from './epub-html';
import { EPUB_STYLE } from './epub-style';
import type { FileDocument, FileIssue } from '@/lib/export/files/file-document';
import { textOfSpans, type FlowBlock } from '@/lib/export/files/flow/flow';
import { flowDocument } from '@/lib/export/files/flow/flow-document';
import { FORMATS } from '@/lib/export/files/formats';
import { sourceNote } from '@/lib/export/files/plain/source-note';
import { element, printXml, type XmlElement } from '@/lib/export/xml';

const XHTML = {
  xmlns: 'http://www.w3.org/1999/xhtml',
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
  lang: 'zh-CN',
  'xml:lang': 'zh-CN',
};

interface Chapter {
  /** File name in the book. */
  name: string;
  document: FileDocument;
  flow: FlowBlock[];
}

/** Prints an issue as an EPUB 3: cover, contents down to 一、, a chapter per document. */
export function printEpub(issue: FileIssue): Uint8Array {
  const title = `${issue.municipality.name}人民政府公报${formatIssue(issue)}`;
  const chapters = issue.documents.map((document, at) => ({
    name: `document-${at + 1}.xhtml`,
    document,
    flow: flowDocument(document, 2),
  }));
  const files: Zippable = {
    // The first file, stored uncompressed: by it a program recognises a book.
    mimetype: [strToU8(FORMATS.epub.mediaType), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(printPackage(issue, title, chapters)),
    'EPUB/nav.xhtml': strToU8(page('目录', navigation(chapters))),
    'EPUB/style.css': strToU8(EPUB_STYLE),
    'EPUB/cover.xhtml': strToU8(page(title, cover(issue, title))),
  };
  for (const { name, document, flow } of chapters) {
    files[`EPUB/${name}`] = strToU8(page(typesetText(document.title), chapterBody(document, flow)));
  }
  // A fixed day: the same issue gives the same bytes.
  return zipSync(files, { level: 6, mtime: '2000-01-01' });
}

const CONTAINER = printXml(
  element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  ),
);

function printPackage(issue: FileIssue, title: string, chapters: readonly Chapter[]): string {
  const pages = ['cover.xhtml', 'nav.xhtml', ...chapters.map(({ name }) => name)];
  const newest =
    issue.documents
      .map(({ ingestedOn }) => ingestedOn)
      .sort()
      .at(-1) ?? '2000-01-01';
  const item = (href: string, mediaType: string, properties?: string) =>
    element('item', { id: idOf(href), href, 'media-type': mediaType, properties });
  return printXml(
    element(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'address', 'xml:lang': 'zh-CN' },
      element(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        element('dc:identifier', { id: 'address' }, issue.url),
        element('dc:title', {}, title),
        element('dc:language', {}, 'zh-CN'),
        element('dc:creator', {}, issue.publisher ?? `${issue.municipality.name}人民政府`),
        ...(issue.publishedOn ? [element('dc:date', {}, issue.publishedOn)] : []),
        element('dc:description', {}, '非正式文本，以公报原件为准。'),
        element('dc:source', {}, issue.url),
        element('meta', { property: 'dcterms:modified' }, `${newest}T00:00:00Z`),
      ),
      element(
        'manifest',
        {},
        item('style.css', 'text/css'),
        ...pages.map((name) => item(name, 'application/xhtml+xml', name === 'nav.xhtml' ? 'nav' : undefined)),
      ),
      element('spine', {}, ...pages.map((name) => element('itemref', { idref: idOf(name) }))),
    ),
  );
}

const idOf = (href: string): string => href.replace(/\..*/, '');

const page = (title: string, body: readonly XmlElement[]): string =>
  printXml(
    element(
      'html',
      XHTML,
      element(
        'head',
        {},
        element('title', {}, title),
        element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ),
      element('body', {}, ...body),
    ),
    'html',
  );

function cover(issue: FileIssue, title: string): XmlElement[] {
  const facts = [
    formatTotal(issue.totalNumber),
    issue.publishedOn && formatDate(issue.publishedOn),
    issue.publisher,
  ].filter((fact) => fact !== null && fact !== '');
  const [first] = issue.documents;
  return [
    element(
      'section',
      { class: 'cover' },
      element('h1', {}, title),
      ...facts.map((fact) => element('p', {}, fact!)),
      ...(first
        ? sourceNote(first, { url: issue.url, ofIssue: true }).map((line) => element('p', { class: 'remark' }, line))
        : []),
    ),
  ];
}

const chapterBody = (document: FileDocument, flow: readonly FlowBlock[]): XmlElement[] => [
  ...(document.docNumber ? [element('p', { class: 'docnumber' }, document.docNumber)] : []),
  element('h1', {}, typesetText(document.title)),
  ...epubBlocks(flow),
  element('div', { class: 'source' }, element('p', {}, `网址：${document.url}`)),
];

/** Lists documents, their parts and first headings; deeper ones would crowd the contents. */
function navigation(chapters: readonly Chapter[]): XmlElement[] {
  const link = (href: string, text: string) => element('a', { href }, text);
  const entries = chapters.map(({ name, document, flow }) => {
    const below = flow.flatMap((block) => {
      if (block.kind === 'part') {
        const words = [block.label, block.title.join('')].filter(Boolean).join('　');
        return words ? [element('li', {}, link(`${name}#${block.id}`, words))] : [];
      }
      if (block.kind !== 'heading' || block.level > 3 || block.face !== 'hei') return [];
      return [element('li', {}, link(`${name}#${block.id}`, textOfSpans(block.spans)))];
    });
    return element(
      'li',
      {},
      link(name, typesetText(document.title)),
      ...(below.length > 0 ? [element('ol', {}, ...below)] : []),
    );
  });
  return [
    element(
      'nav',
      { 'epub:type': 'toc', id: 'toc' },
      element('h1', {}, '目录'),
      element('ol', {}, element('li', {}, link('cover.xhtml', '封面')), ...entries),
    ),
  ];
}

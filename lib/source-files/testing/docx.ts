import { strToU8, zipSync } from 'fflate';

/** Small Word files, written as their parts. */

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Content of the parts beside the text. */
export interface DocxParts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  header?: string;
}

/** Takes the content of <w:body> and of other parts; gives the bytes of the file. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr' } as const;
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(Object.keys(parts).map((kind) => [kind, `${kind}1.xml`])),
  };
  for (const [kind, content] of Object.entries(parts) as [keyof DocxParts, string][])
    files[`word/${kind}1.xml`] = `<w:${roots[kind]} ${namespaces}>${content}</w:${roots[kind]}>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const relationships = (targets: [kind: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="r${at}" Type="${kinds}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A run. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of one run. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`;

/** A paragraph of an automatic numbering. */
export const numbered = (list: number, level: number, text: string): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A definition of a numbering; levels as `format text`: `chineseCounting %1、`. */
export const definition = (id: number, levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map((level, at) => {
      const [format, text] = level.split(' ');
      return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    })
    .join('')}</w:abstractNum>`;

/** A list that counts by a definition; `starts` begins levels anew. */
export const list = (id: number, definitionId: number, starts: Record<number, number> = {}): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${Object.entries(starts)
    .map(([level, start]) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`)
    .join('')}</w:num>`;

/** A cell with its properties: <w:gridSpan w:val="2"/>. */
export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split('/')
    .map((each) => paragraph(each))
    .join('')}</w:tc>`;

/** A table of rows of cells; the first `heads` rows are its repeated header. */
export const table = (rows: string[][], heads = 0): string =>
  `<w:tbl>${rows
    .map((cells, at) => `<w:tr><w:trPr>${at < heads ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`)
    .join('')}</w:tbl>`;

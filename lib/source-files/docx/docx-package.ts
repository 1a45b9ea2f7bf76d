import { UnreadableContent } from '@/lib/source-files/blocks';
import { decodeText, recogniseBinary } from '@/lib/source-files/text/encoding';
import { childrenNamed, parseXml, type ParsedElement } from '@/lib/source-files/xml';
import { unpack } from '@/lib/source-files/zip';

/** The parts of a Word file that hold text. */
export interface WordParts {
  document: ParsedElement;
  styles?: ParsedElement;
  numbering?: ParsedElement;
  footnotes?: ParsedElement;
  endnotes?: ParsedElement;
  /** Headers and footers of pages. */
  furniture: ParsedElement[];
}

const zipStart = 'PK';

/**
 * Reads the parts of a .docx file.
 * @throws UnreadableContent
 */
export function readPackage(bytes: Uint8Array): WordParts {
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== zipStart) {
    const binary = recogniseBinary(bytes);
    throw new UnreadableContent(
      binary ? binary.reason.replace(', no text', ', no .docx') : 'it is no .docx file',
      binary?.advice ?? 'Open it in Word or WPS, save it as .docx, and ingest that.',
    );
  }
  const files = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  const part = (name: string | undefined): ParsedElement | undefined => {
    const content = name === undefined ? undefined : files.get(name);
    if (!content) return undefined;
    const decoded = decodeText(content);
    if ('reason' in decoded) throw new UnreadableContent(`${name}: ${decoded.reason}`, decoded.advice);
    return parseXml(decoded.text);
  };
  const main = targetsOf(part('_rels/.rels'), '').get('officeDocument')?.[0] ?? 'word/document.xml';
  const document = part(main);
  if (!document || document.name !== 'w:document')
    throw new UnreadableContent(
      'it is a ZIP file and no Word document',
      'Open it in its own program and copy its text into a .txt file.',
    );
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = targetsOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const one = (kind: string): ParsedElement | undefined => part(targets.get(kind)?.[0] ?? `${folder}${kind}.xml`);
  const many = (kind: string): ParsedElement[] => (targets.get(kind) ?? []).flatMap((name) => part(name) ?? []);
  const [styles, numbering, footnotes, endnotes] = ['styles', 'numbering', 'footnotes', 'endnotes'].map(one);
  return {
    document,
    ...(styles && { styles }),
    ...(numbering && { numbering }),
    ...(footnotes && { footnotes }),
    ...(endnotes && { endnotes }),
    furniture: [...many('header'), ...many('footer')],
  };
}

/** File names of a part's relations, by the last word of their types. */
function targetsOf(relationships: ParsedElement | undefined, folder: string): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { attributes } of childrenNamed(relationships, 'Relationship')) {
    if (attributes.TargetMode === 'External' || !attributes.Target || !attributes.Type) continue;
    const kind = attributes.Type.slice(attributes.Type.lastIndexOf('/') + 1);
    const name = attributes.Target.startsWith('/') ? attributes.Target.slice(1) : folder + attributes.Target;
    targets.set(kind, [...(targets.get(kind) ?? []), name]);
  }
  return targets;
}

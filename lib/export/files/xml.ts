import { createCB } from 'xmlbuilder2';

/** An element as the writers build it; `undefined` attributes are left out. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string | number | undefined>;
  children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly XmlNode[]
): XmlElement => ({ name, attributes, children });

/** What XML cannot hold: control characters and halves of surrogate pairs, which pasted texts contain. */
const unprintable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
export const xmlText = (text: string): string => text.replace(unprintable, '');

/** Takes the root with its namespaces among its attributes; gives the document as UTF-8 text. No blanks are added. */
export function printXml(root: XmlElement, doctype?: string): string {
  const pieces: string[] = [];
  const xml = createCB({ data: (piece: string) => pieces.push(piece) });
  xml.dec({ version: '1.0', encoding: 'UTF-8' });
  if (doctype !== undefined) xml.dtd({ name: doctype });
  const write = ({ name, attributes, children }: XmlElement): void => {
    xml.ele(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) xml.att(key, xmlText(String(value)));
    }
    for (const child of children) {
      if (typeof child !== 'string') {
        write(child);
        continue;
      }
      // The library leaves an element open that has an empty text.
      const text = xmlText(child);
      if (text !== '') xml.txt(text);
    }
    xml.up();
  };
  write(root);
  xml.end();
  return pieces.join('');
}
